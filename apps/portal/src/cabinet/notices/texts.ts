import type { TextBook } from '@kyzmat/web';

export const noticeTexts = {
  'notices.new': { ky: 'Жаңы', ru: 'Новое' },
  'notices.more': { ky: 'Мурункураактары', ru: 'Более ранние' },
  'notices.empty': { ky: 'Билдирүү жок', ru: 'Уведомлений нет' },
  'notices.empty.text': {
    ky: 'Арыз бергенде анын ар бир өзгөрүүсү ушул жерде билдирилет.',
    ru: 'Когда вы подадите заявление, здесь будут сообщения о каждом изменении.',
  },
} satisfies TextBook;
