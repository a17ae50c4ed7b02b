import type { AddressLabels } from '../forms/address.ts';
import { errorList } from '../forms/errors.ts';
import type { FieldView } from '../forms/types.ts';
import { fieldViews } from '../forms/views.ts';
import type { Lang } from '../texts/texts.ts';
import { pickText } from '../texts/translate.ts';

const name = { ky: 'Атыңыз', ru: 'Имя', en: 'First name' };
const noName = { ky: 'Атыңыз жазылган эмес.', ru: 'Имя не указано.' };
const writeName = { ky: 'Паспортто кандай жазылса, ошондой жазыңыз.', ru: 'Напишите его, как в паспорте.' };
const noDay = { ky: '31-февраль деген күн жок.', ru: '31 февраля не бывает.' };
const mendDay = { ky: 'Күндү жана айды текшериңиз.', ru: 'Проверьте день и месяц.' };
const noHouse = { ky: '«Үй» жазылган эмес.', ru: 'Не заполнено «Дом».' };
const mendHouse = { ky: 'Үйдүн номерин жазыңыз.', ru: 'Укажите номер дома.' };

const errors = [
  { field: 'firstName', what: noName, mend: writeName },
  { field: 'birthDate', what: noDay, mend: mendDay },
  {
    field: 'sex',
    what: { ky: 'Жооп тандалган эмес.', ru: 'Ответ не выбран.' },
    mend: { ky: 'Бирин тандаңыз.', ru: 'Выберите один.' },
  },
  { field: 'home.house', what: noHouse, mend: mendHouse },
  {
    field: 'scan',
    what: { ky: 'Файл өтө чоң: 24 МБ.', ru: 'Файл слишком большой: 24 МБ.' },
    mend: { ky: '10 МБга чейинки файлды тиркеңиз.', ru: 'Приложите файл до 10 МБ.' },
  },
  {
    field: 'names[0].surname',
    what: { ky: 'Фамилия жазылган эмес.', ru: 'Фамилия не указана.' },
    mend: { ky: 'Мурунку фамилияны жазыңыз.', ru: 'Напишите прежнюю фамилию.' },
  },
];

const typed: Readonly<Record<string, FieldView['value']>> = {
  pin: '20101199012345',
  birthDate: { day: '31', month: '2', year: '1990' },
  phone: '+996 555 123 456',
  languages: ['ky', 'ru'],
  home: { region: 'Нарын облусу', district: 'Нарын шаары', street: 'Ленин', house: '' },
  reason: 'Паспортум жоголуп кетти.\nАвтобуста калтырып койдум.',
  abroad: 'no',
};

