import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openStage, secrets, type Stage } from '../testing/stage.ts';

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.stop());

const to = '+996700000009';

function send(message: object, token = secrets.eMessage): Promise<Response> {
  return fetch(`${stage.url}/e-message/messages`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(message),
  });
}

async function phone(): Promise<string> {
  const response = await fetch(`${stage.url}/phone.json?to=${encodeURIComponent(to)}`);
  return response.text();
}

test('P573-34a: a message is taken once however often it comes', async () => {
  const message = { messageId: 'notice-1:emessage', to, text: 'Биринчи', category: 'notice' };
  for (const text of ['Биринчи', 'Биринчи', 'Башка']) {
    const response = await send({ ...message, text });
    assert.equal(response.status, 202);
    assert.deepEqual(await response.json(), { messageId: 'notice-1:emessage', status: 'accepted' });
  }
  const seen = await phone();
  assert.equal(seen.split('"id"').length - 1, 1);
  assert.ok(seen.includes('Биринчи') && !seen.includes('Башка'));
});

test('a message without the token, or without its parts, is refused', async () => {
  const message = { messageId: 'notice-2:emessage', to, text: 'Текст' };
  assert.equal((await send(message, 'wrong')).status, 401);
  assert.equal((await send({ ...message, text: '' })).status, 400);
  assert.doesNotMatch(await phone(), /notice-2/u);
});

test('the telephone shows messages as text, never as markup', async () => {
  await send({ messageId: 'notice-3:emessage', to, text: '<b>Код</b>\n1234' });
  const page = await (await fetch(`${stage.url}/phone?to=${encodeURIComponent(to)}`)).text();
  assert.match(page, /&lt;b&gt;Код&lt;\/b&gt;\s*<br \/>\s*1234/u);
});

test('P573-34a: put out of order, the system takes nothing, and the same message again when it works', async () => {
  const turn = (works: 'yes' | 'no') =>
    fetch(`${stage.url}/e-message/standing`, {
      method: 'POST',
      body: new URLSearchParams({ works }),
      redirect: 'manual',
    });
  const message = { messageId: 'notice-4:emessage', to, text: 'Төртүнчү' };
  assert.equal((await turn('no')).status, 303);
  assert.equal((await send(message)).status, 503);
  assert.doesNotMatch(await phone(), /notice-4/u);
  await turn('yes');
  assert.equal((await send(message)).status, 202);
  assert.match(await phone(), /notice-4/u);
});
