import assert from 'node:assert/strict';
import { createCalendar, kyrgyzCalendar, type Calendar } from '@kyzmat/working-time';
import { decide } from '../decide.ts';
import { evolve } from '../evolve.ts';
import type {
  Actor,
  ApplicationEvent,
  ApplicationState,
  Command,
  CommandOf,
  CommandRefusal,
  Context,
  EventType,
  Instant,
  LegalClock,
  NoticeKind,
  NoticeOwed,
  Terms,
} from '../types.ts';

export const calendar = createCalendar(kyrgyzCalendar);

export const freeTerms: Terms = {
  priceTyiyn: 0,
  term: { count: 3, unit: 'working_days' },
  appearanceRequired: false,
  signatureLevel: 'simple',
  resultForms: ['signed_document', 'information'],
  refundOnProvisionRefusal: false,
};
export const paidTerms: Terms = { ...freeTerms, priceTyiyn: 20_000 };

export const user: Actor = { id: 'person-1', role: 'user' };
export const stranger: Actor = { id: 'person-2', role: 'user' };
export const executor: Actor = { id: 'clerk-1', role: 'executor', providerId: 'provider-a' };
export const colleague: Actor = { id: 'clerk-2', role: 'executor', providerId: 'provider-a' };
export const foreigner: Actor = { id: 'clerk-9', role: 'executor', providerId: 'provider-b' };
export const signer: Actor = { id: 'signer-1', role: 'signer', providerId: 'provider-a' };
export const head: Actor = { id: 'head-1', role: 'provider_head', providerId: 'provider-a' };
export const edms: Actor = { id: 'edms-a', role: 'provider_system', providerId: 'provider-a' };
export const operator: Actor = { id: 'operator-1', role: 'operator' };
export const owner: Actor = { id: 'owner-1', role: 'owner' };
export const system: Actor = { id: 'applications', role: 'system' };

/** A moment on the wall clock of Bishkek: `2021-03-12 15:30`. */
export function local(text: string): Instant {
  const [date = '', time = '00:00'] = text.split(' ');
  return new Date(`${date}T${time.length === 5 ? `${time}:00` : time}+06:00`).toISOString();
}

export const submit = (terms: Terms = freeTerms): CommandOf<'submit'> => ({
  type: 'submit',
  id: 'a1',
  reference: 'KZ-2021-0001',
  ownerId: user.id,
  providerId: 'provider-a',
  serviceCode: 'certificate',
  serviceVersion: 3,
  language: 'ky',
  contentHash: 'sha256:aa',
  signature: { level: 'simple', signedBy: user.id, contentHash: 'sha256:aa' },
  resultForm: 'signed_document',
  terms,
});
export const register: CommandOf<'register'> = {
  type: 'register',
  registrationNumber: '12-345',
  executorId: executor.id,
};
export const refuseIntake: CommandOf<'refuse_intake'> = {
  type: 'refuse_intake',
  grounds: ['incomplete'],
  reason: 'Тиркемеде экинчи барак жок.',
  executorId: executor.id,
};
export const refuseProvision: CommandOf<'refuse_provision'> = {
  type: 'refuse_provision',
  grounds: ['no_right'],
  reason: 'Регламенттин 7-пункту.',
  executorId: executor.id,
};
export const complete: CommandOf<'complete'> = {
  type: 'complete',
  result: {
    form: 'signed_document',
    documentId: 'doc-1',
    documentHash: 'sha256:bb',
    signedBy: signer.id,
  },
};
export const pay = (paidAt: Instant, chargeId = 'charge-1'): CommandOf<'confirm_payment'> => ({
  type: 'confirm_payment',
  chargeId,
  amountTyiyn: paidTerms.priceTyiyn,
  paidAt,
});
export const ask: CommandOf<'ask_clarification'> = {
  type: 'ask_clarification',
  wants: 'document',
  question: 'Экинчи баракты тиркеп коюңузчу.',
};

/** One application told step by step; each step gives a new story. */
export interface Story {
  readonly state: ApplicationState;
  readonly history: readonly ApplicationEvent[];
  /** The step must be carried out. */
  then(at: Instant, actor: Actor, command: Command, more?: Partial<Context>): Story;
  /** The step must be refused. */
  refused(at: Instant, actor: Actor, command: Command, more?: Partial<Context>): CommandRefusal;
  clock(kind: LegalClock['kind'] | NoticeKind): LegalClock;
  notices(kind: NoticeKind): NoticeOwed[];
  notice(kind: NoticeKind): NoticeOwed;
  types(): EventType[];
}

/** A story that begins with a submission. */
export function submitted(at: Instant, terms: Terms = freeTerms): Story {
  return follow(undefined, [], at, user, submit(terms), {});
}

export function contextOf(at: Instant, actor: Actor, more: Partial<Context> = {}): Context {
  return { now: at, actor, calendar, provider: { blocked: false }, ...more };
}

/** The reference calendar with one day changed. */
export function withDay(date: string, working: boolean): Calendar {
  const reason = { ky: 'Өкмөттүн токтому', ru: 'Постановление Правительства' };
  return calendar.withExceptions([{ date, working, reason }], `${calendar.version}+${date}`);
}

function follow(
  before: ApplicationState | undefined,
  past: readonly ApplicationEvent[],
  at: Instant,
  actor: Actor,
  command: Command,
  more: Partial<Context>,
): Story {
  const decision = decide(before, command, contextOf(at, actor, more));
  assert.ok(decision.ok, `${command.type} was refused: ${JSON.stringify(decision)}`);
  const state = decision.events.reduce<ApplicationState | undefined>(evolve, before);
  assert.ok(state);
  return tell(state, [...past, ...decision.events]);
}

function tell(state: ApplicationState, history: readonly ApplicationEvent[]): Story {
  const notices = (kind: NoticeKind) =>
    history.flatMap((event) => event.notices).filter((notice) => notice.kind === kind);
  return {
    state,
    history,
    then: (at, actor, command, more = {}) => follow(state, history, at, actor, command, more),
    refused: (at, actor, command, more = {}) => {
      const decision = decide(state, command, contextOf(at, actor, more));
      assert.ok(!decision.ok, `${command.type} was not refused`);
      return decision.refusal;
    },
    clock: (kind) => {
      const clock = state.clocks.find((one) => one.kind === kind || one.notice?.kind === kind);
      assert.ok(clock, `no clock ${kind}`);
      return clock;
    },
    notices,
    notice: (kind) => {
      const [first, second] = notices(kind);
      assert.ok(first && !second, `expected one notice ${kind}, got ${notices(kind).length}`);
      return first;
    },
    types: () => history.map((event) => event.type),
  };
}
