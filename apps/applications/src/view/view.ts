import type { Caller } from '@kyzmat/auth';
import type { Applications } from '@kyzmat/contracts';
import {
  actsForProvider,
  availableCommands,
  isFinal,
  outageTexts,
  type ApplicationState,
} from '@kyzmat/lifecycle';
import { actorOf } from '@kyzmat/policy';
import type { StoredFile } from '../attachments/store.ts';
import { withScans } from '../attachments/verdicts.ts';
import type { Calendar } from '@kyzmat/working-time';
import type { Calendars } from '../calendars/calendars.ts';
import type { Catalogue, Service } from '../catalogue/catalogue.ts';
import type { FilesOf } from '../attachments/store.ts';
import type { Outages } from '../outages/outages.ts';
import type { People } from '../people/people.ts';
import type { ApplicationDocument } from '../state/application.ts';
import type { Ratings } from '../ratings/ratings.ts';
import { nextStep } from './next.ts';
import { appealWays, contacts, isOwner, returned, withdrawal } from './own.ts';
import { timeline } from './timeline.ts';
import { clockViews } from './why.ts';
import { assuranceOf } from '../drafts/applicant.ts';

export type View = Applications['ApplicationView'];
export type Language = View['language'];
/** One application as this caller may see it. */
export type ViewOf = (document: ApplicationDocument, caller: Caller, language?: Language) => Promise<View>;

interface ViewParts {
  readonly catalogue: Catalogue;
  readonly calendars: Calendars;
  readonly people: People;
  readonly outages: Outages;
  readonly filesOf: FilesOf;
  readonly ratings: Ratings;
}

export function openView(parts: ViewParts): ViewOf {
  const { catalogue, calendars, people, outages, filesOf, ratings } = parts;
  const nameOf = async (id: string | undefined): Promise<string | undefined> =>
    id === undefined ? undefined : people.nameOfStaff(id);
  return async (document, caller, language) => {
    const { state, history, content } = document;
    const forProvider = actsForProvider(caller.role);
    // The operator watches over times and stages; what people wrote is none of its business (P573-43).
    const insider = forProvider || caller.role === 'user' || caller.role === 'system';
    const clocks = insider ? state.clocks.filter(({ kind }) => kind !== 'notice') : state.clocks;
    const [service, calendar, clockList, files, outage, rating, executorName, refuserName, signerName] =
      await Promise.all([
        catalogue.version(state.serviceCode, state.serviceVersion),
        calendars.current(),
        clockViews(state, clocks, calendars),
        insider ? filesOf(state.id) : [],
        outageOf(state, outages),
        isOwner(caller, state) ? ratings.of(state) : undefined,
        nameOf(state.executorId),
        nameOf(state.refusal?.executorId),
        nameOf(state.result?.signedBy),
      ]);
    const next = nextStep(state, calendar.zone);
    const actions = actionsFor(state, caller);
    return {
      ...basics(state, service),
      timeline: timeline(history, state, insider),
      clocks: clockList,
      actions,
      pages: [],
      clarifications: [],
      ...(next === undefined ? {} : { next }),
      ...(outage === undefined ? {} : { outage }),
      ...(state.executorId !== undefined &&
        executorName !== undefined && { executor: { id: state.executorId, name: executorName } }),
      ...withdrawal(state, actions),
      ...returned(state, document),
      ...(rating === undefined ? {} : { rating }),
      ...(insider
        ? {
            ...inside(state, service, content, language ?? state.language, { signerName, files }),
            ...contacts(state, document, service),
            ...refusalOf(state, service, refuserName, calendar),
          }
        : {}),
      ...(forProvider ? { decisionForm: fieldsOf(service) } : {}),
    };
  };
}

/** P573-42: what delays it: recorded on it, or lasting at its provider since before it came. */
async function outageOf(state: ApplicationState, outages: Outages): Promise<View['outage']> {
  const known = state.outage ?? (isFinal(state.stage) ? undefined : await outages.lasting(state.providerId));
  if (known === undefined) return undefined;
  const { cause, startedAt, removedAt } = known;
  return { cause: outageTexts[cause], startedAt, ...(removedAt !== undefined && { removedAt }) };
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
    resultForm: state.resultForm,
    language: state.language,
    ...(registeredAt === undefined ? {} : { registeredAt }),
    ...(registrationNumber === undefined ? {} : { registrationNumber }),
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(provisionEndsAt === undefined ? {} : { provisionEndsAt }),
  };
}

interface Inside {
  readonly signerName: string | undefined;
  readonly files: readonly StoredFile[];
}

/** What was written by and to the user: for the user and for the provider that handles it (C22-3b). */
function inside(
  state: ApplicationState,
  { form }: Service,
  content: ApplicationDocument['content'],
  language: Language,
  { signerName, files }: Inside,
): Partial<View> {
  const { result } = state;
  return {
    applicantName: content.applicant.name,
    ...assuranceOf(content.applicant),
    pages: form.describe(content.answers, language).map((page) => ({ ...page, rows: [...page.rows] })),
    files: withScans(content.files, files),
    clarifications: state.clarifications.map(
      ({ id, question, askedAt, answer, answeredAt, attachmentIds = [] }) => ({
        id,
        question,
        askedAt,
        ...(answer === undefined ? {} : { answer }),
        ...(answeredAt === undefined ? {} : { answeredAt }),
        files: files.filter(({ fileId }) => attachmentIds.includes(fileId)),
      }),
    ),
    ...(result === undefined
      ? {}
      : {
          result: {
            ready: true,
            form: result.form,
            verificationCode: result.documentId,
            ...(signerName === undefined ? {} : { signedBy: signerName }),
            ...(state.endedAt === undefined ? {} : { at: state.endedAt }),
          },
        }),
  };
}

/** P573-17d, P573-35b, P573-35e: a refusal with its grounds, its reason, who answers for it and how to appeal (P573-38). */
function refusalOf(
  state: ApplicationState,
  service: Service,
  executorName: string | undefined,
  calendar: Calendar,
): Pick<View, 'refusal'> {
  if (state.refusal === undefined) return {};
  const { kind, grounds, reason } = state.refusal;
  return {
    refusal: {
      kind,
      grounds: [...grounds],
      reason,
      appeal: service.definition.service.appeal,
      ...(executorName === undefined ? {} : { executorName }),
      ...appealWays(state, service, calendar),
    },
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
