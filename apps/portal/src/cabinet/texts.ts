import type { TextBook } from '@kyzmat/web';

export const cabinetTexts = {
  'cabinet.title': { ky: 'Кабинетиңиз', ru: 'Ваш кабинет' },
  'cabinet.notices': { ky: 'Билдирүүлөр', ru: 'Уведомления' },
  'cabinet.unopened': {
    ky: '{count} жаңы билдирүү',
    ru: {
      one: '{count} новое уведомление',
      few: '{count} новых уведомления',
      other: '{count} новых уведомлений',
    },
  },
  'cabinet.more': { ky: 'Мурункураак арыздар', ru: 'Более ранние заявления' },
  'cabinet.empty': { ky: 'Азырынча арыз жок', ru: 'Заявлений пока нет' },
  'cabinet.empty.text': {
    ky: 'Кызматты тандап, арыз бериңиз: анын абалын ушул жерден көрүп турасыз.',
    ru: 'Выберите услугу и подайте заявление: здесь вы увидите, что с ним происходит.',
  },
  'cabinet.choose': { ky: 'Кызмат тандоо', ru: 'Выбрать услугу' },
  'cabinet.drafts': { ky: 'Бүтө элек арыздар', ru: 'Незаконченные заявления' },
  'cabinet.draft': { ky: 'Жөнөтүлө элек', ru: 'Черновик' },
  'cabinet.draft.saved': { ky: 'Акыркы сакталганы: {date}', ru: 'Сохранено: {date}' },
  'cabinet.draft.kept': {
    ky: 'Кеминде {date} чейин сакталат',
    ru: 'Хранится не меньше чем до: {date}',
  },
  'cabinet.draft.delete': { ky: 'Өчүрүү', ru: 'Удалить' },
} satisfies TextBook;
