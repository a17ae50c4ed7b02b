import type { Providers } from '@kyzmat/contracts';
import {
  fieldId,
  fieldViews,
  one,
  several,
  type FieldDefinition,
  type Fields,
  type FieldView,
} from '@kyzmat/web';
import { momentFields, momentOf } from '../../applications/acts/moments.ts';

type Text = FieldDefinition['label'];
type Announcement = Providers['WorksAnnouncement'];
type WorksFunction = Announcement['closes'][number];

export interface Wrong {
  readonly field: string;
  readonly what: Text;
  readonly mend: Text;
}

/** What may be closed, in words; whatever is not here stays open. */
export const closable: Readonly<Record<WorksFunction, Text>> = {
  sending: { ky: 'арыз жөнөтүү', ru: 'отправка заявлений' },
  payment: { ky: 'төлөө', ru: 'оплата' },
};
const functions: readonly WorksFunction[] = ['sending', 'payment'];

const fields: readonly FieldDefinition[] = [
  ...momentFields({ ky: 'Башталышы', ru: 'Начало' }, 'from-'),
  ...momentFields({ ky: 'Аягы', ru: 'Окончание' }, 'to-'),
  {
    id: 'reason.ky',
    type: 'text',
    label: { ky: 'Себеби кыргызча', ru: 'Причина на кыргызском' },
    required: true,
  },
  { id: 'reason.ru', type: 'text', label: { ky: 'Себеби орусча', ru: 'Причина на русском' }, required: true },
  {
    id: 'closes',
    type: 'several',
    label: { ky: 'Ошондо эмне жабылат', ru: 'Что будет закрыто на это время' },
    hint: {
      ky: 'Эч нерсе тандалбаса, кулактандыруу гана чыгат.',
      ru: 'Если ничего не выбрать, будет только объявление.',
    },
    options: functions.map((id) => ({ id, label: closable[id] })),
  },
];

export function worksForm(posted: Fields, wrong: readonly Wrong[]): readonly FieldView[] {
  const day = (of: string) => ({
    day: one(posted, `${of}on.day`),
    month: one(posted, `${of}on.month`),
    year: one(posted, `${of}on.year`),
  });
  return fieldViews({
    fields,
    errors: wrong,
    typed: (address) => {
      if (address === 'closes') return several(posted, address);
      return address.endsWith('-on') ? day(address.slice(0, -2)) : one(posted, address);
    },
  });
}

export function readWorks(posted: Fields): { works?: Announcement; wrong: readonly Wrong[] } {
  const [from, to] = [momentOf(posted, 'from-'), momentOf(posted, 'to-')];
  const reason = { ky: one(posted, 'reason.ky'), ru: one(posted, 'reason.ru') };
  const wrong = [
    ...(from === undefined ? [noMoment('from-on')] : []),
    ...(to === undefined ? [noMoment('to-on')] : []),
    ...(['ky', 'ru'] as const).flatMap((lang) => (reason[lang] === '' ? [noReason(`reason.${lang}`)] : [])),
  ];
  if (from === undefined || to === undefined || wrong.length > 0) return { wrong };
  const ticked = several(posted, 'closes');
  return { works: { from, to, reason, closes: functions.filter((id) => ticked.includes(id)) }, wrong };
}

/** What the register says against the times. */
export function worksError(code: string): Wrong | undefined {
  if (code === 'works_in_the_past') {
    const what = { ky: 'Бул убакыт өтүп кетти', ru: 'Этот момент уже прошёл' };
    return {
      field: 'from-on',
      what,
      mend: { ky: 'Иштер алдын ала жарыяланат.', ru: 'О работах объявляют заранее.' },
    };
  }
  if (code !== 'works_too_long') return undefined;
  const what = {
    ky: 'Аягы башталышынан кийин жана 24 сааттын ичинде болушу керек',
    ru: 'Окончание должно быть позже начала и не позднее чем через 24 часа',
  };
  return { field: 'to-on', what, mend: { ky: 'Убакытты оңдоңуз.', ru: 'Исправьте время.' } };
}

function noMoment(field: string): Wrong {
  const what = { ky: 'Мындай күн же саат жок', ru: 'Нет такого дня или времени' };
  return { field, what, mend: { ky: 'Күндү жана саатты жазыңыз.', ru: 'Укажите день и время.' } };
}

function noReason(field: string): Wrong {
  const what = { ky: 'Себеби жазылган жок', ru: 'Причина не указана' };
  return {
    field,
    what,
    mend: { ky: 'Муну порталга келгендер окуйт.', ru: 'Её прочитают посетители портала.' },
  };
}

export const linkOf = ({ field }: Wrong): string =>
  `#${fieldId(field.endsWith('-on') ? `${field}.day` : field)}`;
