import type { Text } from '../types.ts';
import type { Fault, Said } from './handler.ts';

/** A fault that says which field it is about, so that it reads well alone in the summary of errors. */
export function fault(label: Text, code: string, what: Said, mend: Said, part?: string): Fault {
  return {
    code,
    what: {
      ky: `«${label.ky}»: ${what.ky}`,
      ru: `«${label.ru}»: ${what.ru}`,
      en: `“${label.en ?? label.ru}”: ${what.en}`,
    },
    mend,
    ...(part === undefined ? {} : { part }),
  };
}

/** The field stands empty and must not. */
export function missing(label: Text, mend: Said): Fault {
  return fault(
    label,
    'required',
    { ky: 'толтурулган эмес.', ru: 'не заполнено.', en: 'this is empty.' },
    mend,
  );
}

/** The answer is of another kind than the field; no browser sends that. */
export function misshapen(label: Text): Fault {
  return fault(
    label,
    'shape',
    {
      ky: 'жооп бул талаага туура келбейт.',
      ru: 'ответ не подходит к этому полю.',
      en: 'the answer does not fit this field.',
    },
    { ky: 'Жообуңузду кайра жазыңыз.', ru: 'Введите ответ ещё раз.', en: 'Type your answer again.' },
  );
}
