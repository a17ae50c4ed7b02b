import type { TextBook } from '@kyzmat/web';

export const mailTexts = {
  'mail.title': { ky: 'Электрондук каттар', ru: 'Электронные письма' },
  'mail.of': { ky: '{to} дарегине келген каттар', ru: 'Письма на {to}' },
  'mail.empty': { ky: 'Азырынча кат жок.', ru: 'Писем пока нет.' },
} satisfies TextBook;
