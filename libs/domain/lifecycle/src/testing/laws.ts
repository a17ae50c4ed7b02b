import assert from 'node:assert/strict';
import { alertsOf } from '../alerts.ts';
import { evolve } from '../evolve.ts';
import { edgesOf } from '../graph/graph.ts';
import {
  finalStages,
  intakeRefusalGrounds,
  type ApplicationEvent,
  type ApplicationState,
  type EventType,
  type LegalClock,
  type NoticeKind,
} from '../types.ts';
import { availableCommands, isBreach, isFinal, openClocks, responsible } from '../view.ts';
import { actsForProvider } from '../who.ts';
import type { Visit } from './explorer.ts';

/** Which notice each event owes to the user; what is not here is the user's own act or tells the user nothing new. */
const tells: Readonly<Partial<Record<EventType, NoticeKind>>> = {
  registered: 'intake_registered',
  suspended: 'suspended_unpaid',
  intake_refused: 'intake_refused',
  payment_confirmed: 'payment_confirmed',
  clarification_asked: 'clarification_asked',
  completed: 'result_ready',
  provision_refused: 'provision_refused',
  withdrawn: 'withdrawn',
  refund_opened: 'refund_opened',
  refunded: 'refunded',
};

/** The graph says everything that happens, and nothing it says is left out. */
export function followsTheGraph({ before, after, decision, edge, command }: Visit): void {
  if (!decision.ok) {
    const { code } = decision.refusal;
    const gap = code === 'not_now' && edge === undefined && hasEdgeHere(before, command.type);
    assert.ok(!gap, `${command.type} in ${before.stage}/${before.payment} falls between the edges`);
    return;
  }
  assert.ok(edge, `${command.type} was carried out without an edge`);
  assert.equal(after.stage, edge.to === 'same' ? before.stage : edge.to, edge.id);
  const payment = edge.payment?.to ?? 'same';
  assert.equal(after.payment, payment === 'same' ? before.payment : payment, edge.id);
  assert.deepEqual(
    decision.events.map(({ type }) => type),
    edge.does.map(({ event }) => event),
    edge.id,
  );
}

function hasEdgeHere({ stage, payment }: ApplicationState, command: Visit['command']['type']): boolean {
  return edgesOf(command).some(
    (edge) =>
      edge.does.length > 0 &&
      edge.from !== 'nothing' &&
      edge.from.includes(stage) &&
      edge.payment?.from.includes(payment) !== false,
  );
}

/** Every act the user must hear of owes its notice, and every notice owed is an open clock in the same write. */
export function forgetsNoNotice({ decision, edge }: Visit): void {
  if (!decision.ok) return;
  const kinds = decision.events.flatMap(({ notices }) => notices.map(({ kind }) => kind));
  for (const { type } of decision.events) {
    const owed = tells[type];
    if (owed !== undefined) assert.ok(kinds.includes(owed), `${type} by ${edge?.id ?? '?'} tells nobody`);
  }
  for (const event of decision.events) everyNoticeIsAClock(event);
}

/** Every state owes exactly the notices that its own facts call for: none is missing, none is there twice. */
export function owesExactlyItsNotices({ after }: Visit): void {
  const owed = after.clocks.flatMap(({ notice }) => notice?.kind ?? []).toSorted();
  assert.deepEqual(owed, noticesOf(after).toSorted());
}

