import { meaningProblems } from './definition/meaning.ts';
import { readShape } from './definition/shape.ts';
import { applyAutofill } from './form/autofill.ts';
import { checkAll, checkField, checkPage } from './form/check.ts';
import { canonicalContent, dropHidden } from './form/content.ts';
import { describe } from './form/describe.ts';
import { createModel, type Model, type PageNode } from './form/model.ts';
import { prefill } from './form/prefill.ts';
import { staleAnswers } from './form/stale.ts';
import { parsePage, renderPage, typedAt } from './form/posted.ts';
import { viewOf, visibleFields } from './form/visible.ts';
import type { CompiledForm, CompileResult } from './types.ts';

/**
 * Checks a form definition and makes it ready for use. The definition is untrusted data (a provider's file):
 * every problem is named with its place and the reason in both languages. Compile once per definition version.
 */
export function compileForm(definition: unknown): CompileResult {
  const shape = readShape(definition);
  if ('problems' in shape) return { ok: false, problems: shape.problems };
  const problems = meaningProblems(shape.definition);
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, form: formOf(createModel(shape.definition)) };
}

function formOf(model: Model): CompiledForm {
  const pages = new Map(model.pages.map((page) => [page.page.id, page]));
  const pageAt = (id: string): PageNode => {
    const page = pages.get(id);
    if (page === undefined) throw new RangeError(`form ${model.definition.id} has no page ${id}`);
    return page;
  };
  return {
    definition: model.definition,
    parsePage: (pageId, raw, files = []) => parsePage(pageAt(pageId), raw, files),
    renderPage: (pageId, answers) => renderPage(pageAt(pageId), answers),
    typed: (address, answers) => typedAt(model, address, answers),
    checkField: (address, answers, ctx) => checkField(model, address, answers, ctx),
    checkPage: (pageId, answers, ctx) => checkPage(model, pageAt(pageId), answers, ctx),
    checkAll: (answers, ctx) => checkAll(model, answers, ctx),
    visiblePages: (answers) => {
      const view = viewOf(model, answers);
      return model.pages.filter((page) => view.isPageVisible(page)).map(({ page }) => page);
    },
    visibleFields: (answers) => visibleFields(model, answers),
    applyAutofill: (profile, answers) => applyAutofill(model, profile, answers),
    prefill: (from, earlier, answers, ctx) => prefill(model, from, earlier, answers, ctx),
    staleAnswers: (answers) => staleAnswers(model, answers),
    dropHidden: (answers) => dropHidden(model, answers),
    canonicalContent: (answers) => canonicalContent(model, answers),
    describe: (answers, lang) => describe(model, answers, lang),
  };
}