/** A form with every type of field, with and without errors. */
function sampleFields(wrong: boolean): FieldView[] {
  return fieldViews({
    addressLabels,
    typed: (address) => typed[address],
    errors: wrong ? errors : [],
    files: () => [
      { id: '1', name: 'паспорт-көчүрмөсү.pdf', href: '#', note: { ky: 'текшерилүүдө', ru: 'проверяется' } },
    ],
    source: (address) =>
      address === 'pin'
        ? { ky: 'Бирдиктүү идентификация тутумунан алынды', ru: 'Получено из Единой системы идентификации' }
        : undefined,
    fields: [
      {
        id: 'pin',
        type: 'pin',
        required: true,
        label: { ky: 'ПИН', ru: 'ПИН' },
        hint: { ky: 'Паспорттогу 14 сан', ru: '14 цифр из паспорта' },
      },
      { id: 'firstName', type: 'text', required: true, label: name, autofill: 'firstName' },
      {
        id: 'birthDate',
        type: 'date',
        required: true,
        label: { ky: 'Туулган күнүңүз', ru: 'Дата рождения' },
        hint: { ky: 'Мисалы, 27 3 1990', ru: 'Например, 27 3 1990' },
        autofill: 'birthDate',
      },
      {
        id: 'sex',
        type: 'choice',
        required: true,
        label: { ky: 'Жынысыңыз', ru: 'Пол' },
        options: [
          { id: 'f', label: { ky: 'Аял', ru: 'Женский' } },
          { id: 'm', label: { ky: 'Эркек', ru: 'Мужской' } },
        ],
      },
      {
        id: 'abroad',
        type: 'yesNo',
        required: true,
        label: { ky: 'Чет өлкөдө жашайсызбы?', ru: 'Вы живёте за границей?' },
      },
      {
        id: 'languages',
        type: 'several',
        label: { ky: 'Кайсы тилдерде сүйлөйсүз?', ru: 'На каких языках вы говорите?' },
        hint: { ky: 'Тиешелүүлөрдүн баарын белгилеңиз', ru: 'Отметьте все подходящие' },
        options: [
          { id: 'ky', label: { ky: 'Кыргызча', ru: 'Кыргызский' } },
          { id: 'ru', label: { ky: 'Орусча', ru: 'Русский' } },
          {
            id: 'uz',
            label: { ky: 'Өзбекче', ru: 'Узбекский' },
            hint: { ky: 'Латын же кирилл жазуусу', ru: 'Латиница или кириллица' },
          },
        ],
      },
      {
        id: 'phone',
        type: 'phone',
        required: true,
        label: { ky: 'Телефонуңуз', ru: 'Телефон' },
        hint: { ky: 'Ушул номерге код жөнөтөбүз', ru: 'На этот номер придёт код' },
      },
      { id: 'email', type: 'email', label: { ky: 'Электрондук почтаңыз', ru: 'Электронная почта' } },
      { id: 'income', type: 'money', required: true, label: { ky: 'Айлык кирешеңиз', ru: 'Доход в месяц' } },
      {
        id: 'land',
        type: 'number',
        required: true,
        label: { ky: 'Жердин аянты', ru: 'Площадь участка' },
        unit: { ky: 'га', ru: 'га' },
        decimals: 2,
      },
      {
        id: 'home',
        type: 'address',
        required: true,
        label: { ky: 'Жашаган дарегиңиз', ru: 'Адрес проживания' },
      },
      {
        id: 'reason',
        type: 'longText',
        required: true,
        label: { ky: 'Эмне болгонун жазыңыз', ru: 'Опишите, что случилось' },
      },
      {
        id: 'scan',
        type: 'file',
        required: true,
        label: { ky: 'Паспорттун көчүрмөсү', ru: 'Копия паспорта' },
        hint: { ky: 'PDF же сүрөт, 10 МБга чейин', ru: 'PDF или фото, до 10 МБ' },
        types: ['application/pdf', 'image/jpeg'],
      },
      {
        id: 'names',
        type: 'group',
        label: { ky: 'Мурунку фамилияларыңыз', ru: 'Прежние фамилии' },
        rowLabel: { ky: 'Мурунку фамилия', ru: 'Прежняя фамилия' },
        fields: [{ id: 'surname', type: 'text', required: true, label: { ky: 'Фамилия', ru: 'Фамилия' } }],
      },
      {
        id: 'office',
        type: 'choice',
        required: true,
        label: { ky: 'Кайсы бөлүмдөн аласыз?', ru: 'В каком отделе получите?' },
        options: Array.from({ length: 9 }, (_, index) => ({
          id: `o${index}`,
          label: { ky: `${index + 1}-бөлүм`, ru: `Отдел ${index + 1}` },
        })),
      },
    ],
  });
}

const addressLabels: AddressLabels = {
  region: { ky: 'Облус же шаар', ru: 'Область или город' },
  district: { ky: 'Район', ru: 'Район' },
  settlement: { ky: 'Айыл', ru: 'Село' },
  street: { ky: 'Көчө', ru: 'Улица' },
  house: { ky: 'Үй', ru: 'Дом' },
  flat: { ky: 'Батир', ru: 'Квартира' },
};

/** A page of the guide: its template and what it is given. */
export type Sample = {
  readonly template: string;
  readonly view: (lang: Lang) => Readonly<Record<string, unknown>>;
};

/** The pages of the guide: every component in a place where people will meet it. */
export const samples = {
  home: { template: 'home.njk', view: () => ({}) },
  service: { template: 'service.njk', view: () => ({}) },
  form: { template: 'form.njk', view: () => ({ fields: sampleFields(false) }) },
  'form-errors': {
    template: 'form.njk',
    view: () => ({ fields: sampleFields(true), errors: errorList(sampleFields(true)) }),
  },
  status: { template: 'status.njk', view: () => ({}) },
  answers: {
    template: 'answers.njk',
    view: (lang) => ({ title: pickText({ ky: 'Жоопторду текшериңиз', ru: 'Проверьте ответы' }, lang) }),
  },
  messages: { template: 'messages.njk', view: () => ({}) },
  'sign-in': { template: 'sign-in.njk', view: () => ({}) },
  failed: {
    template: 'error.njk',
    view: () => ({ failed: { kind: 'failure', reference: '7F3K-19', href: '/' } }),
  },
  desk: { template: 'desk.njk', view: () => ({}) },
} satisfies Record<string, Sample>;
