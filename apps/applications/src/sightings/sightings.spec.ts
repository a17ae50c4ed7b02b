import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Common } from '@kyzmat/contracts';
import { aigul, apply, bakyt, bodyOf, ermek, nurlan, operator } from '../testing/people.ts';
import { openStage, type Stage } from '../testing/stage.ts';

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.stop());

test('P573-19e: who asks again and again for applications of others is shown to the operator, and to nobody else', async () => {
  const { calls } = stage;
  const id = await apply(stage, calls, aigul);
  for (let n = 0; n < 3; n += 1) await calls.get(ermek, `/applications/${id}`);
  await calls.get(bakyt, `/applications/${id}`);
  await calls.get(nurlan, `/applications/${id}`);
  const answer = await calls.get(operator, '/sightings');
  const { sightings } = bodyOf<{ sightings: Common['Sighting'][] }>(answer);
  assert.equal(answer.status, 200, answer.text);
  const at = stage.clock.now().toISOString();
  assert.deepEqual(sightings, [
    {
      key: `refused_access:ermek:${at.slice(0, 10)}`,
      ...{ kind: 'refused_access', who: 'ermek', count: 3, firstAt: at, lastAt: at },
    },
  ]);
  for (const who of [nurlan, aigul]) assert.equal((await calls.get(who, '/sightings')).status, 403);
});