/** What the law wants told of an application that is as it is: read from its facts, not from the graph. */
function noticesOf(state: ApplicationState): NoticeKind[] {
  const { stage, terms, registeredAt, paidAt, refunds, clocks } = state;
  const suspended =
    registeredAt !== undefined && terms.priceTyiyn > 0 && !(paidAt !== undefined && paidAt <= registeredAt);
  const moves = new Set(
    clocks
      .filter(({ responsible: party }) => party === 'provider')
      .flatMap((clock) => clock.replanned.map(({ calendarVersion, at }) => `${calendarVersion} ${at}`)),
  );
  return [
    'submitted',
    ...times(registeredAt !== undefined, 'intake_registered'),
    ...times(stage === 'intake_refused', 'intake_refused'),
    ...times(suspended, 'suspended_unpaid'),
    ...times(paidAt !== undefined, 'payment_confirmed'),
    ...times(
      clocks.some(({ notice }) => notice?.kind === 'started'),
      'started',
    ),
    ...times(stage === 'completed', 'result_ready'),
    ...times(stage === 'provision_refused', 'provision_refused'),
    ...times(stage === 'withdrawn', 'withdrawn'),
    ...times(state.clarifications.length, 'clarification_asked'),
    ...times(moves.size, 'term_changed'),
    ...times(refunds.length, 'refund_opened'),
    ...times(refunds.filter(({ refundedAt }) => refundedAt !== undefined).length, 'refunded'),
  ];
}

function times(count: number | boolean, kind: NoticeKind): NoticeKind[] {
  return Array.from({ length: Number(count) }, () => kind);
}

/** A limit that was broken is told to the staff once, in the write that records it; a reminder as often as it is due. */
export function tellsTheStaffOnce({ before, after, decision }: Visit): void {
  if (!decision.ok) return;
  let state: ApplicationState | undefined = before;
  const told: string[] = [];
  for (const event of decision.events) {
    const ofLimits = alertsOf(state, event).filter(({ clockKind }) => clockKind !== undefined);
    told.push(...ofLimits.map(({ alertId }) => alertId));
    state = evolve(state, event);
  }
  const broken = after.clocks.filter(({ id, breachedAt }) => {
    const was = before.clocks.find((clock) => clock.id === id);
    return breachedAt !== undefined && was?.breachedAt === undefined && was !== undefined;
  });
  const reminded = after.clocks.filter(({ id, reminded: count }) => {
    const was = before.clocks.find((clock) => clock.id === id);
    return count !== was?.reminded;
  });
  assert.deepEqual(
    told.toSorted(),
    [
      ...broken.map(({ id }) => `${id}:breach`),
      ...reminded.map(({ id, reminded: count = 0 }) => `${id}:reminder:${count - 1}`),
    ].toSorted(),
  );
}

function everyNoticeIsAClock({ notices, opens }: ApplicationEvent): void {
  for (const { noticeId, kind, dueAt, ruleId, channels } of notices) {
    const clock = opens.find(({ id }) => id === noticeId);
    assert.ok(clock?.notice, `${noticeId} is no clock`);
    assert.deepEqual(
      { kind: clock.notice.kind, dueAt: clock.dueAt, ruleId: clock.ruleId, required: clock.notice.required },
      { kind, dueAt, ruleId, required: channels.required },
    );
    assert.ok(channels.required.includes('cabinet'));
  }
}

/** An application is refused on lawful grounds by a named executor with a reason, and never for money. */
export function refusesByLaw({ before, after }: Visit): void {
  if (after.refusal === undefined || before.refusal !== undefined) return;
  const { kind, grounds, reason, executorId } = after.refusal;
  const lawful: readonly string[] = intakeRefusalGrounds;
  if (kind === 'intake') assert.ok(grounds.length > 0 && grounds.every((one) => lawful.includes(one)));
  if (kind === 'provision') assert.equal(before.stage, 'in_progress');
  assert.ok(!grounds.includes('unpaid'));
  assert.notEqual(reason.trim(), '');
  assert.notEqual(executorId, '');
}

/** A blocked provider gets nothing done, whatever it tries; nor does anybody else's provider, ever. */
export function blockedDoesNothing({ context: { actor, provider }, decision }: Visit): void {
  if (!actsForProvider(actor.role)) return;
  if (provider.blocked || actor.providerId !== 'provider-a') assert.ok(!decision.ok);
}

/** Somebody is always to act, and in work it is a named employee. */
export function someoneIsResponsible({ after }: Visit): void {
  const next = responsible(after);
  const owing =
    openClocks(after).length > 0 || after.refunds.some(({ refundedAt }) => refundedAt === undefined);
  assert.equal(next !== undefined, !isFinal(after.stage) || owing);
  if (after.registeredAt !== undefined) assert.ok(after.executorId);
}

