import { compileFeel, feelDate, isoOf } from '../feel/feel.ts';
import type {
  DateField,
  DefinitionProblem,
  Feel,
  Field,
  FieldType,
  Option,
  ProfilePath,
  SeveralField,
} from '../types.ts';
import { problem } from './problem.ts';
import type { Standing } from './scope.ts';

/** Which types of field can take what the profile knows. */
const fillable: Readonly<Record<ProfilePath, readonly FieldType[]>> = {
  pin: ['pin', 'text'],
  inn: ['inn', 'text'],
  lastName: ['text'],
  firstName: ['text'],
  patronymic: ['text'],
  birthDate: ['date'],
  sex: ['choice'],
  phone: ['phone', 'text'],
  email: ['email', 'text'],
  address: ['address'],
  'organisation.name': ['text', 'longText'],
  'organisation.inn': ['inn', 'text'],
  'organisation.address': ['address'],
  'organisation.headName': ['text'],
};

function autofillProblems({ field, place, group }: Standing): DefinitionProblem[] {
  const { autofill } = field;
  if (autofill === undefined) return [];
  if (group !== undefined) {
    return [
      problem(
        `${place}/autofill`,
        'autofill-in-group',
        'Топтун ичиндеги талаа өзү толтурулбайт.',
        'Поле внутри группы не заполняется само.',
      ),
    ];
  }
  if (fillable[autofill].includes(field.type)) return [];
  return [
    problem(
      `${place}/autofill`,
      'autofill-type',
      `«${autofill}» бул түрдөгү талаага туура келбейт.`,
      `«${autofill}» не подходит полю этого типа.`,
    ),
  ];
}

function optionProblems(options: readonly Option[], place: string): DefinitionProblem[] {
  const ids = options.map(({ id }) => id);
  return ids.flatMap((id, i) =>
    ids.indexOf(id) === i
      ? []
      : [
          problem(
            `${place}/options/${i}/id`,
            'duplicate-id',
            `«${id}» деген жооп экинчи жолу берилди.`,
            `Ответ «${id}» уже есть.`,
          ),
        ],
  );
}

function minOverMax(place: string): DefinitionProblem {
  return problem(place, 'min-over-max', 'Эң азы эң көбүнөн чоң.', 'Наименьшее больше наибольшего.');
}

function limits(low: number | undefined, high: number | undefined, place: string): DefinitionProblem[] {
  return low !== undefined && high !== undefined && low > high ? [minOverMax(place)] : [];
}

/** Any day will do to see that a bound gives a date. */
const someDay = '2026-01-15';

function boundDate(source: Feel): string | undefined {
  const compiled = compileFeel(source);
  if (!compiled.ok || compiled.expression.names.some((name) => name !== 'today')) return undefined;
  return isoOf(compiled.expression.run(() => feelDate(someDay)));
}

function dateProblems(field: DateField, place: string): DefinitionProblem[] {
  const bounds = (['min', 'max'] as const).flatMap((name) => {
    const source = field[name];
    if (source === undefined || boundDate(source) !== undefined) return [];
    return [
      problem(
        `${place}/${name}`,
        'bad-bound',
        'FEEL туюнтмасы күн бербейт; анда «today» гана аталат.',
        'Выражение FEEL не даёт даты; в нём можно назвать только «today».',
      ),
    ];
  });
  if (bounds.length > 0 || field.min === undefined || field.max === undefined) return bounds;
  return (boundDate(field.min) ?? '') > (boundDate(field.max) ?? '') ? [minOverMax(`${place}/min`)] : [];
}

function severalProblems(field: SeveralField, place: string): DefinitionProblem[] {
  const most = Math.min(field.max ?? field.options.length, field.options.length);
  return [...optionProblems(field.options, place), ...limits(field.min, most, `${place}/min`)];
}

function ownProblems(field: Field, place: string): DefinitionProblem[] {
  if (field.type === 'text' || field.type === 'longText') {
    return limits(field.minLength, field.maxLength, `${place}/minLength`);
  }
  if (field.type === 'number' || field.type === 'money') return limits(field.min, field.max, `${place}/min`);
  if (field.type === 'date') return dateProblems(field, place);
  if (field.type === 'choice') return optionProblems(field.options, place);
  if (field.type === 'several') return severalProblems(field, place);
  if (field.type === 'group') return limits(field.minRows, field.maxRows ?? 10, `${place}/minRows`);
  return [];
}

/** What one field says wrong by itself. */
export function fieldProblems(standing: Standing): DefinitionProblem[] {
  return [...ownProblems(standing.field, standing.place), ...autofillProblems(standing)];
}
