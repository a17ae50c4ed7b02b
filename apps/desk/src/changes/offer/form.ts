import type { ServiceDefinition, ServiceProblem, Term } from '@kyzmat/service-definition';
import {
  fieldId,
  fieldViews,
  one,
  pickText,
  type FieldDefinition,
  type Fields,
  type FieldView,
  type Text,
} from '@kyzmat/web';
import { partNames, valueWords } from '../names.ts';

export interface Wrong {
  readonly field: string;
  readonly what: Text;
  readonly mend: Text;
}

/** What is said about a service, and its term: what heads change without a file. */
const texts = ['title', 'summary', 'description', 'whoCanGet', 'whatYouGet', 'appeal'] as const;
const short: ReadonlySet<string> = new Set(['title', 'summary']);
const languages = ['ky', 'ru', 'en'] as const;
const units: readonly Term['unit'][] = ['working_days', 'calendar_days', 'hours'];

const fields: readonly FieldDefinition[] = [
  ...texts.flatMap((part) =>
    languages.map((language) => ({
      id: `${part}.${language}`,
      type: short.has(part) ? ('text' as const) : ('longText' as const),
      label: joined(part, language),
      required: language !== 'en',
    })),
  ),
  { id: 'term.count', type: 'number', label: joined('term', 'count'), required: true },
  {
    id: 'term.unit',
    type: 'choice',
    label: joined('term', 'unit'),
    required: true,
    options: units.map((id) => ({ id, label: valueWords[id] ?? { ky: id, ru: id } })),
  },
];

function joined(part: string, inner: string): Text {
  const of = (lang: 'ky' | 'ru'): string =>
    [part, inner].map((name) => pickText(partNames[name] ?? name, lang)).join(', ');
  return { ky: of('ky'), ru: of('ru') };
}

/** What the form holds at first: the version in force. */
export function typedOf({ service }: ServiceDefinition): Fields {
  const said = texts.flatMap((part) =>
    languages.map((language) => [`${part}.${language}`, service[part][language] ?? ''] as const),
  );
  const { count, unit } = service.term;
  return { ...Object.fromEntries(said), 'term.count': String(count), 'term.unit': unit };
}

/** The service with what was typed, right or wrong. */
export function changedBy(definition: ServiceDefinition, posted: Fields): object {
  const said = texts.map((part) => {
    const typed = languages.flatMap((language) => {
      const value = one(posted, `${part}.${language}`);
      return value === '' ? [] : [[language, value] as const];
    });
    return [part, Object.fromEntries(typed)] as const;
  });
  const term = { count: Number(one(posted, 'term.count')), unit: one(posted, 'term.unit') };
  return { ...definition, service: { ...definition.service, ...Object.fromEntries(said), term } };
}

export function offerForm(posted: Fields, wrong: readonly Wrong[]): readonly FieldView[] {
  return fieldViews({ fields, errors: wrong, typed: (address) => one(posted, address) });
}

/** Links of the summary to the fields. */
export function summaryOf(wrong: readonly Wrong[]): readonly object[] {
  return wrong.map((error) => ({ error, href: `#${fieldId(error.field)}` }));
}

const known: ReadonlySet<string> = new Set(fields.map(({ id }) => id));
const mend: Text = { ky: 'Бул жерди оңдоңуз.', ru: 'Исправьте это место.' };

/** What is wrong with a service, at the field where it can be mended; else at `otherwise`, naming the place. */
export function wrongOf(problems: readonly ServiceProblem[], otherwise: string): readonly Wrong[] {
  return problems.map(({ place, reason }) => {
    const field = place.replace('/service/', '').replaceAll('/', '.');
    if (known.has(field)) return { field, what: reason, mend };
    const at = (text: string): string => `${place}: ${text}`;
    return { field: otherwise, what: { ky: at(reason.ky), ru: at(reason.ru) }, mend };
  });
}

export const nothingChanged = (field: string): Wrong => ({
  field,
  what: { ky: 'Эч нерсе өзгөргөн жок.', ru: 'Ничего не изменено.' },
  mend: { ky: 'Жарыяланган нуска да ушундай дейт.', ru: 'Опубликованная редакция говорит то же самое.' },
});
