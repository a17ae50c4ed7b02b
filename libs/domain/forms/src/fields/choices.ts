import type { ChoiceField, Option, SeveralField, Text, Typed, Value, YesNoField } from '../types.ts';
import { fault } from './fault.ts';
import {
  asText,
  type Fault,
  type Handler,
  inLang,
  isList,
  noFaults,
  oneText,
  type Read,
  typedText,
} from './handler.ts';

function unknownOption(label: Text): Fault {
  return fault(
    label,
    'option',
    {
      ky: 'мындай жооп тизмеде жок.',
      ru: 'такого ответа нет в списке.',
      en: 'there is no such answer in the list.',
    },
    { ky: 'Тизмеден тандаңыз.', ru: 'Выберите из списка.', en: 'Choose from the list.' },
  );
}

function labelsOf(options: readonly Option[]): ReadonlyMap<string, Text> {
  return new Map(options.map((option) => [option.id, option.label]));
}

export function choiceHandler(field: ChoiceField): Handler {
  const labels = labelsOf(field.options);
  const read = (id: string): Read =>
    labels.has(id) ? { value: id } : { faults: [unknownOption(field.label)] };
  return {
    parts: [],
    read: (typed) => read(oneText(typed)),
    typed: typedText,
    check: () => noFaults,
    words: (value, lang) => {
      const label = labels.get(asText(value));
      return label === undefined ? asText(value) : inLang(label, lang);
    },
    feel: (value) => value,
    feelEmpty: null,
    mendEmpty: { ky: 'Бир жоопту тандаңыз.', ru: 'Выберите один ответ.', en: 'Choose one answer.' },
  };
}

function idsOf(value: Typed | Value): string[] {
  if (typeof value === 'string') return [value];
  return isList(value) ? value.filter((id) => typeof id === 'string') : [];
}

function checkCount(field: SeveralField, count: number): readonly Fault[] {
  if (field.min !== undefined && count < field.min) {
    const what = {
      ky: `${count} жооп белгиленди, бул аз.`,
      ru: `отмечено: ${count}, этого мало.`,
      en: `${count} chosen, which is too few.`,
    };
    const mend = {
      ky: `Кеминде ${field.min} жоопту белгилеңиз.`,
      ru: `Отметьте не меньше ${field.min}.`,
      en: `Choose at least ${field.min}.`,
    };
    return [fault(field.label, 'too-few', what, mend)];
  }
  if (field.max === undefined || count <= field.max) return noFaults;
  const what = {
    ky: `${count} жооп белгиленди, бул көп.`,
    ru: `отмечено: ${count}, это много.`,
    en: `${count} chosen, which is too many.`,
  };
  const mend = {
    ky: `${field.max} жооптон ашпасын.`,
    ru: `Оставьте не больше ${field.max}.`,
    en: `Choose ${field.max} at most.`,
  };
  return [fault(field.label, 'too-many', what, mend)];
}

export function severalHandler(field: SeveralField): Handler {
  const labels = labelsOf(field.options);
  const read = (ids: readonly string[]): Read =>
    ids.every((id) => labels.has(id))
      ? { value: [...labels.keys()].filter((id) => ids.includes(id)) }
      : { faults: [unknownOption(field.label)] };
  return {
    parts: [],
    list: true,
    read: (typed) => read(idsOf(typed)),
    typed: (value) => (isList(value) ? idsOf(value) : undefined),
    check: (value) => checkCount(field, idsOf(value).length),
    words: (value, lang) =>
      idsOf(value)
        .map((id) => inLang(labels.get(id) ?? { ky: id, ru: id }, lang))
        .join(', '),
    feel: (value) => value,
    feelEmpty: [],
    mendEmpty: {
      ky: 'Жок дегенде бир жоопту белгилеңиз.',
      ru: 'Отметьте хотя бы один ответ.',
      en: 'Choose at least one answer.',
    },
  };
}

const yes: Text = { ky: 'Ооба', ru: 'Да', en: 'Yes' };
const no: Text = { ky: 'Жок', ru: 'Нет', en: 'No' };

export function yesNoHandler(field: YesNoField): Handler {
  const read = (text: string): Read =>
    text === 'yes' || text === 'no' ? { value: text === 'yes' } : { faults: [unknownOption(field.label)] };
  return {
    parts: [],
    read: (typed) => read(oneText(typed)),
    typed: (value) => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : undefined),
    check: () => noFaults,
    words: (value, lang) => inLang(value === true ? yes : no, lang),
    feel: (value) => value,
    feelEmpty: null,
    mendEmpty: {
      ky: '«Ооба» же «Жок» деп белгилеңиз.',
      ru: 'Отметьте «Да» или «Нет».',
      en: 'Choose “Yes” or “No”.',
    },
  };
}
