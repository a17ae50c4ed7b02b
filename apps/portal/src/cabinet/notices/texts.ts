import type { TextBook } from '@kyzmat/web';

export const noticeTexts = {
  'notices.new': { ky: 'Жаңы', ru: 'Новое', en: 'New' },
  'notices.more': { ky: 'Мурункураактары', ru: 'Более ранние', en: 'Earlier' },
  'notices.empty': { ky: 'Билдирүү жок', ru: 'Уведомлений нет', en: 'No notices' },
  'notices.empty.text': {
    ky: 'Арыз бергенде анын ар бир өзгөрүүсү ушул жерде билдирилет.',
    ru: 'Когда вы подадите заявление, здесь будут сообщения о каждом изменении.',
    en: 'When you apply, every change will be told here.',
  },
  'notices.draft': { ky: 'Арызды ачуу', ru: 'Открыть черновик', en: 'Open the draft' },
} satisfies TextBook;
