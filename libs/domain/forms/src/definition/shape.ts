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
  if (/\/(?:ky|ru|en)$/u.test(place) && error.keyword !== 'maxLength') return noTranslation(place);
  if (place.endsWith('/autofill')) {
    return problem(
      place,
      'unknown-autofill',
      'Мындай маалымат инсандын профилинде жок.',
      'В профиле заявителя нет такого сведения.',
    );
  }
  const [ky, ru] = demands[error.keyword] ?? ['башка маани керек', 'нужно другое значение'];
  const params: Readonly<Record<string, unknown>> = error.params;
  const limit = Object.values(params).flat().join(', ');
  return problem(place, 'wrong-value', `Туура эмес: ${ky} (${limit}).`, `Неверно: ${ru} (${limit}).`);
}

/** What a keyword of JSON Schema demands, in words; its limit follows in brackets. */
const demands: Readonly<Record<string, readonly [ky: string, ru: string]>> = {
  type: ['башка түрдөгү маани керек', 'нужно значение другого вида'],
  enum: ['тизмедегилердин бири керек', 'нужно одно из списка'],
  const: ['так ушул маани керек', 'нужно именно это значение'],
  pattern: ['үлгүгө туура келиши керек', 'нужно соответствие образцу'],
  minLength: ['өтө кыска', 'слишком коротко'],
  maxLength: ['өтө узун', 'слишком длинно'],
  minimum: ['өтө аз', 'слишком мало'],
  maximum: ['өтө көп', 'слишком много'],
  minItems: ['тизме өтө кыска', 'слишком мало элементов'],
  maxItems: ['тизме өтө узун', 'слишком много элементов'],
  uniqueItems: ['кайталанбашы керек', 'повторы не допускаются'],
};
