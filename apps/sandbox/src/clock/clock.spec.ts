import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openStage, type Stage } from '../testing/stage.ts';

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.stop());

async function offset(): Promise<unknown> {
  return (await fetch(`${stage.url}/clock`, { headers: { Accept: 'application/json' } })).json();
}

function move(by: string): Promise<Response> {
  return fetch(`${stage.url}/clock`, { method: 'POST', body: new URLSearchParams({ move: by }) });
}

test('a jump is over when everybody who follows has made it, and it reaches them at once', async () => {
  const follow = async (has: number): Promise<unknown> =>
    (await fetch(`${stage.url}/clock?by=applications-1&offset=${has}`)).json();
  const asked = follow(0);
  const to = new Date(Date.now() + 3_600_000).toISOString();
  const moved = fetch(`${stage.url}/clock`, {
    method: 'POST',
    body: new URLSearchParams({ move: 'to', at: to }),
    redirect: 'manual',
  });
  const answer = await asked;
  assert.ok(typeof answer === 'object' && answer !== null && 'offsetMs' in answer);
  const offsetMs = Number(answer.offsetMs);
  assert.ok(Math.abs(offsetMs - 3_600_000) < 5000);
  void follow(offsetMs);
  assert.equal((await moved).status, 303);
  await move('reset');
});

test('the demo clock goes forward by steps, and back to real time', async () => {
  assert.deepEqual(await offset(), { offsetMs: 0 });
  for (const by of ['hour', 'day', 'week', 'nonsense']) assert.equal((await move(by)).status, 200);
  assert.deepEqual(await offset(), { offsetMs: (1 + 24 + 7 * 24) * 3_600_000 });
  await move('reset');
  assert.deepEqual(await offset(), { offsetMs: 0 });
});
