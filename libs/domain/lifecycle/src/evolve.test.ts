import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { decide, replay } from './decide.ts';
import { evolve } from './evolve.ts';
import { attemptsOn, everybody } from './testing/commands.ts';
import { contextOf, executor, freeTerms, local, paidTerms, register, submitted } from './testing/story.ts';
import type { ApplicationEvent, ApplicationState, Instant } from './types.ts';

const services = [
  freeTerms,
  paidTerms,
  { ...paidTerms, appearanceRequired: true, refundOnProvisionRefusal: true },
] as const;

const life = fc.record({
  terms: fc.constantFrom(...services),
  begins: fc.date({ min: new Date('2019-01-05Z'), max: new Date('2026-10-01Z'), noInvalidDate: true }),
  steps: fc.array(fc.record({ pick: fc.nat(), wait: fc.nat(2 * 86_400_000) }), {
    minLength: 5,
    maxLength: 40,
  }),
});

test('whatever is done in whatever order, the record stays whole', () => {
  let events = 0;
  fc.assert(
    fc.property(life, ({ terms, begins, steps }) => {
      const story = submitted(begins.toISOString(), terms);
      let { state } = story;
      const history = [...story.history];
      let last = state.submittedAt;
      for (const { pick, wait } of steps) {
        last = new Date(Date.parse(last) + wait).toISOString();
        const done = somethingThatWorks(state, last, pick);
        if (done === undefined) continue;
        assert.deepEqual(decide(state, done.command, done.context), { ok: true, events: done.events });
        const after = done.events.reduce(evolve, state);
        keepsWhole(state, after, done.events.length);
        history.push(...done.events);
        state = after;
        last = done.context.now;
      }
      assert.deepEqual(replay(history), state);
      assert.deepEqual(replay(overTheWire(history)), JSON.parse(JSON.stringify(state)));
      assert.equal(new Set(history.map(({ id }) => id)).size, history.length);
      events += history.length;
    }),
    { numRuns: 200 },
  );
  assert.ok(events > 200 * 5, `histories too short to prove anything: ${events} events`);
});

/** The first attempt that changes anything, beginning the search at `pick`. */
function somethingThatWorks(state: ApplicationState, last: Instant, pick: number) {
  const attempts = attemptsOn(state, last).flatMap((attempt) =>
    everybody.map((actor) => ({ ...attempt, actor })),
  );
  for (const [index] of attempts.entries()) {
    // A stride of a prime walks all of them, and neighbours are not tried one after the other.
    const attempt = attempts[(pick + index * 7919) % attempts.length];
    if (attempt === undefined) continue;
    const context = contextOf(attempt.at, attempt.actor, attempt.more);
    const decision = decide(state, attempt.command, context);
    if (decision.ok && decision.events.length > 0) {
      return { command: attempt.command, context, events: decision.events };
    }
  }
  return undefined;
}

function keepsWhole(before: ApplicationState, after: ApplicationState, events: number): void {
  assert.equal(after.version, before.version + events);
  for (const clock of before.clocks) {
    const now = after.clocks.find(({ id }) => id === clock.id);
    assert.ok(now, `clock ${clock.id} vanished`);
    if (clock.closedAt !== undefined) assert.equal(now.closedAt, clock.closedAt);
    assert.ok(now.outcome !== 'late' || now.breachedAt !== undefined);
  }
}

/** History as it comes back from the store: plain JSON and nothing else. */
function overTheWire(history: readonly ApplicationEvent[]): ApplicationEvent[] {
  const read: unknown = JSON.parse(JSON.stringify(history));
  return Array.isArray(read) ? read.filter(isEvent) : [];
}

function isEvent(value: unknown): value is ApplicationEvent {
  return typeof value === 'object' && value !== null && 'seq' in value;
}

test('events out of order or of another application are no history', () => {
  const story = submitted(local('2021-03-12 10:00')).then(local('2021-03-12 11:00'), executor, register);
  const [first, second, third] = story.history;
  assert.ok(first && second && third);
  assert.throws(() => replay([first, third]), RangeError);
  assert.throws(() => replay([second]), RangeError);
  assert.throws(() => replay([first, { ...second, applicationId: 'a2' }]), RangeError);
  assert.throws(() => replay([first, first]), RangeError);
});
