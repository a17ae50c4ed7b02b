import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Applications } from '@kyzmat/contracts';
import type { Calls } from '../testing/calls.ts';
import {
  act,
  aigul,
  apply,
  bakyt,
  bodyOf,
  codeOf,
  ermek,
  nurlan,
  operator,
  register,
  view,
} from '../testing/people.ts';
import { openStage, thursday, type Stage } from '../testing/stage.ts';
import { summary } from './ratings.ts';

let stage: Stage;
let calls: Calls;

before(async () => {
  stage = await openStage();
  ({ calls } = stage);
});
after(() => stage.stop());

const refuse = {
  type: 'refuse_provision',
  grounds: ['not-registered'],
  reason: 'Реестрде каттоо жок.',
  executorId: 'nurlan',
};
const rate = (id: string, said: object, who = aigul) => calls.put(who, `/applications/${id}/rating`, said);

async function refused(who = aigul): Promise<string> {
  const id = await apply(stage, calls, who);
  await act(calls, nurlan, id, register);
  assert.equal((await act(calls, nurlan, id, refuse)).status, 200);
  return id;
}

async function suggestions(who: typeof operator): Promise<Applications['Suggestion'][]> {
  const answer = await calls.get(who, '/suggestions');
  assert.equal(answer.status, 200, answer.text);
  return bodyOf<{ suggestions: Applications['Suggestion'][] }>(answer).suggestions;
}

test('P573-13d, P573-36a: an ended application is rated once, also after a refusal, and the rating can be changed for some days', async () => {
  const id = await apply(stage, calls, aigul);
  const early = await rate(id, { stars: 5 });
  assert.deepEqual([early.status, codeOf(early)], [409, 'not_ended']);
  assert.equal((await view(calls, aigul, id)).rating, undefined);

  await act(calls, nurlan, id, register);
  await act(calls, nurlan, id, refuse);
  assert.deepEqual((await view(calls, aigul, id)).rating, { open: true });
  assert.equal((await rate(id, { stars: 6 })).status, 400);
  assert.equal((await rate(id, { stars: 1, suggestion: 'x'.repeat(1001) })).status, 400);
  // Pressed many times at once it is one rating.
  const presses = await Promise.all(
    Array.from({ length: 5 }, () => rate(id, { stars: 2, suggestion: 'Тезирээк' })),
  );
  assert.deepEqual(
    presses.map(({ status }) => status),
    [200, 200, 200, 200, 200],
  );
  assert.equal((await rate(id, { stars: 4, suggestion: ' ' })).status, 200);
  const { rating } = await view(calls, aigul, id);
  assert.equal(rating?.given?.stars, 4);
  assert.equal(rating.given.suggestion, undefined);
  assert.equal((await rate(id, { stars: 1 }, bakyt)).status, 404);
  assert.equal((await view(calls, nurlan, id)).rating, undefined);

  stage.clock.set('2026-03-27T04:00:00.000Z');
  assert.deepEqual(codeOf(await rate(id, { stars: 1 })), 'rating_closed');
  assert.equal((await view(calls, aigul, id)).rating?.open, false);
  stage.clock.set(thursday);
});

test('P573-36b: no act, stage or document waits for a rating, and none changes with it', async () => {
  const [rated, unrated] = [await refused(), await refused()];
  assert.equal((await rate(rated, { stars: 1, suggestion: 'Начар' })).status, 200);
  const [one, other] = await Promise.all([rated, unrated].map((id) => view(calls, aigul, id)));
  assert.ok(one && other);
  const comparable = ({
    stage: at,
    actions,
    version,
    timeline,
    refusal,
  }: Applications['ApplicationView']) => ({
    at,
    actions,
    version,
    events: timeline.map(({ type }) => type),
    refusal,
  });
  assert.deepEqual(comparable(one), comparable(other));
  for (const id of [rated, unrated]) {
    assert.equal((await calls.get(aigul, `/applications/${id}/copy.pdf`)).status, 200);
  }
});

test('P573-36a: suggestions reach the provider and the operator without the person; a service is rated in public from five on', async () => {
  const ids = await Promise.all(Array.from({ length: 5 }, () => refused(bakyt)));
  for (const [index, id] of ids.entries()) {
    assert.equal((await rate(id, { stars: 5, suggestion: `Сунуш ${index}` }, bakyt)).status, 200);
  }
  const own = await suggestions(nurlan);
  assert.deepEqual(await suggestions(operator), own);
  assert.ok(own.some(({ text }) => text === 'Сунуш 4'));
  const known = JSON.stringify(own);
  for (const personal of ['bakyt', 'Үлгүев', ...ids]) assert.ok(!known.includes(personal), personal);
  assert.deepEqual(await suggestions(ermek), []);
  assert.equal((await calls.get(aigul, '/suggestions')).status, 403);

  const { rating } = bodyOf<{ rating?: Applications['ServiceRating'] }>(
    await calls.get(aigul, '/services/residence-certificate/rating'),
  );
  assert.ok(rating !== undefined && rating.count >= 5);
  assert.deepEqual(bodyOf(await calls.get(aigul, '/services/criminal-record-certificate/rating')), {});
  assert.equal(summary(new Map([[1, 4]])), undefined);
  assert.deepEqual(
    summary(
      new Map([
        [1, 1],
        [4, 3],
        [5, 2],
      ]),
    ),
    { count: 6, average: 3.8, stars: [1, 0, 0, 3, 2] },
  );
});
