import type { Caller } from '@kyzmat/auth';
import type { Applications } from '@kyzmat/contracts';
import { actsForProvider, availableCommands, type ApplicationState } from '@kyzmat/lifecycle';
import type { Calendars } from '../calendars/calendars.ts';
import type { Catalogue, Service } from '../catalogue/catalogue.ts';
import type { People } from '../people/people.ts';
import { actorOf } from '../acts/actor.ts';
import type { ApplicationDocument } from '../state/application.ts';
import { nextStep } from './next.ts';
import { timeline } from './timeline.ts';
import { clockViews } from './why.ts';

export type View = Applications['ApplicationView'];
export type Language = View['language'];
/** One application as this caller may see it. */
export type ViewOf = (document: ApplicationDocument, caller: Caller, language?: Language) => Promise<View>;

export interface ViewParts {
  readonly catalogue: Catalogue;
  readonly calendars: Calendars;
  readonly people: People;
}

export function openView({ catalogue, calendars, people }: ViewParts): ViewOf {
  const nameOf = async (id: string | undefined): Promise<string | undefined> =>
    id === undefined ? undefined : people.nameOfStaff(id);
  return async ({ state, history, content }, caller, language) => {
    const forProvider = actsForProvider(caller.role);
    // The operator watches over times and stages; what people wrote is none of its business (P573-43).
    const insider = forProvider || caller.role === 'user' || caller.role === 'system';
    const clocks = insider ? state.clocks.filter(({ kind }) => kind !== 'notice') : state.clocks;
    const [service, calendar, clockList, executorName, signerName] = await Promise.all([
      catalogue.version(state.serviceCode, state.serviceVersion),
      calendars.current(),
      clockViews(state, clocks, calendars),
      nameOf(state.executorId),
      nameOf(state.result?.signedBy),
    ]);
    const next = nextStep(state, calendar.zone);
    return {
      ...basics(state, service),
      timeline: timeline(history, insider),
      clocks: clockList,
      actions: actionsFor(state, caller),
      pages: [],
      clarifications: [],
      ...(next === undefined ? {} : { next }),
      ...(state.executorId !== undefined &&
        executorName !== undefined && { executor: { id: state.executorId, name: executorName } }),
      ...(insider
        ? inside(state, service, content, language ?? state.language, { executorName, signerName })
        : {}),
      ...(forProvider ? { decisionForm: fieldsOf(service) } : {}),
    };
  };
}

type Basics = Omit<View, 'timeline' | 'clocks' | 'actions' | 'pages' | 'clarifications'>;

/** What everybody who may see the application sees. */
function basics(state: ApplicationState, service: Service): Basics {
  const { registeredAt, registrationNumber, startedAt, provisionEndsAt } = state;
  return {
    id: state.id,
    reference: state.reference,
    version: state.version,
    serviceCode: state.serviceCode,
    serviceVersion: state.serviceVersion,
    serviceTitle: service.definition.service.title,
    providerId: state.providerId,
    providerName: service.providerName,
    stage: state.stage,
    payment: state.payment,
    priceTyiyn: state.terms.priceTyiyn,
    submittedAt: state.submittedAt,
    language: state.language,
    ...(registeredAt === undefined ? {} : { registeredAt }),
    ...(registrationNumber === undefined ? {} : { registrationNumber }),
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(provisionEndsAt === undefined ? {} : { provisionEndsAt }),
  };
}

/** What was written by and to the user: for the user and for the provider that handles it (C22-3b). */
function inside(
  state: ApplicationState,
  { form, definition }: Service,
  content: ApplicationDocument['content'],
  language: Language,
  { executorName, signerName }: Readonly<Record<'executorName' | 'signerName', string | undefined>>,
): Partial<View> {
  const { refusal, result } = state;
  return {
    applicantName: content.applicant.name,
    pages: form.describe(content.answers, language).map((page) => ({ ...page, rows: [...page.rows] })),
    files: content.files.map((file) => ({ ...file })),
    clarifications: state.clarifications.map(({ id, question, askedAt, answer, answeredAt }) => ({
      id,
      question,
      askedAt,
      ...(answer === undefined ? {} : { answer }),
      ...(answeredAt === undefined ? {} : { answeredAt }),
    })),
    ...(refusal === undefined
      ? {}
      : {
          refusal: {
            kind: refusal.kind,
            grounds: [...refusal.grounds],
            reason: refusal.reason,
            appeal: definition.service.appeal,
            ...(executorName === undefined ? {} : { executorName }),
          },
        }),
    ...(result === undefined
      ? {}
      : {
          result: {
            ready: true,
            verificationCode: result.documentId,
            ...(signerName === undefined ? {} : { signedBy: signerName }),
            ...(state.endedAt === undefined ? {} : { at: state.endedAt }),
          },
        }),
  };
}

/** Buttons: the lifecycle's commands, where a provider approves by deciding with the data of the result. */
function actionsFor(state: ApplicationState, caller: Caller): string[] {
  const context = { actor: actorOf(caller), provider: { blocked: false } };
  const commands = availableCommands(state, context).map(({ command }) => command);
  return commands
    .filter((command) => command !== 'complete')
    .map((command) => (command === 'approve' ? 'decide' : command));
}

function fieldsOf({ definition }: Service): NonNullable<View['decisionForm']> {
  return definition.result.decisionFields.map((field) => ({ ...field }));
}
