import type { Common, Providers } from '@kyzmat/contracts';
import { fieldId, fieldViews, type FieldDefinition, type FieldView, one, type Fields } from '@kyzmat/web';

type Text = Common['Text'];
type Cause = Providers['BlockRequest']['cause'];

/** C22-13: the closed list of causes. */
export const causes: Readonly<Record<Cause, Text>> = {
  leak: { ky: 'Жеке маалыматтын ачыкка чыгышы', ru: 'Утечка персональных данных' },
  own_request: { ky: 'Мекеменин өз өтүнүчү', ru: 'Запрос самого поставщика' },
  threat: { ky: 'Башка киберкоркунуч', ru: 'Иная киберугроза' },
};
const isCause = (name: string): name is Cause => name in causes;

interface BlockError {
  readonly field: string;
  readonly what: Text;
  readonly mend: Text;
  readonly href: string;
}

const fields: readonly FieldDefinition[] = [
  {
    id: 'cause',
    type: 'choice',
    label: { ky: 'Бөгөттөөнүн себеби', ru: 'Причина блокировки' },
    required: true,
    options: Object.entries(causes).map(([id, label]) => ({ id, label })),
  },
  {
    id: 'problem.ky',
    type: 'longText',
    label: { ky: 'Көйгөй кыргызча', ru: 'Проблема на кыргызском' },
    hint: {
      ky: 'Мекеме бөгөт алынышы үчүн эмнени жоюшу керек. Бир көйгөй — бир бөгөт сабы; кийин дагы кошсо болот.',
      ru: 'Что учреждение должно устранить, чтобы блокировку сняли. Одна проблема за раз; потом можно добавить ещё.',
    },
    required: true,
  },
  {
    id: 'problem.ru',
    type: 'longText',
    label: { ky: 'Көйгөй орусча', ru: 'Проблема на русском' },
    required: true,
  },
];

/** What was posted as a block, or what is missing (C22-14a: with a description of the problem). */
export function readBlock(posted: Fields): {
  block?: Providers['BlockRequest'];
  errors: readonly BlockError[];
} {
  const cause = one(posted, 'cause');
  const problem = { ky: one(posted, 'problem.ky'), ru: one(posted, 'problem.ru') };
  const errors = [
    ...(isCause(cause) ? [] : [error('cause', 'Себеби тандалган жок', 'Причина не выбрана', choose)]),
    ...(problem.ky === ''
      ? [error('problem.ky', 'Көйгөй кыргызча жазылган жок', 'Нет описания на кыргызском', write)]
      : []),
    ...(problem.ru === ''
      ? [error('problem.ru', 'Көйгөй орусча жазылган жок', 'Нет описания на русском', write)]
      : []),
  ];
  return isCause(cause) && errors.length === 0
    ? { block: { cause, problems: [problem] }, errors }
    : { errors };
}

export function blockForm(posted: Fields, errors: readonly BlockError[]): readonly FieldView[] {
  return fieldViews({ fields, errors, typed: (address) => one(posted, address) });
}

/** A box was not ticked: the block must not end by a slip of the hand. */
export function removalError(problemId: string): BlockError {
  const field = `removal-${problemId}`;
  return {
    ...error(field, 'Жоюлганы ырасталган жок', 'Устранение не подтверждено', {
      ky: 'Көйгөй толук жоюлса, белги коюңуз.',
      ru: 'Поставьте отметку, если проблема полностью устранена.',
    }),
  };
}

const choose: Text = { ky: 'Тизмеден тандаңыз.', ru: 'Выберите из списка.' };
const write: Text = {
  ky: 'Мекеме окуй тургандай кылып жазыңыз.',
  ru: 'Напишите так, как это прочитает учреждение.',
};

function error(field: string, ky: string, ru: string, mend: Text): BlockError {
  return { field, what: { ky, ru }, mend, href: `#${fieldId(field)}` };
}
