import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newcomer, openCabinet, signInOwn } from '../testing/own-route.ts';
import { beginSignIn } from '../testing/sign-in.ts';
import { openStage, type Stage } from '../testing/stage.ts';

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.stop());

const hour = 3_600_000;
const day = 24 * hour;

async function published(): Promise<readonly string[]> {
  const answer: unknown = await (await fetch(`${stage.url}/jwks`)).json();
  const keys: unknown = typeof answer === 'object' && answer !== null && 'keys' in answer ? answer.keys : [];
  return Array.isArray(keys)
    ? keys.map((key: { kid: string; d?: string }) => `${key.kid}${key.d ?? ''}`)
    : [];
}

test('P573-8b: keys of tokens change by the clock, without a restart; sign-ins under way go on', async () => {
  const person = newcomer();
  const { id } = await openCabinet(stage, person);
  const [first = '', ...none] = await published();
  assert.deepEqual(none, []);

  stage.on.clock.advance(90 * day);
  const announced = await published();
  assert.deepEqual([announced.length, announced[0]], [2, first]);

  const begun = await beginSignIn(stage, 'portal');
  stage.on.clock.advance(hour);
  assert.deepEqual(await published(), announced.toReversed());
  assert.equal((await begun.browser.get(begun.at)).status, 200, 'begun under the former key');
  const { signing, seen } = await signInOwn(stage, person);
  const { claims = {} } = await signing.redeem(seen);
  assert.equal(claims['person'], id, 'verified with what is published');

  stage.on.clock.advance(day);
  assert.deepEqual(await published(), announced.slice(1));
});
