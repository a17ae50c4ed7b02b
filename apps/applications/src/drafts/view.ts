import type { Applications, Common } from '@kyzmat/contracts';
import type { Calendar } from '@kyzmat/working-time';
import type { StoredFile } from '../attachments/store.ts';
import type { Service } from '../catalogue/catalogue.ts';
import { retention } from '../retention/policy.ts';
import { serviceChange } from './service-change.ts';
import type { DraftParts } from './parts.ts';
import type { Draft } from './store.ts';

export function summaryOf(
  draft: Draft,
  serviceTitle: Common['Text'],
  calendar: Calendar,
): Applications['DraftSummary'] {
  const { serviceCode, savedAt } = draft.state;
  // P573-27f: until when it stays open at the least, counted from the last time it was saved.
  const keptUntil = retention.draft.ends(savedAt, calendar);
  return { id: draft._id, serviceCode, serviceTitle, savedAt, keptUntil };
}

/** A draft as its owner sees it: what was typed, where it came from, and what has changed around it. */
export async function draftView(
  parts: DraftParts,
  draft: Draft,
  service: Service,
  files?: readonly StoredFile[],
): Promise<Applications['Draft']> {
  const { serviceVersion, answers, autofilled, completedPages, prefilled } = draft.state;
  const [calendar, change, uploaded] = await Promise.all([
    parts.calendars.current(),
    serviceChange(parts.catalogue, draft.state),
    files ?? parts.filesOf(draft._id),
  ]);
  return {
    ...summaryOf(draft, service.definition.service.title, calendar),
    serviceVersion,
    version: draft.version,
    answers: { ...answers },
    autofilled: [...autofilled],
    completedPages: [...completedPages],
    files: [...uploaded],
    stale: staleOf(service, draft),
    ...(prefilled === undefined ? {} : { prefilled: { ...prefilled, fields: [...prefilled.fields] } }),
    ...(change === undefined ? {} : { serviceChange: change }),
  };
}

/** Answers that no longer count, told openly. */
export function staleOf({ form }: Service, { state }: Draft): Applications['StaleAnswer'][] {
  return form
    .staleAnswers(state.answers)
    .map(({ because, ...answer }) => ({ ...answer, because: [...because] }));
}
