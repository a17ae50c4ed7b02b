import {
  type CompiledForm,
  compileForm,
  type CompileResult,
  type DefinitionProblem,
  type Field,
  type FormDefinition,
  type Lang,
  type Text,
} from '@kyzmat/forms';

import { place } from './places.ts';
import type { FilledResult, ResultData, ResultTemplate, ServiceDescription } from './types.ts';

const decisionTitle: Text = { ky: 'Чечим', ru: 'Решение', en: 'Decision' };
const howToFill: Text = {
  ky: 'Чечимдин маалыматын жазыңыз: алар жыйынтык документине түшөт.',
  ru: 'Впишите сведения решения: они войдут в документ-результат.',
};

function definitionOf(
  service: ServiceDescription,
  result: ResultTemplate,
  conditions: readonly Field[],
): FormDefinition {
  const decision = { id: 'decision', title: decisionTitle, fields: result.decisionFields };
  const shown = { id: 'shown', title: decisionTitle, fields: conditions };
  return {
    id: `${service.code}-decision`.slice(0, 60),
    version: service.version,
    title: decisionTitle,
    howToFill,
    pages: conditions.length === 0 ? [decision] : [decision, shown],
  };
}

/** The clerk's form: one page `decision`. */
export function compileDecision(service: ServiceDescription, result: ResultTemplate): CompileResult {
  return compileForm(definitionOf(service, result, []));
}

function paragraphId(index: number): string {
  return `paragraph${index}`;
}

/**
 * Conditions of paragraphs are checked and asked as conditions of fields that come after the decision, so they obey
 * the same rules: known names, hidden answers are empty, some decision fulfils them.
 */
export function compileParagraphs(service: ServiceDescription, result: ResultTemplate): CompileResult {
  const conditions = result.paragraphs.map(({ showWhen }, index): Field => {
    const field: Field = { id: paragraphId(index), type: 'yesNo', label: decisionTitle };
    return showWhen === undefined ? field : { ...field, showWhen };
  });
  return compileForm(definitionOf(service, result, conditions));
}

/** The place of a problem of the forms above in the file of the result. */
export function inResult(problem: DefinitionProblem): DefinitionProblem {
  const at = problem.place
    .replace(/^\/pages\/0\/fields/u, '/result/decisionFields')
    .replace(/^\/pages\/1\/fields/u, '/result/paragraphs');
  return { ...problem, place: at };
}

type Words = ReadonlyMap<string, string>;

function wordsOf(
  form: CompiledForm,
  answers: ResultData['answers'],
  prefix: string,
  lang: Lang,
): [string, string][] {
  return form
    .describe(answers, lang)
    .flatMap(({ rows }) => rows)
    .map(({ fieldId, text }) => [`${prefix}.${fieldId}`, text]);
}

function allWords(form: CompiledForm, decisionForm: CompiledForm, data: ResultData, lang: Lang): Words {
  const { applicantName, applicantIdentifier, reference, submittedOn } = data.facts;
  return new Map([
    ...wordsOf(form, data.answers, 'answers', lang),
    ...wordsOf(decisionForm, data.decision, 'decision', lang),
    ['applicant.name', applicantName],
    ['applicant.identifier', applicantIdentifier],
    ['application.reference', reference],
    ['application.submittedOn', lang === 'ky' ? submittedOn.ky : submittedOn.ru],
  ]);
}

function fill(text: string, words: Words): string {
  return text.replace(place, (_, name: string) => words.get(name) ?? '—');
}

/** Makes the texts of result documents of one service version. */
export function resultFiller(
  result: ResultTemplate,
  form: CompiledForm,
  decisionForm: CompiledForm,
  paragraphs: CompiledForm,
): (data: ResultData) => FilledResult {
  return (data) => {
    const ky = allWords(form, decisionForm, data, 'ky');
    const ru = allWords(form, decisionForm, data, 'ru');
    const both = (text: Text): Text => ({ ky: fill(text.ky, ky), ru: fill(text.ru, ru) });
    const shown = new Set(paragraphs.visibleFields(data.decision).map(({ address }) => address));
    return {
      title: both(result.title),
      paragraphs: result.paragraphs.filter((_, i) => shown.has(paragraphId(i))).map(({ text }) => both(text)),
      fields: result.fields.map(({ label, value }) => ({ label, value: both({ ky: value, ru: value }) })),
      signerPost: result.signerPost,
    };
  };
}
