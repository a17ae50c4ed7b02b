import { compileForm, type CompiledForm, type FormDefinition, type PlainField } from '@kyzmat/forms';

const day = { ky: 'Күн, ай, жыл.', ru: 'День, месяц, год.', en: 'Day, month, year.' };

export const page = 'page';

/** Somebody is given a power: who, how far, until when. */
export const grantForm = compiled('power', [
  {
    id: 'representativePin',
    type: 'pin',
    label: { ky: 'Өкүлдүн ПИНи', ru: 'ПИН представителя', en: 'PIN of the representative' },
    hint: { ky: 'ID-карттагы 14 сан.', ru: '14 цифр с ID-карты.', en: 'The 14 digits on the ID card.' },
    required: true,
  },
  {
    id: 'representativePhone',
    type: 'phone',
    label: { ky: 'Өкүлдүн телефону', ru: 'Телефон представителя', en: 'Telephone of the representative' },
    hint: {
      ky: 'Ага кабар барат. ESI аркылуу ырасталбаган өкүл ушул номер менен катталган болушу керек.',
      ru: 'На него придёт сообщение. Если личность представителя не подтверждена ЕСИ, он должен быть зарегистрирован с этим номером.',
      en: 'It gets a message. A representative whom ESI has not confirmed must be registered with this number.',
    },
    required: true,
  },
  {
    id: 'scope',
    type: 'choice',
    label: { ky: 'Кайсы кызматтар үчүн?', ru: 'Для каких услуг?', en: 'For which services?' },
    required: true,
    options: [
      { id: 'all', label: { ky: 'Бардык кызматтар', ru: 'Для всех услуг', en: 'All services' } },
      {
        id: 'some',
        label: {
          ky: 'Төмөндө тандалгандар гана',
          ru: 'Только для выбранных ниже',
          en: 'Only those chosen below',
        },
      },
    ],
  },
  {
    id: 'validFrom',
    type: 'date',
    label: { ky: 'Башталышы', ru: 'Действует с', en: 'From' },
    hint: day,
    required: true,
  },
  {
    id: 'validUntil',
    type: 'date',
    label: { ky: 'Акыркы күнү', ru: 'Действует по', en: 'Until' },
    hint: { ky: 'Үч жылдан ашпайт.', ru: 'Не больше трёх лет.', en: 'Three years at most.' },
    required: true,
    min: 'today',
  },
]);

/** The legal entity a person heads. */
export const organisationForm = compiled('organisation', [
  {
    id: 'name',
    type: 'text',
    label: { ky: 'Уюмдун аталышы', ru: 'Название организации', en: 'Name of the organisation' },
    required: true,
    maxLength: 300,
  },
  {
    id: 'inn',
    type: 'inn',
    label: { ky: 'ИНН', ru: 'ИНН', en: 'INN' },
    hint: {
      ky: 'Каттоо күбөлүгүндөгү 14 сан.',
      ru: '14 цифр из свидетельства о регистрации.',
      en: 'The 14 digits of the registration certificate.',
    },
    required: true,
  },
  {
    id: 'address',
    type: 'address',
    label: { ky: 'Уюмдун дареги', ru: 'Адрес организации', en: 'Address of the organisation' },
    required: true,
  },
]);

function compiled(id: string, fields: readonly PlainField[]): CompiledForm {
  const title = { ky: id, ru: id };
  const definition: FormDefinition = {
    id,
    version: 1,
    title,
    howToFill: title,
    pages: [{ id: page, title, fields }],
  };
  const result = compileForm(definition);
  if (!result.ok) throw new Error(`The form ${id} is faulty: ${JSON.stringify(result.problems)}`);
  return result.form;
}
