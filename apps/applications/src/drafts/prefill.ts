import { instant } from '@kyzmat/clock';
import type { Applications } from '@kyzmat/contracts';
import { notFound } from '@kyzmat/http';
import type { Answers } from '@kyzmat/forms';
import type { Service } from '../catalogue/catalogue.ts';
import type { Applicant, ApplicationDocument } from '../state/application.ts';
import type { DraftParts } from './parts.ts';
import type { DraftState } from './store.ts';

/** So many of a person's newest applications are looked at. */
const mostLookedAt = 20;
const mostOffered = 3;

interface Filled {
  readonly answers: Answers;
  readonly filled: readonly string[];
}

/** What an earlier application would fill in, over these answers; nothing of somebody else's. */
async function filledFrom(
  { kit, catalogue }: DraftParts,
  service: Service,
  { state, content }: ApplicationDocument,
  answers: Answers,
): Promise<Filled> {
  const earlier = await catalogue.version(state.serviceCode, state.serviceVersion);
  return service.form.prefill(earlier.form, content.answers, answers, { now: instant(kit.clock) });
}

/** The same person applies in the same role: for oneself, or for the same entity. */
function isSame(applicant: Applicant | undefined, { content }: ApplicationDocument): boolean {
  const { kind, identifier } = content.applicant;
  return applicant !== undefined && applicant.kind === kind && applicant.identifier === identifier;
}

/** Earlier applications whose answers would help, newest first, with the questions each would answer. */
export async function prefillSources(
  parts: DraftParts,
  ownerId: string,
  applicant: Applicant | undefined,
  service: Service,
  known: Answers,
): Promise<Applications['PrefillSource'][]> {
  const newest = await parts.submitted
    .find({ 'state.ownerId': ownerId })
    .sort({ 'state.submittedAt': -1 })
    .limit(mostLookedAt)
    .toArray();
  const labels = new Map(
    service.form.definition.pages.flatMap(({ fields }) => fields.map(({ id, label }) => [id, label])),
  );
  const sources: Applications['PrefillSource'][] = [];
  for (const each of newest) {
    if (!isSame(applicant, each)) continue;
    const { filled } = await filledFrom(parts, service, each, known);
    const fields = filled.flatMap((id) => labels.get(id) ?? []);
    if (fields.length === 0) continue;
    const { serviceCode, serviceVersion, reference, submittedAt } = each.state;
    const { definition } = await parts.catalogue.version(serviceCode, serviceVersion);
    sources.push({
      applicationId: each._id,
      reference,
      serviceTitle: definition.service.title,
      submittedAt,
      fields,
    });
    if (sources.length === mostOffered) break;
  }
  return sources;
}

/** The answers with those of the earlier application the person named, and the note of it. */
export async function prefilled(
  parts: DraftParts,
  ownerId: string,
  applicant: Applicant | undefined,
  service: Service,
  from: string,
  answers: Answers,
): Promise<Pick<DraftState, 'answers' | 'prefilled'>> {
  const earlier = await parts.submitted.findOne({ _id: from, 'state.ownerId': ownerId });
  if (earlier === null || !isSame(applicant, earlier)) throw notFound('No such application.');
  const { answers: all, filled } = await filledFrom(parts, service, earlier, answers);
  if (filled.length === 0) return { answers: all };
  const { reference, submittedAt } = earlier.state;
  return { answers: all, prefilled: { applicationId: from, reference, submittedAt, fields: filled } };
}
