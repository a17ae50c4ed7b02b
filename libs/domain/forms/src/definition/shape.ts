import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';

import type { DefinitionProblem, FormDefinition } from '../types.ts';
import { problem } from './problem.ts';
import { definitionSchema } from './schema.ts';

const ajv = new Ajv({ allErrors: true, discriminator: true });
const isDefinition: ValidateFunction<FormDefinition> = ajv.compile<FormDefinition>(definitionSchema);

/** The definition, or what is wrong with its shape. */
export function readShape(
  data: unknown,
): { definition: FormDefinition } | { problems: readonly DefinitionProblem[] } {
  if (isDefinition(data)) return { definition: data };
  return { problems: shapeProblems(isDefinition.errors ?? []) };
}

/** Errors of a JSON Schema check in words, with the place in the data. Shared with the check of a whole service. */
export function shapeProblems(errors: readonly ErrorObject[]): DefinitionProblem[] {
  return errors.filter(({ keyword }) => keyword !== 'if' && keyword !== 'oneOf').map(inWords);
}

function parameter(error: ErrorObject, name: string): string {
  const params: Readonly<Record<string, unknown>> = error.params;
  const value = params[name];
  return typeof value === 'string' ? value : '';
}

function inWords(error: ErrorObject): DefinitionProblem {
  const place = error.instancePath;
  switch (error.keyword) {
    case 'required':
      return missingPart(place, parameter(error, 'missingProperty'));
    case 'additionalProperties': {
      const name = parameter(error, 'additionalProperty');
      return problem(
        `${place}/${name}`,
        'unknown-part',
        `«${name}» белгисиз.`,
        `Неизвестная часть «${name}».`,
      );
    }
    case 'discriminator':
      return problem(
        `${place}/type`,
        'unknown-type',
        `«${parameter(error, 'tagValue')}» деген талаанын түрү жок.`,
        `Типа поля «${parameter(error, 'tagValue')}» нет.`,
      );
    default:
      return badValue(place, error);
  }
}

function missingPart(place: string, name: string): DefinitionProblem {
  if (name === 'ky' || name === 'ru' || name === 'en') return noTranslation(`${place}/${name}`);
  return problem(`${place}/${name}`, 'missing', `«${name}» жок.`, `Нет части «${name}».`);
}

function noTranslation(place: string): DefinitionProblem {
  return problem(place, 'missing-translation', 'Бул тилде текст жок.', 'Нет текста на этом языке.');
}

function badValue(place: string, error: ErrorObject): DefinitionProblem {
  if (/\/(?:ky|ru|en)$/u.test(place)) return noTranslation(place);
  if (place.endsWith('/autofill')) {
    return problem(
      place,
      'unknown-autofill',
      'Мындай маалымат инсандын профилинде жок.',
      'В профиле заявителя нет такого сведения.',
    );
  }
  const why = error.message ?? error.keyword;
  return problem(place, 'wrong-value', `Мааниси туура эмес: ${why}.`, `Неверное значение: ${why}.`);
}
