import { answerAt, fieldAt, type Answers, type CompiledForm, type Field } from '@kyzmat/forms';
import { frameOf, one, typedOnly, type Fields } from '@kyzmat/web';
import type { Response } from 'express';
import { official } from '../../site/formats.ts';
import type { Site } from '../../site/site.ts';
import { pageOf, typedOver, type LoadedDraft } from './load.ts';
import type { PageRequest } from './show.ts';

/** One question answered otherwise in another window or on another device. */
interface Difference {
  readonly id: string;
  readonly label: Field['label'];
  readonly mine: string;
  readonly theirs: string;
}

/** Which of two answers to keep: as posted, by the name of the input `_keep.<field>`. */
type Choice = 'mine' | 'theirs';
const choiceOf = (fields: Fields, id: string): Choice | undefined =>
  (['mine', 'theirs'] as const).find((choice) => choice === one(fields, `_keep.${id}`));

/** The questions of a page whose answers differ between what was posted and what is stored now. */
export function differences(
  newer: LoadedDraft,
  pageId: string,
  posted: Fields,
  lang: 'ky' | 'ru',
): Difference[] {
  const { form } = newer.service;
  const mine = typedOver(newer, pageId, posted);
  return pageOf(newer, pageId).fields.flatMap(({ id, label }) => {
    const same = [mine, newer.answers].map((answers) => JSON.stringify(answerAt(id, answers) ?? null));
    if (same[0] === same[1]) return [];
    return [
      { id, label, mine: inWords(form, mine, id, lang), theirs: inWords(form, newer.answers, id, lang) },
    ];
  });
}

/** An answer of one question in words; of a group row by row. */
function inWords(form: CompiledForm, answers: Answers, id: string, lang: 'ky' | 'ru'): string {
  const rows = form
    .describe(answers, lang)
    .flatMap((page) => page.rows)
    .filter(({ fieldId }) => fieldId === id || fieldId.startsWith(`${id}[`));
  return rows.map(({ label, text }) => (rows.length === 1 ? text : `${label}: ${text}`)).join('; ');
}

/** The differences nobody has chosen between yet. */
export function undecided(differing: readonly Difference[], posted: Fields): Difference[] {
  return differing.filter(({ id }) => choiceOf(posted, id) === undefined);
}

/** The page as chosen: posted fields, where the other answer was taken that of the stored draft. */
export function chosenFields({ service, answers }: LoadedDraft, pageId: string, posted: Fields): Fields {
  const stored = service.form.renderPage(pageId, answers);
  const theirs = (name: string): boolean => choiceOf(posted, fieldAt(name)) === 'theirs';
  return Object.fromEntries([
    ...Object.entries(typedOnly(posted)).filter(([name]) => !theirs(name)),
    ...Object.entries(stored).filter(([name]) => theirs(name)),
  ]);
}

/**
 * Saved in two windows or on two devices: both answers of each question stand side by side, and nothing is overwritten
 * unasked. What was typed here travels on in the page itself, so it is not lost without script either.
 */
export function showBoth(
  { pages }: Site,
  request: PageRequest,
  response: Response,
  newer: LoadedDraft,
  posted: Fields,
  asked = false,
): void {
  const { id, page } = request.params;
  const lang = official(frameOf(response).lang);
  const t = pages.t(lang);
  const both = differences(newer, page, posted, lang);
  const open = new Set(asked ? undecided(both, posted).map((one) => one.id) : []);
  const missing = { what: t('draft.both.choose'), mend: t('draft.both.choose.mend') };
  const questions = both.map((each) => ({
    name: `_keep.${each.id}`,
    label: each.label,
    value: choiceOf(posted, each.id),
    errors: open.has(each.id) ? [missing] : [],
    options: [
      { value: 'mine', label: each.mine || '—', hint: t('draft.both.mine') },
      { value: 'theirs', label: each.theirs || '—', hint: t('draft.both.theirs') },
    ],
  }));
  const model = {
    draft: newer.draft,
    page: pageOf(newer, page),
    action: `/cabinet/drafts/${id}/pages/${page}`,
    query: request.query['to'] === 'check' ? '?to=check' : '',
    questions,
    carried: Object.entries(typedOnly(posted)).flatMap(([name, value]) =>
      [value].flat().map((text) => ({ name, value: text })),
    ),
    errors: questions
      .filter(({ errors }) => errors.length > 0)
      .map(({ name }) => ({ error: missing, href: `#f-${name.replace('.', '-')}` })),
  };
  pages.render(response, 'cabinet/drafts/both.njk', model, asked ? 422 : 409);
}
