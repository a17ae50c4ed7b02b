import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { decide, replay } from './decide.ts';
import { evolve } from './evolve.ts';
import { attemptsOn, everybody } from './testing/commands.ts';
import { contextOf, executor, freeTerms, local, paidTerms, register, submitted } from './testing/story.ts';
import type { ApplicationEvent, ApplicationState } from './types.ts';

const services = [
  freeTerms,
  paidTerms,
  { ...paidTerms, appearanceRequired: true, refundOnProvisionRefusal: true },
] as const;

const life = fc.record({
  terms: fc.constantFrom(...services),
  begins: fc.date({ min: new Date('2019-01-05Z'), max: new Date('2026-10-01Z'), noInvalidDate: true }),
  steps: fc.array(
    fc.record({
      pick: fc.nat(),
      actor: fc.constantFrom(...everybody),
      blocked: fc.boolean(),
      wait: fc.nat(3 * 86_400_000),
    }),
    { maxLength: 40 },
  ),
});

test('whatever anybody tries in whatever order, the record stays whole', () => {
  fc.assert(
    fc.property(life, ({ terms, begins, steps }) => {
      const story = submitted(begins.toISOString(), terms);
      let { state } = story;
      const history = [...story.history];
      let last = state.submittedAt;
      for (const { pick, actor, blocked, wait } of steps) {
        last = new Date(Date.parse(last) + wait).toISOString();
        const attempts = attemptsOn(state, last);
        const attempt = attempts[pick % attempts.length];
        if (attempt === undefined) continue;
        const context = contextOf(attempt.at, actor, { ...attempt.more, provider: { blocked } });
        const decision = decide(state, attempt.command, context);
        if (!decision.ok) continue;
        assert.deepEqual(decide(state, attempt.command, context), decision, 'deciding again differs');
        const after = decision.events.reduce(evolve, state);
        keepsWhole(state, after, decision.events.length);
        history.push(...decision.events);
        state = after;
        last = attempt.at;
      }
      assert.deepEqual(replay(history), state);
      assert.deepEqual(replay(overTheWire(history)), JSON.parse(JSON.stringify(state)));
      assert.equal(new Set(history.map(({ id }) => id)).size, history.length);
    }),
    { numRuns: 200 },
  );
});

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
