import type { Providers } from '@kyzmat/contracts';
import { outageCauses, outageTexts } from '@kyzmat/lifecycle';
import { fieldId, fieldViews, one, type FieldDefinition, type Fields, type FieldView } from '@kyzmat/web';
import { momentFields, momentOf } from '../applications/acts/moments.ts';

type Text = FieldDefinition['label'];
export interface OutageError {
  readonly field: string;
  readonly what: Text;
  readonly mend: Text;
  readonly href: string;
}
type Begun = { readonly cause: Providers['Outage']['cause']; readonly startedAt: string };
interface Read<T> {
  readonly value?: T;
  readonly errors: readonly OutageError[];
}

const causeField: FieldDefinition = {
  id: 'cause',
  type: 'choice',
  label: { ky: 'Эмне болду', ru: 'Что случилось' },
  hint: { ky: 'Муну арыз ээлери окуйт.', ru: 'Это прочитают заявители.' },
  required: true,
  options: outageCauses.map((id) => ({ id, label: outageTexts[id] })),
};

/** What the page asks: the cause as well, while nothing is recorded; then only when it was removed. */
function outageFields(lasting: boolean): readonly FieldDefinition[] {
  return lasting
    ? momentFields({ ky: 'Качан жоюлду', ru: 'Когда устранено' })
    : [causeField, ...momentFields({ ky: 'Качан башталды', ru: 'Когда началось' })];
}

export function outageForm(
  lasting: boolean,
  posted: Fields,
  errors: readonly OutageError[],
): readonly FieldView[] {
  return fieldViews({
    fields: outageFields(lasting),
    errors,
    typed: (address) =>
      address === 'on'
        ? { day: one(posted, 'on.day'), month: one(posted, 'on.month'), year: one(posted, 'on.year') }
        : one(posted, address),
  });
}

export function readBegun(posted: Fields, now: string): Read<Begun> {
  const cause = outageCauses.find((each) => each === one(posted, 'cause'));
  const { value: startedAt, errors } = readMoment(posted, now);
  const missing = error('cause', 'Себеби тандалган жок', 'Причина не выбрана', {
    ky: 'Тизмеден тандаңыз.',
    ru: 'Выберите из списка.',
  });
  if (cause === undefined) return { errors: [missing, ...errors] };
  return startedAt === undefined ? { errors } : { value: { cause, startedAt }, errors };
}

export function readMoment(posted: Fields, now: string): Read<string> {
  const at = momentOf(posted);
  const mend = { ky: 'Күндү жана саатты жазыңыз.', ru: 'Укажите день и время.' };
  if (at === undefined)
    return { errors: [error('on', 'Мындай күн же саат жок', 'Нет такого дня или времени', mend)] };
  if (at <= now) return { value: at, errors: [] };
  const past = { ky: 'Боло элек нерсе жазылбайт.', ru: 'Записывается только то, что уже случилось.' };
  return { errors: [error('on', 'Бул убакыт али келе элек', 'Этот момент ещё не наступил', past)] };
}

/** What the register of providers says against the moment typed. */
export function momentError(code: string): OutageError | undefined {
  const mend = { ky: 'Убакытты текшериңиз.', ru: 'Проверьте время.' };
  if (code === 'before_outage') {
    return error('on', 'Башталганга чейин жоюла албайт', 'Устранено раньше, чем началось', mend);
  }
  if (code === 'before_last_outage') {
    return error('on', 'Анда мурунку үзгүлтүк жоюла элек болчу', 'Тогда ещё длился прошлый сбой', mend);
  }
  return undefined;
}

function error(field: string, ky: string, ru: string, mend: Text): OutageError {
  return { field, what: { ky, ru }, mend, href: `#${fieldId(field === 'on' ? 'on.day' : field)}` };
}
