import type { Applications as Contract, ApplicationsApi } from '@kyzmat/contracts';
import { notFound } from '@kyzmat/http';
import type { Journal } from '@kyzmat/journal';
import type { ContractRoutes } from '@kyzmat/kit';
import {
  groundTexts,
  type ApplicationEvent,
  type ApplicationState,
  type NoticeOwed,
} from '@kyzmat/lifecycle';
import { may } from '@kyzmat/policy';
import type { Catalogue, Service } from '../catalogue/catalogue.ts';
import { movedLimits } from '../clocks/moved.ts';
import type { People } from '../people/people.ts';
import { isOfDraft } from '../retention/draft-end.ts';
import type { DraftNotice } from '../retention/reminder.ts';
import type { Applications } from '../state/store.ts';

/**
 * What a notice has to say (P573-35a to 35e): asked by the notifications process when it writes the text, so that events
 * carry no reasons and no names.
 */
export function noticeRoutes(
  routes: ContractRoutes<ApplicationsApi>,
  { aggregates }: Applications,
  catalogue: Catalogue,
  people: People,
  journal: Pick<Journal, 'gives'>,
  ofDraft: DraftNotice,
): void {
  routes.get('/applications/{id}/notices/{noticeId}', async ({ params, caller }) => {
    // Nobody else has a use for it, so for nobody else it is there.
    const { allowed } = may(caller, 'notice.facts');
    const draft =
      allowed && isOfDraft(params.noticeId) ? await ofDraft(params.id, params.noticeId) : undefined;
    if (draft !== undefined) return draft;
    const application = allowed ? await aggregates.load(params.id) : undefined;
    const event = application?.history.find(({ notices }) =>
      notices.some(({ noticeId }) => noticeId === params.noticeId),
    );
    const notice = event?.notices.find(({ noticeId }) => noticeId === params.noticeId);
    if (application === undefined || event === undefined || notice === undefined)
      throw notFound('No such notice.');
    const { state } = application;
    const { ownerId: subject, id, reference } = state;
    await journal.gives(caller, { subject, act: 'application.notice', application: id, reference });
    const service = await catalogue.version(state.serviceCode, state.serviceVersion);
    const executor = state.executorId ?? state.refusal?.executorId;
    const executorName = executor === undefined ? undefined : await people.nameOfStaff(executor);
    return {
      ...factsOf(state, notice, service),
      ...moved(state, event),
      ...(executorName === undefined ? {} : { executorName }),
    };
  });
}

function factsOf(state: ApplicationState, notice: NoticeOwed, service: Service): Contract['NoticeFacts'] {
  const { kind, channels, facts } = notice;
  return {
    noticeId: notice.noticeId,
    kind,
    ruleId: notice.ruleId,
    recipientId: state.ownerId,
    language: state.language,
    channels: { required: [...channels.required], extra: [...channels.extra] },
    dueAt: notice.dueAt,
    applicationId: state.id,
    reference: state.reference,
    serviceTitle: service.definition.service.title,
    providerName: service.providerName,
    ...(state.contacts === undefined ? {} : { contacts: state.contacts }),
    ...(facts.startedAt === undefined ? {} : { startsAt: facts.startedAt }),
    ...(facts.provisionEndsAt === undefined ? {} : { endsAt: facts.provisionEndsAt }),
    ...(facts.awaits === undefined ? {} : { awaits: [...facts.awaits] }),
    ...(state.terms.priceTyiyn > 0 ? { amountTyiyn: state.terms.priceTyiyn } : {}),
    ...(kind === 'clarification_asked' ? question(state) : {}),
    ...(kind === 'intake_refused' || kind === 'provision_refused' ? refusal(state, service) : {}),
  };
}

/** What a new calendar moved: only what the user was shown, the provider's limits. */
function moved(
  { clocks }: ApplicationState,
  { type, facts }: ApplicationEvent,
): Pick<Contract['NoticeFacts'], 'moved' | 'because'> {
  return type === 'clocks_replanned' ? movedLimits(clocks, facts) : {};
}

function question({ clarifications }: ApplicationState): Pick<Contract['NoticeFacts'], 'question'> {
  const last = clarifications.at(-1);
  return last === undefined ? {} : { question: last.question };
}

/** The reason, the grounds in words, and where to appeal (P573-35b, P573-35e, P573-38). */
function refusal(
  state: ApplicationState,
  { definition }: Service,
): Pick<Contract['NoticeFacts'], 'reason' | 'grounds' | 'appeal'> {
  if (state.refusal === undefined) return {};
  const own = new Map(definition.service.refusalGrounds.map(({ id, text }) => [id, text]));
  const lawful = new Map<string, { ky: string; ru: string }>(Object.entries(groundTexts));
  const grounds = state.refusal.grounds.flatMap((ground) => own.get(ground) ?? lawful.get(ground) ?? []);
  return { reason: state.refusal.reason, grounds, appeal: definition.service.appeal };
}
