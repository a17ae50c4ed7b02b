import type { Applications, Common } from '@kyzmat/contracts';
import { draftAccess, type Calendar } from '@kyzmat/working-time';
import type { Draft } from './store.ts';

/** P573-27f: until when the draft stays open at the least, counted from the last time it was saved. */
export function keptUntil({ state }: Draft, calendar: Calendar): string {
  return draftAccess(state.savedAt, { calendar }).at;
}

export function summaryOf(
  draft: Draft,
  serviceTitle: Common['Text'],
  calendar: Calendar,
): Applications['DraftSummary'] {
  const { serviceCode, savedAt } = draft.state;
  return { id: draft._id, serviceCode, serviceTitle, savedAt, keptUntil: keptUntil(draft, calendar) };
}

export function draftView(
  draft: Draft,
  serviceTitle: Common['Text'],
  calendar: Calendar,
): Applications['Draft'] {
  const { serviceVersion, answers, autofilled, completedPages } = draft.state;
  return {
    ...summaryOf(draft, serviceTitle, calendar),
    serviceVersion,
    version: draft.version,
    answers: { ...answers },
    autofilled: [...autofilled],
    completedPages: [...completedPages],
  };
}
