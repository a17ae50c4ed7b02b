import type { Caller } from '@kyzmat/auth';
import { instant } from '@kyzmat/clock';
import type { Applications as Contract } from '@kyzmat/contracts';
import { filesIn } from '@kyzmat/forms';
import { permit } from '@kyzmat/http';
import type { Kit } from '@kyzmat/kit';
import { decide, type CommandOf, type ResultForm } from '@kyzmat/lifecycle';
import { actorOf, may } from '@kyzmat/policy';
import { Conflict } from '@kyzmat/store';
import { correlationId } from '@kyzmat/telemetry';
import { refusalProblem } from '../acts/refusal.ts';
import { infectedErrors, stillScanned, waitingAmong } from '../attachments/verdicts.ts';
import type { Calendars } from '../calendars/calendars.ts';
import type { Catalogue, Service } from '../catalogue/catalogue.ts';
import type { Standing } from '../catalogue/standing.ts';
import { applicantOf, mustBeProved, mustFit } from '../drafts/applicant.ts';
import { contentOf, type Content } from '../drafts/content.ts';
import { changesBetween } from '../drafts/service-change.ts';
import type { FilesOf } from '../attachments/store.ts';
import type { Draft, Drafts } from '../drafts/store.ts';
import type { People } from '../people/people.ts';
import type { Applicant, SignedContent, StoredApplication } from '../state/application.ts';
import { change } from '../state/change.ts';
import type { Applications } from '../state/store.ts';
import { referenceOf } from './reference.ts';
import { refusals } from './refusals.ts';
import type { Signed, VerifySignature } from './signature.ts';
import { termsOf } from './terms.ts';

interface Submission {
  readonly draftId: string;
  readonly draftVersion: number;
  readonly signature: string;
  readonly resultForm?: ResultForm;
}
export interface Submitted {
  readonly confirmation: Contract['Submitted'];
  /** It was there already with the same content. */
  readonly replayed: boolean;
}
export type Submit = (submission: Submission, caller: Caller) => Promise<Submitted>;

interface SubmitParts {
  readonly kit: Kit;
  readonly drafts: Drafts;
  readonly applications: Applications;
  readonly catalogue: Catalogue;
  readonly calendars: Calendars;
  readonly standing: Standing;
  readonly people: People;
  readonly verifySignature: VerifySignature;
  readonly filesOf: FilesOf;
}

/**
 * Makes the application out of a signed draft (P573-8l): one document, its id the draft's, so that however often the
 * same content is sent there is one application and one confirmation.
 */
export function openSubmit(parts: SubmitParts): Submit {
  const { kit, drafts, applications, catalogue, calendars, standing, people, verifySignature } = parts;

  async function applicantFor({ state }: Draft): Promise<Applicant> {
    return state.applicant ?? applicantOf(await people.profile(state.ownerId));
  }

  async function earlier(draftId: string, ownerId: string, hash: string): Promise<Submitted> {
    const found = await applications.aggregates.load(draftId);
    if (found === undefined) throw refusals.contentChanged();
    if (!isSame(found, ownerId, hash)) throw refusals.otherContent();
    return { confirmation: confirmation(found), replayed: true };
  }

  async function check(draft: Draft): Promise<{ service: Service; applicant: Applicant }> {
    const { serviceCode, serviceVersion } = draft.state;
    const [service, applicant] = await Promise.all([catalogue.current(serviceCode), applicantFor(draft)]);
    if (service.version !== serviceVersion) {
      const own = await catalogue.version(serviceCode, serviceVersion);
      throw refusals.serviceChanged(changesBetween(own, service));
    }
    mustFit(applicant, service);
    const errors = service.form.checkAll(draft.state.answers, { now: instant(kit.clock) });
    const named = filesIn(service.form.dropHidden(draft.state.answers).answers);
    // Most services ask for no file: then there is nothing to look up.
    const files = named.length === 0 ? [] : await parts.filesOf(draft._id);
    const all = [...errors, ...infectedErrors(service.form, draft.state.answers, files)];
    if (all.length > 0) throw refusals.incomplete(all);
    if (waitingAmong(named, files).length > 0) throw stillScanned();
    return { service, applicant };
  }

  return async (submission, caller) => {
    permit(may(caller, 'application.sign'));
    const [draft, signed] = await Promise.all([
      drafts.own(submission.draftId, caller),
      verifySignature(submission.signature),
    ]);
    if (signed.subject !== caller.subject || signed.signedBy !== caller.actor) throw refusals.notSigner();

    const { serviceCode, serviceVersion, answers } = draft.state;
    const content = contentOf((await catalogue.version(serviceCode, serviceVersion)).form, answers);
    if (draft.version !== submission.draftVersion || content.hash !== signed.hash) {
      return earlier(draft._id, caller.subject, signed.hash);
    }

    const { service, applicant } = await check(draft);
    const actor = actorOf(caller);
    const command = commandOf(draft, service, signed, submission.resultForm);
    const [calendar, provider, vouched] = await Promise.all([
      calendars.current(),
      standing(command.providerId),
      people.mustHaveAgreed(caller),
      people.mustStandFor(caller, draft.state.serviceCode),
    ]);
    mustBeProved(vouched, service);
    const context = { now: instant(kit.clock), actor, calendar, provider };
    const decision = decide(undefined, command, context);
    if (!decision.ok) throw refusalProblem(decision.refusal);

    const wanted = {
      ...change(undefined, decision.events, correlationId()),
      _id: draft._id,
      // Who vouches for the person may have changed since the draft was begun.
      content: signedContent(service, draft, content, submission.signature, signed, {
        ...applicant,
        ...vouched,
      }),
    };
    try {
      const { aggregate, replayed } = await applications.aggregates.create(wanted, (stored) =>
        isSame(stored, caller.subject, content.hash),
      );
      return { confirmation: confirmation(aggregate), replayed };
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      throw error.id === draft._id ? refusals.otherContent() : refusals.signatureUsed();
    }
  };
}

function commandOf(
  draft: Draft,
  service: Service,
  signed: Signed,
  resultForm: ResultForm | undefined,
): CommandOf<'submit'> {
  const terms = termsOf(service.definition);
  return {
    type: 'submit',
    id: draft._id,
    reference: referenceOf(draft._id),
    ownerId: draft.state.ownerId,
    providerId: service.definition.service.provider,
    serviceCode: service.code,
    serviceVersion: service.version,
    language: draft.state.language,
    contentHash: signed.hash,
    signature: { level: signed.level, signedBy: signed.signedBy, contentHash: signed.hash },
    resultForm: resultForm ?? terms.resultForms[0] ?? 'signed_document',
    terms,
  };
}

function signedContent(
  { form }: Service,
  { state }: Draft,
  { text }: Content,
  signature: string,
  { jti, qualified }: Signed,
  applicant: Applicant,
): SignedContent {
  // What counts, as it was signed: answers a changed branch has left behind stay with the draft.
  const { answers } = form.dropHidden(state.answers);
  return {
    text,
    answers,
    files: filesIn(answers),
    signature,
    jti,
    ...(qualified && { qualified }),
    applicant,
  };
}

function isSame({ state }: StoredApplication, ownerId: string, hash: string): boolean {
  return state.ownerId === ownerId && state.contentHash === hash;
}

function confirmation({ _id, state }: StoredApplication): Contract['Submitted'] {
  return { id: _id, reference: state.reference, submittedAt: state.submittedAt };
}