/** What has ended stays as it ended. */
export function endsForGood({ before, after }: Visit): void {
  if (finalStages.some((stage) => stage === before.stage)) assert.equal(after.stage, before.stage);
}

/** Events are counted, and no limit ever disappears or runs again. */
export function keepsTheRecord({ before, after, decision }: Visit): void {
  assert.equal(after.version, before.version + (decision.ok ? decision.events.length : 0));
  for (const [index, clock] of before.clocks.entries()) {
    const now = after.clocks[index];
    assert.equal(now?.id, clock.id);
    if (clock.closedAt !== undefined) assert.equal(now.closedAt, clock.closedAt);
    if (clock.breachedAt !== undefined) {
      // A breach stays as it was recorded; only when and how it was mended in the end is added.
      const { dueAt, ruleId, since, loosest, breachedAt } = now;
      assert.deepEqual({ dueAt, ruleId, since, loosest, breachedAt }, recordOf(clock));
      assert.notEqual(now.outcome, 'met');
    }
  }
  assert.equal(new Set(after.clocks.map(({ id }) => id)).size, after.clocks.length);
}

/** No act makes a broken limit unbroken, the user's own neither; only of the two answers at intake one stands for both. */
export function breachesStay({ before, after, command }: Visit): void {
  const answered = command.type === 'register' || command.type === 'refuse_intake';
  for (const clock of before.clocks.filter(isBreach)) {
    const now = after.clocks.find(({ id }) => id === clock.id);
    const oneOfTwo = clock.kind === 'intake_acceptance' || clock.kind === 'intake_refusal';
    const replaced =
      oneOfTwo && (answered || (clock.kind === 'intake_refusal' && command.type === 'withdraw'));
    if (!replaced) assert.ok(now && isBreach(now), `${command.type} wipes out the breach of ${clock.kind}`);
  }
  const intake = after.clocks.filter(({ kind }) => kind === 'intake_acceptance' || kind === 'intake_refusal');
  const silent = before.clocks.some((clock) => clock.kind === 'intake_acceptance' && isBreach(clock));
  if (command.type === 'withdraw' && silent) assert.equal(intake.filter(isBreach).length, 1);
}

function recordOf({ dueAt, ruleId, since, loosest, breachedAt }: LegalClock): object {
  return { dueAt, ruleId, since, loosest, breachedAt };
}

/** Work starts when everything it needs has happened, and ends with the provider's answer. */
export function startsAndEndsByLaw({ after }: Visit): void {
  const { stage, terms, startedAt, registeredAt, paidAt, appearedAt } = after;
  const told = [
    after.clocks.filter(isNotice('intake_registered')),
    after.clocks.filter(isNotice('intake_refused')),
  ];
  assert.ok(told.flat().length <= 1);
  if (startedAt !== undefined) {
    const needed = [
      registeredAt,
      ...(terms.priceTyiyn > 0 ? [paidAt] : []),
      ...(terms.appearanceRequired ? [appearedAt] : []),
    ];
    assert.equal(startedAt, needed.toSorted().at(-1));
    assert.ok(needed.every((instant) => instant !== undefined));
  }
  if (stage === 'in_progress' || stage === 'approved')
    assert.ok(startedAt !== undefined && after.provisionEndsAt !== undefined);
  if (stage === 'completed') assert.ok(after.result);
  if (stage === 'suspended_unpaid') assert.ok(paidAt === undefined);
}

function isNotice(kind: NoticeKind): (clock: ApplicationState['clocks'][number]) => boolean {
  return (clock) => clock.notice?.kind === kind;
}

/** What is offered as a button is all that can be done. */
export function offersWhatItCan({ before, command, context, decision }: Visit): void {
  if (!decision.ok) return;
  const offered = availableCommands(before, context).map((one) => one.command);
  assert.ok(offered.includes(command.type), `${command.type} by ${context.actor.role} is not offered`);
}
