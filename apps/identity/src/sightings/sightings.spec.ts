import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Common } from '@kyzmat/contracts';
import { beginSignIn } from '../testing/sign-in.ts';
import { openStage, type Stage } from '../testing/stage.ts';

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.stop());

const operator = { subject: 'operator', role: 'operator' } as const;
async function sightings(): Promise<readonly Common['Sighting'][]> {
  const { body } = await stage.ask('desk', operator, 'GET /sightings');
  return body['sightings'] as readonly Common['Sighting'][];
}

test('P573-19e: sign-ins refused again and again are shown to the operator: whose, how often, when; a slip is not', async () => {
  const [guessed, slipped] = [await stage.staff(), await stage.staff()];
  const tries = [guessed, guessed, slipped, guessed, guessed, guessed];
  for (const { login } of tries) {
    const desk = await beginSignIn(stage, 'desk');
    await desk.browser.post(`${desk.at}/password`, { login, password: 'not this one' });
  }
  const own = (await sightings()).filter(({ who }) => who === guessed.id || who === slipped.id);
  const [first] = own;
  assert.equal(own.length, 1);
  assert.deepEqual([first?.kind, first?.who, first?.count], ['refused_sign_ins', guessed.id, 5]);
  assert.ok(first !== undefined && first.firstAt <= first.lastAt);
  assert.equal(first.key, `refused_sign_ins:${guessed.id}:${first.firstAt.slice(0, 10)}`);
});

test('P573-19e: who reaches for the profiles of others is shown too; nobody but the operator asks', async () => {
  const [own, other] = [await stage.person(), await stage.person()];
  const stranger = { subject: other._id, role: 'user' } as const;
  for (let n = 0; n < 3; n += 1) await stage.ask('portal', stranger, `GET /persons/${own._id}/profile`);
  const found = (await sightings()).find(({ who }) => who === other._id);
  assert.deepEqual([found?.kind, found?.count], ['refused_access', 3]);
  const owner = { subject: 'owner', role: 'owner' } as const;
  assert.equal((await stage.ask('portal', stranger, 'GET /sightings')).status, 403);
  assert.equal((await stage.ask('desk', owner, 'GET /sightings')).status, 403);
});
