import { type CompiledForm, definitionProblem, type DefinitionProblem, type Text } from '@kyzmat/forms';

import type { ResultTemplate } from './types.ts';

/** A place in a text to be filled in: `{answers.birthDate}`. */
export const place = /\{([^{}]*)\}/gu;

const facts = ['applicant.name', 'applicant.identifier', 'application.reference', 'application.submittedOn'];

function placesIn(text: string): string[] {
  return [...text.matchAll(place)].map((match) => match[1] ?? '');
}

/** Plain fields of a form, as places: rows of a group have no single value to put into a sentence. */
function fieldPlaces(form: CompiledForm, prefix: string): string[] {
  return form.definition.pages
    .flatMap((page) => page.fields)
    .filter((field) => field.type !== 'group')
    .map((field) => `${prefix}.${field.id}`);
}

function unknownPlaces(text: string, at: string, known: ReadonlySet<string>): DefinitionProblem[] {
  return placesIn(text)
    .filter((name) => !known.has(name))
    .map((name) =>
      definitionProblem(
        at,
        'unknown-placeholder',
        `«{${name}}» эч нерсени билдирбейт.`,
        `«{${name}}» ничего не значит.`,
      ),
    );
}

function textProblems(text: Text, at: string, known: ReadonlySet<string>): DefinitionProblem[] {
  const unknown = [
    ...unknownPlaces(text.ky, `${at}/ky`, known),
    ...unknownPlaces(text.ru, `${at}/ru`, known),
  ];
  const same = placesIn(text.ky).sort().join() === placesIn(text.ru).sort().join();
  if (unknown.length > 0 || same) return unknown;
  const ky = 'Эки тилдеги тексттин маалыматы ар башка.';
  return [definitionProblem(at, 'placeholder-mismatch', ky, 'В текстах на двух языках разные сведения.')];
}

/** P573-45: every place of the result's form can be filled in, and both languages say the same. */
export function placeProblems(
  result: ResultTemplate,
  form: CompiledForm,
  decisionForm: CompiledForm,
): DefinitionProblem[] {
  const known = new Set([
    ...facts,
    ...fieldPlaces(form, 'answers'),
    ...fieldPlaces(decisionForm, 'decision'),
  ]);
  return [
    ...textProblems(result.title, '/result/title', known),
    ...result.paragraphs.flatMap(({ text }, i) => textProblems(text, `/result/paragraphs/${i}/text`, known)),
    ...result.fields.flatMap(({ value }, i) => unknownPlaces(value, `/result/fields/${i}/value`, known)),
  ];
}
