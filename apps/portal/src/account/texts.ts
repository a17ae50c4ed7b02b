import type { TextBook } from '@kyzmat/web';

export const accountTexts = {
  'account.title': { ky: 'Жөндөөлөр', ru: 'Настройки', en: 'Settings' },
  'account.lead': {
    ky: 'Сизге кантип кабарлайбыз, эмнеге макулдук бердиңиз, кабинетке ким жана качан кирди.',
    ru: 'Как с вами связаться, на что вы дали согласие, кто и когда входил в кабинет.',
    en: 'How we reach you, what you agreed to, and who signed in to your cabinet and when.',
  },
  'account.who': { ky: 'Сиз', ru: 'Вы', en: 'You' },
} satisfies TextBook;
