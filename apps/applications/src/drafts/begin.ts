import { randomUUID } from 'node:crypto';
import type { Caller } from '@kyzmat/auth';
import { instant } from '@kyzmat/clock';
import type { Applications, Identity } from '@kyzmat/contracts';
import { forbidden, Problem } from '@kyzmat/http';
import { applicantOf, mustFit } from './applicant.ts';
import type { DraftParts } from './routes.ts';
import type { Draft, DraftState } from './store.ts';
import { draftView, summaryOf } from './view.ts';

/**
 * A new draft, filled from the profile as far as it goes (P573-27c). Without the profile it begins empty and says so. Other
 * open drafts of the same service are shown with it; a second one is allowed.
 */
export async function begin(
  parts: DraftParts,
  caller: Caller,
  wanted: { serviceCode: string; language?: DraftState['language'] },
): Promise<Applications['Draft']> {
  if (caller.role !== 'user') throw forbidden('forbidden', 'Only a user of the portal may apply.');
  const { kit, catalogue, calendars, drafts, people } = parts;
  const [service, calendar, profile, before] = await Promise.all([
    catalogue.current(wanted.serviceCode),
    calendars.current(),
    people.profile(caller.subject).catch(unlessAway),
    drafts.listOf(caller.subject),
    people.mustHaveAgreed(caller),
  ]);
  const applicant = profile && applicantOf(profile);
  if (applicant !== undefined) mustFit(applicant, service);

  const { answers, filled } = profile
    ? service.form.applyAutofill(profile, {})
    : { answers: {}, filled: [] as readonly string[] };
  const state: DraftState = {
    ownerId: caller.subject,
    serviceCode: service.code,
    serviceVersion: service.version,
    language: wanted.language ?? 'ky',
    answers,
    autofilled: filled,
    completedPages: [],
    savedAt: instant(kit.clock),
    ...(applicant === undefined ? {} : { applicant }),
  };
  const { aggregate } = await drafts.create({ _id: randomUUID(), state }, () => false);

  const { title } = service.definition.service;
  const others = await parts.unsubmitted(before.filter((each) => isSame(each, service.code)));
  return {
    ...draftView(aggregate, title, calendar),
    profileUnavailable: profile === undefined,
    others: others.map((other) => summaryOf(other, title, calendar)),
  };
}

function isSame({ state }: Draft, serviceCode: string): boolean {
  return state.serviceCode === serviceCode;
}

function unlessAway(error: unknown): Identity['Profile'] | undefined {
  if (error instanceof Problem && error.status >= 500) return undefined;
  throw error;
}
