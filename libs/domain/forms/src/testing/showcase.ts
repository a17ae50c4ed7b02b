import type { FormDefinition, Option, RawBody, Text } from '../types.ts';

function words(ky: string, ru: string): Text {
  return { ky, ru };
}

function options(count: number): Option[] {
  return Array.from({ length: count }, (_, n) => ({
    id: `o${n + 1}`,
    label: words(`${n + 1}-жооп`, `Ответ ${n + 1}`),
  }));
}

/** A form with every type of field, a group, conditions and rules over several fields: for tests, no service has it. */
export const showcase: FormDefinition = {
  id: 'showcase',
  version: 1,
  title: words('Сыноо формасы', 'Форма для испытаний'),
  howToFill: words('Баарын толтуруңуз.', 'Заполните всё.'),
  pages: [
    {
      id: 'written',
      title: words('Жазылуучу', 'Что пишут'),
      fields: [
        { id: 'name', type: 'text', label: words('Аты', 'Имя'), required: true, minLength: 2, maxLength: 20 },
        { id: 'passport', type: 'text', label: words('Паспорт', 'Паспорт'), mask: 'AA9999999' },
        { id: 'story', type: 'longText', label: words('Окуя', 'Рассказ'), maxLength: 40 },
        { id: 'area', type: 'number', label: words('Аянт', 'Площадь'), min: 1, max: 99, decimals: 2 },
        { id: 'income', type: 'money', label: words('Киреше', 'Доход'), min: 100_00 },
        { id: 'pin', type: 'pin', label: words('ПИН', 'ПИН'), required: true },
        { id: 'employer', type: 'inn', label: words('Иш берүүчү', 'Работодатель') },
        { id: 'phone', type: 'phone', label: words('Телефон', 'Телефон'), required: true },
        { id: 'email', type: 'email', label: words('Почта', 'Почта') },
      ],
    },
    {
      id: 'chosen',
      title: words('Тандалуучу', 'Что выбирают'),
      fields: [
        { id: 'few', type: 'choice', label: words('Бирөө', 'Один'), options: options(3), required: true },
        {
          id: 'many',
          type: 'choice',
          label: words('Тизмеден', 'Из списка'),
          options: options(9),
          required: true,
        },
        {
          id: 'several',
          type: 'several',
          label: words('Бир нече', 'Несколько'),
          options: options(4),
          max: 2,
        },
        { id: 'from', type: 'date', label: words('Башталышы', 'Начало'), required: true },
        { id: 'to', type: 'date', label: words('Аягы', 'Конец'), required: true },
        { id: 'branch', type: 'yesNo', label: words('Дагы барбы?', 'Есть ещё?'), required: true },
        {
          id: 'more',
          type: 'text',
          label: words('Дагы эмне', 'Что ещё'),
          required: true,
          showWhen: 'branch = true',
        },
      ],
    },
    {
      id: 'composed',
      title: words('Курама', 'Составное'),
      fields: [
        { id: 'home', type: 'address', label: words('Дарек', 'Адрес'), required: true },
        {
          id: 'scan',
          type: 'file',
          label: words('Көчүрмө', 'Копия'),
          types: ['application/pdf'],
          maxSize: 1_000_000,
        },
        {
          id: 'children',
          type: 'group',
          label: words('Балдар', 'Дети'),
          rowLabel: words('Бала', 'Ребёнок'),
          minRows: 1,
          maxRows: 2,
          fields: [
            { id: 'childName', type: 'text', label: words('Баланын аты', 'Имя ребёнка'), required: true },
            { id: 'pupil', type: 'yesNo', label: words('Окуйбу?', 'Учится?'), required: true },
            {
              id: 'school',
              type: 'text',
              label: words('Мектеп', 'Школа'),
              required: true,
              showWhen: 'pupil = true',
            },
          ],
        },
      ],
    },
    {
      id: 'last',
      title: words('Аягы', 'Последнее'),
      showWhen: 'branch = true',
      fields: [{ id: 'note', type: 'text', label: words('Эскертүү', 'Примечание') }],
    },
  ],
  rules: [
    {
      id: 'from-before-to',
      at: 'to',
      check: 'from <= to',
      what: words('Аягы башталышынан мурда.', 'Конец раньше начала.'),
      mend: words('Эки күндү салыштырыңыз.', 'Сравните две даты.'),
    },
  ],
};

/** What a person may type into a page, by the names of its inputs, and the addresses where something is wrong with it. */
export interface Typing {
  readonly page: string;
  readonly fields: RawBody;
  readonly wrong: readonly string[];
}

/** Each type of field filled in wrongly. */
export const typedWrong: readonly Typing[] = [
  {
    page: 'written',
    fields: {
      name: 'А',
      passport: 'A12',
      story: 'кырк белгиден көп болуп кеткен өтө узун окуя бул жерде',
      area: 'көп',
      income: '12,345',
      pin: '123',
      employer: '5',
      phone: '12',
      email: 'эмес',
    },
    wrong: ['name', 'passport', 'story', 'area', 'income', 'pin', 'employer', 'phone', 'email'],
  },
  {
    page: 'chosen',
    fields: {
      several: ['o1', 'o2', 'o3'],
      'from.day': '31',
      'from.month': '2',
      'from.year': '2021',
      'to.day': 'бир',
      'to.month': '1',
      'to.year': '2021',
    },
    wrong: ['few', 'many', 'several', 'from', 'to', 'branch'],
  },
  {
    page: 'composed',
    fields: {
      'home.region': 'Чүй',
      'home.street': 'Токтогул',
      'children[0].childName': 'Демо',
      'children[0].pupil': 'yes',
    },
    wrong: ['home.district', 'home.house', 'children[0].school'],
  },
];

/** Every page filled in well, in order. */
export const typedRight: readonly Typing[] = [
  {
    page: 'written',
    fields: {
      name: 'Айгүл',
      passport: 'AN1234567',
      story: 'кыска',
      area: '12,50',
      income: '25000',
      pin: '12003198500012',
      employer: '02508201510123',
      phone: '0700 000 001',
      email: 'demo@example.kg',
    },
    wrong: [],
  },
  {
    page: 'chosen',
    fields: {
      few: 'o2',
      many: 'o9',
      several: ['o1', 'o4'],
      'from.day': '1',
      'from.month': '2',
      'from.year': '2021',
      'to.day': '3',
      'to.month': '2',
      'to.year': '2021',
      branch: 'yes',
      more: 'дагы бар',
    },
    wrong: [],
  },
  {
    page: 'composed',
    fields: {
      'home.region': 'Чүй',
      'home.district': 'Аламүдүн',
      'home.street': 'Токтогул',
      'home.house': '1',
      'children[0].childName': 'Демо Бала',
      'children[0].pupil': 'yes',
      'children[0].school': '№ 5',
    },
    wrong: [],
  },
  { page: 'last', fields: { note: 'бүттү' }, wrong: [] },
];
