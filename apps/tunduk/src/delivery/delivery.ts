import type { EventData } from '@kyzmat/contracts';
import type { NewAggregate, Next, WorkRequest } from '@kyzmat/store';

/** What is exchanged about one application with the document system of its provider; its id is the application's. */
export interface DeliveryState {
  readonly providerId: string;
  /** Whose data they are; let go with the application (P573-49). */
  readonly ownerId?: string;
  /** Also the name of its folder over there. */
  readonly reference: string;
  readonly serviceVersion: number;
  /** When the document system had all of it (P573-29f). */
  readonly deliveredAt?: string;
  /** The delivery takes too long, and everybody was told once. */
  readonly lateSince?: string;
  /** What came back, in the order in which it is carried out. */
  readonly answers: readonly TakenAnswer[];
}

/** A version of a document that the provider's side wrote. */
export interface TakenAnswer {
  readonly objectId: string;
  readonly changeToken: string;
  readonly name: string;
  readonly modifiedAt: string;
  readonly outcome?: AnswerOutcome;
}

export interface AnswerOutcome {
  readonly kind: 'carried_out' | 'refused' | 'gone';
  readonly at: string;
  /** Why it was refused. */
  readonly code?: string;
  /** Of the document as it entered Tunduk (P573-17b). */
  readonly sha256?: string;
}

export const queues = { deliver: 'deliver', news: 'tell', answers: 'answers' } as const;

export interface DeliverWork {
  readonly applicationId: string;
}
export interface AnswerWork {
  readonly applicationId: string;
  readonly objectId: string;
  readonly changeToken: string;
}

/** An application owed to its provider's document system. */
export function newDelivery({
  applicationId,
  providerId,
  ownerId,
  reference,
  serviceVersion,
  at,
}: EventData['ApplicationEvent']): NewAggregate<DeliveryState> {
  const work: WorkRequest<DeliverWork> = {
    queue: queues.deliver,
    id: `${applicationId}:deliver`,
    time: at,
    payload: { applicationId },
  };
  return {
    _id: applicationId,
    state: { providerId, ownerId, reference, serviceVersion, answers: [] },
    todo: [work],
  };
}

/** Undefined when it was known already. */
export function delivered(
  id: string,
  state: DeliveryState,
  documentId: string,
  at: string,
): Next<DeliveryState> | undefined {
  if (state.deliveredAt !== undefined) return undefined;
  const data: EventData['DeliveryEvent'] = {
    applicationId: id,
    providerId: state.providerId,
    documentId,
    at,
  };
  const event = { id: `${id}:delivered`, type: 'delivery.delivered.v1', time: at, data };
  return { state: { ...state, deliveredAt: at }, pending: [event] };
}

/**
 * P573-49: its person let the application go. What came from the provider, and its hashes, stay: they prove what entered
 * Tunduk (P573-17b); whose it was does not.
 */
export function letGo({ ownerId, ...rest }: DeliveryState): Next<DeliveryState> {
  return { state: rest };
}

/** Said once; the tries go on. */
export function late(id: string, state: DeliveryState, at: string): Next<DeliveryState> | undefined {
  if (state.deliveredAt !== undefined || state.lateSince !== undefined) return undefined;
  const data: EventData['DeliveryEvent'] = { applicationId: id, providerId: state.providerId, at };
  const event = { id: `${id}:late`, type: 'delivery.failed.v1', time: at, data };
  return { state: { ...state, lateSince: at }, pending: [event] };
}

/** Answers found in the folder, each version once, whatever the document system's change log says. */
export function taken(
  id: string,
  state: DeliveryState,
  found: readonly Omit<TakenAnswer, 'outcome'>[],
  at: string,
): Next<DeliveryState> | undefined {
  const fresh = found
    .filter((each) => !state.answers.some((known) => isSame(known, each)))
    .toSorted((a, b) => byTime(a, b) || rankOf(a.name) - rankOf(b.name));
  if (fresh.length === 0) return undefined;
  const todo = fresh.map(({ objectId, changeToken }): WorkRequest<AnswerWork> => ({
    queue: queues.answers,
    id: `${id}:${objectId}:${changeToken}`,
    time: at,
    payload: { applicationId: id, objectId, changeToken },
  }));
  return { state: { ...state, answers: [...state.answers, ...fresh] }, todo };
}

/** Undefined when its outcome is known: an outcome never changes. */
export function concluded(
  state: DeliveryState,
  answer: Pick<TakenAnswer, 'objectId' | 'changeToken'>,
  outcome: AnswerOutcome,
): Next<DeliveryState> | undefined {
  if (state.answers.find((each) => isSame(each, answer))?.outcome !== undefined) return undefined;
  const answers = state.answers.map((each) => (isSame(each, answer) ? { ...each, outcome } : each));
  return { state: { ...state, answers } };
}

export function isSame(
  a: Pick<TakenAnswer, 'objectId' | 'changeToken'>,
  b: Pick<TakenAnswer, 'objectId' | 'changeToken'>,
): boolean {
  return a.objectId === b.objectId && a.changeToken === b.changeToken;
}

/** Documents the provider's side writes, in the order in which one follows from another. */
export const answerNames = ['registration.json', 'refusal.json', 'answer.json'] as const;
export type AnswerName = (typeof answerNames)[number];
export const isAnswerName = (name: string): name is AnswerName => answerNames.some((known) => known === name);

const rankOf = (name: string): number => answerNames.findIndex((known) => known === name);
const byTime = (a: { modifiedAt: string }, b: { modifiedAt: string }): number =>
  a.modifiedAt < b.modifiedAt ? -1 : Number(a.modifiedAt > b.modifiedAt);
