import type { CompiledForm, CrossFieldRule, Field, FileValue, Option, Value } from '../types.ts';
import { formOf, page, words } from './forms.ts';

function option(id: string): Option {
  return { id, label: words(id) };
}

const surnames: Field = {
  id: 'surnames',
  type: 'group',
  label: words('Previous surnames'),
  rowLabel: words('Surname'),
  minRows: 1,
  maxRows: 3,
  showWhen: 'changed = true',
  fields: [
    { id: 'surname', type: 'text', label: words('Surname'), required: true },
    {
      id: 'why',
      type: 'choice',
      label: words('Why'),
      options: ['marriage', 'other'].map(option),
      required: true,
    },
    { id: 'whyText', type: 'text', label: words('Which'), required: true, showWhen: 'why = "other"' },
    { id: 'since', type: 'date', label: words('Since') },
  ],
};

const rules: CrossFieldRule[] = [
  {
    id: 'issued-after-birth',
    at: 'issued',
    when: 'issued != null',
    check: 'issued > birth',
    what: words('The document is older than its owner'),
    mend: words('Check both dates'),
  },
  {
    id: 'affordable',
    at: 'price',
    when: 'price != null',
    check: 'price * amount <= 500000',
    what: words('Too dear'),
    mend: words('Take fewer'),
  },
];

export const scan: FileValue = {
  fileId: 'f1',
  name: 'scan.pdf',
  size: 1000,
  sha256: 'b'.repeat(64),
  type: 'application/pdf',
};

/** A form with every type of field, conditions, a group and rules. */
export function passportForm(): CompiledForm {
  return formOf(
    [
      page('person', [
        { id: 'lastName', type: 'text', label: words('Last name'), required: true, autofill: 'lastName' },
        { id: 'personalNumber', type: 'pin', label: words('PIN'), required: true, autofill: 'pin' },
        {
          id: 'birth',
          type: 'date',
          label: words('Birth'),
          required: true,
          max: 'today',
          autofill: 'birthDate',
        },
        { id: 'home', type: 'address', label: words('Home'), required: true, autofill: 'address' },
        { id: 'phone', type: 'phone', label: words('Phone'), autofill: 'phone' },
        { id: 'mail', type: 'email', label: words('Mail'), autofill: 'email' },
      ]),
      page('names', [{ id: 'changed', type: 'yesNo', label: words('Changed'), required: true }, surnames]),
      page(
        'document',
        [
          { id: 'issued', type: 'date', label: words('Issued'), max: 'today' },
          { id: 'proof', type: 'file', label: words('Proof'), types: ['application/pdf'], maxSize: 5000 },
          { id: 'story', type: 'longText', label: words('Story'), maxLength: 100 },
        ],
        { showWhen: 'changed = true' },
      ),
      page('order', [
        {
          id: 'kind',
          type: 'choice',
          label: words('Kind'),
          options: ['usual', 'urgent'].map(option),
          required: true,
        },
        {
          id: 'copies',
          type: 'several',
          label: words('Copies'),
          options: ['ky', 'ru', 'en'].map(option),
          max: 2,
        },
        { id: 'amount', type: 'number', label: words('Number'), min: 1, max: 9 },
        { id: 'price', type: 'money', label: words('Price') },
        { id: 'employer', type: 'inn', label: words('Employer'), showWhen: 'kind = "urgent"' },
      ]),
    ],
    rules,
  );
}

/** Answers that pass the whole check. */
export const goodAnswers: Readonly<Record<string, Value>> = {
  lastName: 'Демо Сынакова',
  personalNumber: '10102199900123',
  birth: '1999-02-01',
  home: { region: 'Бишкек', district: 'Биринчи май', street: 'Чүй', house: '1', flat: '2' },
  phone: '+996555123456',
  mail: 'demo@example.kg',
  changed: true,
  surnames: [
    { surname: 'Мурунку', why: 'marriage', whyText: null, since: '2018-01-02' },
    { surname: 'Илгерки', why: 'other', whyText: 'өз каалоосу', since: null },
  ],
  issued: '2020-05-06',
  proof: scan,
  story: 'бир\nэки',
  kind: 'urgent',
  copies: ['ky', 'ru'],
  amount: 2,
  price: 120050,
  employer: '00102202000123',
};
