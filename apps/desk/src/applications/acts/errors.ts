import type { Problem } from '@kyzmat/http';
import { type FieldDefinition, one, several, type Fields } from '@kyzmat/web';
import type { Act, Mend } from './act.ts';
import { momentOf } from './moments.ts';

/** What was left empty or cannot be read, all at once; what it means is judged where the application lives. */
export function missing(fields: readonly FieldDefinition[], posted: Fields): Mend[] {
  return fields.flatMap((field) => {
    const empty = field.type === 'several' ? several(posted, field.id).length === 0 : isEmpty(field, posted);
    if (field.required !== true || !empty) return [];
    return [{ field: field.id, code: 'missing', ...wordsFor(field) }];
  });
}

function isEmpty(field: FieldDefinition, posted: Fields): boolean {
  if (field.id === 'on') return momentOf({ ...posted, time: '00:00' }) === undefined;
  if (field.id === 'time')
    return momentOf({ ...posted, 'on.day': '1', 'on.month': '1', 'on.year': '2026' }) === undefined;
  return one(posted, field.id) === '';
}

function wordsFor({ type, label }: FieldDefinition): Pick<Mend, 'what' | 'mend'> {
  const chosen = type === 'choice' || type === 'several';
  return {
    what: chosen
      ? { ky: `${label.ky}: тандалган жок`, ru: `${label.ru}: не выбрано` }
      : { ky: `${label.ky}: жазылган жок же окулбайт`, ru: `${label.ru}: не указано или не читается` },
    mend: chosen
      ? { ky: 'Тизмеден тандаңыз.', ru: 'Выберите из списка.' }
      : { ky: 'Бул талааны толтуруңуз.', ru: 'Заполните это поле.' },
  };
}

/** A refusal of the process that owns the application, at the field it is about, else over the whole form. */
export function refused({ code, extra }: Problem, act: Act): Mend[] {
  const listed = extra['errors'];
  if (Array.isArray(listed) && listed.some(isMend)) return listed.filter(isMend);
  const { message } = extra;
  const what = isText(message)
    ? message
    : { ky: 'Бул аракет кабыл алынган жок', ru: 'Это действие не принято' };
  const mend = { ky: 'Оңдоп, кайра жөнөтүңүз.', ru: 'Исправьте и отправьте снова.' };
  return [{ field: act.at?.[code] ?? '', code, what, mend }];
}

function isText(value: unknown): value is Mend['what'] {
  return typeof value === 'object' && value !== null && 'ky' in value && 'ru' in value;
}

function isMend(value: unknown): value is Mend {
  return (
    typeof value === 'object' &&
    value !== null &&
    'field' in value &&
    typeof value.field === 'string' &&
    'what' in value &&
    isText(value.what) &&
    'mend' in value &&
    isText(value.mend)
  );
}
