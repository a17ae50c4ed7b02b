import { randomUUID } from 'node:crypto';
import type { Caller } from '@kyzmat/auth';
import { instant } from '@kyzmat/clock';
import type { Applications, Identity } from '@kyzmat/contracts';
import type { Answers } from '@kyzmat/forms';
import { permit, Problem } from '@kyzmat/http';
import { may } from '@kyzmat/policy';
import type { Service } from '../catalogue/catalogue.ts';
import { draftMoments } from '../retention/policy.ts';
import { applicantOf, mustBeProved, mustFit } from './applicant.ts';
import { prefilled } from './prefill.ts';
import type { DraftParts } from './parts.ts';
import type { Draft, DraftState } from './store.ts';
import { draftView, summaryOf } from './view.ts';

/**
 * A new draft, filled from the profile as far as it goes (P573-27c). Without the profile it begins empty and says so. Other
 * open drafts of the same service are shown with it; a second one is allowed.
 */
export async function begin(
  parts: DraftParts,
  caller: Caller,
  wanted: { serviceCode: string; language?: DraftState['language']; prefillFrom?: string },
): Promise<Applications['Draft']> {
  permit(may(caller, 'draft.begin'));
  const { kit, catalogue, calendars, drafts, people } = parts;
  const [service, calendar, profile, before, vouched] = await Promise.all([
    catalogue.current(wanted.serviceCode),
    calendars.current(),
    people.profile(caller.subject).catch(unlessAway),
    drafts.listOf(caller.subject),
    people.mustHaveAgreed(caller),
  ]);
  const applicant = profile && applicantOf(profile);
  if (applicant !== undefined) mustFit(applicant, service);
  mustBeProved(vouched, service);

  const { answers, filled } = autofill(service, profile);
  // After ESI, whose data are newer; before the person types anything.
  const taken =
    wanted.prefillFrom === undefined
      ? { answers }
      : await prefilled(parts, caller.subject, applicant, service, wanted.prefillFrom, answers);
  const savedAt = instant(kit.clock);
  const state: DraftState = {
    ownerId: caller.subject,
    serviceCode: service.code,
    serviceVersion: service.version,
    language: wanted.language ?? 'ky',
    ...taken,
    autofilled: filled,
    completedPages: [],
    savedAt,
    ...(applicant === undefined ? {} : { applicant }),
  };
  const { aggregate } = await drafts.create(
    { _id: randomUUID(), state, nextDueAt: draftMoments(savedAt, calendar).remindAt },
    () => false,
  );

  const { title } = service.definition.service;
  const others = await parts.unsubmitted(before.filter((each) => isSame(each, service.code)));
  return {
    ...(await draftView(parts, aggregate, service)),
    profileUnavailable: profile === undefined,
    others: others.map((other) => summaryOf(other, title, calendar)),
  };
}

/** What a draft of this service begins with, as far as the profile goes (P573-27c). */
export function autofill(
  { form }: Service,
  profile: Identity['Profile'] | undefined,
): { readonly answers: Answers; readonly filled: readonly string[] } {
  return profile === undefined ? { answers: {}, filled: [] } : form.applyAutofill(profile, {});
}

function isSame({ state }: Draft, serviceCode: string): boolean {
  return state.serviceCode === serviceCode;
}

export function unlessAway(error: unknown): Identity['Profile'] | undefined {
  if (error instanceof Problem && error.status >= 500) return undefined;
  throw error;
}
