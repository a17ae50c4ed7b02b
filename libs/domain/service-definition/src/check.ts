import {
  type CompiledForm,
  compileForm,
  definitionProblem,
  type DefinitionProblem,
  shapeProblems,
} from '@kyzmat/forms';
import { Ajv, type ValidateFunction } from 'ajv';

import { descriptionProblems } from './description.ts';
import { placeProblems } from './places.ts';
import { compileDecision, compileParagraphs, inResult, resultFiller } from './result.ts';
import { withRule } from './rules.ts';
import { serviceSchema } from './schema.ts';
import type { ServiceCheck, ServiceDefinition } from './types.ts';

const isService: ValidateFunction<ServiceDefinition> = new Ajv({
  allErrors: true,
}).compile<ServiceDefinition>(serviceSchema);

interface Compiled {
  readonly form: CompiledForm;
  readonly decision: CompiledForm;
  readonly paragraphs: CompiledForm;
}

/** The forms of a service, or what is wrong with them; what is wrong with the decision is not said twice. */
function compileAll({
  service,
  form,
  result,
}: ServiceDefinition): Compiled | { problems: DefinitionProblem[] } {
  const main = compileForm(form);
  const decision = compileDecision(service, result);
  const paragraphs = decision.ok ? compileParagraphs(service, result) : decision;
  if (main.ok && decision.ok && paragraphs.ok) {
    return { form: main.form, decision: decision.form, paragraphs: paragraphs.form };
  }
  return {
    problems: [
      ...(main.ok ? [] : main.problems.map(inForm)),
      ...(paragraphs.ok ? [] : paragraphs.problems.map(inResult)),
    ],
  };
}

/** The form's own problems, also when the rest of the service has no shape yet: everything missing is named at once. */
function formProblems(data: unknown): DefinitionProblem[] {
  if (typeof data !== 'object' || data === null || !('form' in data)) return [];
  const compiled = compileForm(data.form);
  return compiled.ok ? [] : compiled.problems.map(inForm);
}

function inForm(problem: DefinitionProblem): DefinitionProblem {
  return { ...problem, place: `/form${problem.place}` };
}

function versionProblems({ service, form }: ServiceDefinition): DefinitionProblem[] {
  const { code, version } = service;
  if (form.id === code && form.version === version) return [];
  const ky = 'Форманын аты жана версиясы кызматтыкындай болушу керек.';
  return [definitionProblem('/form', 'form-mismatch', ky, 'Имя и версия формы должны быть как у услуги.')];
}

function refused(problems: readonly DefinitionProblem[]): ServiceCheck {
  return { ok: false, problems: problems.map(withRule) };
}

/**
 * Checks a service as a provider sends it (P573-45, C22-2h, C22-6): names each missing or wrong part, with the place,
 * the reason in both languages and the rule that asks for it. `data` is untrusted. Check once per service version.
 */
export function checkService(data: unknown): ServiceCheck {
  if (!isService(data)) return refused([...shapeProblems(isService.errors ?? []), ...formProblems(data)]);
  const compiled = compileAll(data);
  const own = [...descriptionProblems(data.service), ...versionProblems(data)];
  if ('problems' in compiled) return refused([...own, ...compiled.problems]);
  const { form, decision, paragraphs } = compiled;
  const problems = [...own, ...placeProblems(data.result, form, decision)];
  if (problems.length > 0) return refused(problems);
  return {
    ok: true,
    definition: data,
    form,
    decisionForm: decision,
    fillResult: resultFiller(data.result, form, decision, paragraphs),
  };
}
