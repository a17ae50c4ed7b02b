import type { TextBook } from '@kyzmat/web';

export const cabinetTexts = {
  'cabinet.title': { ky: 'Кабинетиңиз', ru: 'Ваш кабинет', en: 'Your account' },
  'cabinet.notices': { ky: 'Билдирүүлөр', ru: 'Уведомления', en: 'Notices' },
  'cabinet.unopened': {
    ky: '{count} жаңы билдирүү',
    ru: {
      one: '{count} новое уведомление',
      few: '{count} новых уведомления',
      other: '{count} новых уведомлений',
    },
    en: { one: '{count} new notice', other: '{count} new notices' },
  },
  'cabinet.more': { ky: 'Мурункураак арыздар', ru: 'Более ранние заявления', en: 'Earlier applications' },
  'cabinet.empty': { ky: 'Азырынча арыз жок', ru: 'Заявлений пока нет', en: 'No applications yet' },
  'cabinet.empty.text': {
    ky: 'Кызматты тандап, арыз бериңиз: анын абалын ушул жерден көрүп турасыз.',
    ru: 'Выберите услугу и подайте заявление: здесь вы увидите, что с ним происходит.',
    en: 'Choose a service and apply: here you will see what happens to your application.',
  },
  'cabinet.choose': { ky: 'Кызмат тандоо', ru: 'Выбрать услугу', en: 'Choose a service' },
  'cabinet.drafts': { ky: 'Бүтө элек арыздар', ru: 'Незаконченные заявления', en: 'Unfinished applications' },
  'cabinet.draft': { ky: 'Жөнөтүлө элек', ru: 'Черновик', en: 'Draft' },
  'cabinet.draft.saved': { ky: 'Акыркы сакталганы: {date}', ru: 'Сохранено: {date}', en: 'Saved: {date}' },
  'cabinet.draft.kept': {
    ky: 'Кеминде {date} чейин сакталат',
    ru: 'Хранится не меньше чем до: {date}',
    en: 'Kept at least until {date}',
  },
  'cabinet.draft.delete': { ky: 'Өчүрүү', ru: 'Удалить', en: 'Delete' },
} satisfies TextBook;
