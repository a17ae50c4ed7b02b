import type { TextBook } from '@kyzmat/web';

export const esiTexts = {
  'esi.title': { ky: 'ESI: сиз кимсиз?', ru: 'ЕСИ: кто вы?' },
  'esi.lead': {
    ky: 'Бул — Бирдиктүү идентификация тутумунун ордундагы сыноо барагы. Мында көрсөтүлгөн адамдар ойдон чыгарылган.',
    ru: 'Эта тестовая страница стоит вместо Единой системы идентификации. Люди на ней вымышлены.',
  },
  'esi.as': { ky: '{name} катары кирүү', ru: 'Войти как {name}' },
  'esi.for': { ky: '{organisation} атынан', ru: 'от имени {organisation}' },
  'esi.cancel': { ky: 'Кирбейм', ru: 'Не входить' },
} satisfies TextBook;
