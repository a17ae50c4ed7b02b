import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { eventually } from '@kyzmat/testing/eventually';
import { openStage, secrets, type Stage } from '../testing/stage.ts';
import { isSigned, signatureOf } from './signature.ts';

interface Callback {
  readonly body: string;
  readonly signature: string;
}

let stage: Stage;
let owner: Server;
let callbackUrl: string;
const callbacks: Callback[] = [];
/** What the owner of the charges answers next, instead of 204. */
const next: number[] = [];

before(async () => {
  stage = await openStage();
  owner = createServer((request, response) => {
    void text(request).then((body) => {
      callbacks.push({ body, signature: String(request.headers['x-signature']) });
      response.writeHead(next.shift() ?? 204).end();
    });
  });
  await new Promise<void>((resolve) => owner.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = owner.address();
  callbackUrl = typeof address === 'object' ? `http://127.0.0.1:${String(address?.port)}/` : '';
});
after(async () => {
  await stage.stop();
  owner.closeAllConnections();
  owner.close();
});

function call(path: string, body: object, key = secrets.ePayment): Promise<Response> {
  const bytes = Buffer.from(JSON.stringify(body));
  const at = String(Math.floor(Date.now() / 1000));
  const headers = { 'Content-Type': 'application/json', 'X-Signature': signatureOf(key, bytes, at) };
  return fetch(`${stage.url}/e-payment/charges${path}`, { method: 'POST', headers, body: bytes });
}

async function charge(): Promise<string> {
  const chargeId = randomUUID();
  const response = await call('', {
    chargeId,
    payerId: '22003198500012',
    amountTyiyn: 30_000,
    description: { ky: 'Маалымкат', ru: 'Справка' },
    returnUrl: `${stage.url}/`,
    callbackUrl,
  });
  assert.equal(response.status, 201);
  assert.deepEqual(await response.json(), { payUrl: `${stage.url}/e-payment/pay/${chargeId}` });
  return chargeId;
}

function act(chargeId: string, what: string): Promise<Response> {
  return fetch(`${stage.url}/e-payment/pay/${chargeId}`, {
    method: 'POST',
    body: new URLSearchParams({ act: what }),
    redirect: 'manual',
  });
}

const toldOf = (chargeId: string): readonly Callback[] =>
  callbacks.filter(({ body }) => body.includes(chargeId));

const statesOf = (chargeId: string): readonly (string | undefined)[] =>
  toldOf(chargeId).map(({ body }) => /"state":"(\w+)"/u.exec(body)?.[1]);

test('P573-32: what became of a charge is told by a signed message, also when the payer never comes back', async () => {
  const chargeId = await charge();
  const answer = await act(chargeId, 'leave');
  assert.equal(answer.headers.get('Location'), `/e-payment/pay/${chargeId}`);
  const told = await eventually(() => toldOf(chargeId)[0]);
  assert.ok(isSigned(secrets.ePayment, told.signature, Buffer.from(told.body)));
  assert.ok(!isSigned('another key', told.signature, Buffer.from(told.body)));
  assert.ok(!isSigned(secrets.ePayment, told.signature, Buffer.from(told.body.replace('30000', '3'))));
  assert.match(told.body, /"state":"paid","amountTyiyn":30000,.*"confirmationId":"EP-/u);
});

test('P573-32: it is told again, the same message, until the owner has it', async () => {
  const chargeId = await charge();
  next.push(500, 503);
  await act(chargeId, 'pay');
  await eventually(() => toldOf(chargeId).length === 3);
  assert.equal(new Set(toldOf(chargeId).map(({ body }) => body)).size, 1);
});

test('money is taken once and given back once, whatever is pressed how often', async () => {
  const chargeId = await charge();
  await Promise.all(['decline', 'pay', 'pay', 'pay'].map((what) => act(chargeId, what)));
  await act(chargeId, 'decline');
  await eventually(() => statesOf(chargeId).includes('paid'));
  for (let times = 0; times < 3; times++) {
    assert.equal((await call(`/${chargeId}/refund`, {})).status, 202);
  }
  await eventually(() => statesOf(chargeId).includes('refunded'));
  await act(chargeId, 'pay');
  const page = await (await fetch(`${stage.url}/e-payment/pay/${chargeId}`)).text();
  assert.ok(page.includes('Акча кайтарылды.'));
  for (const state of ['paid', 'refunded']) {
    assert.equal(statesOf(chargeId).filter((each) => each === state).length, 1, state);
  }
});

test('a closed account takes no refund, and takes it when it is open again', async () => {
  const chargeId = await charge();
  await act(chargeId, 'pay');
  await act(chargeId, 'close');
  assert.equal((await call(`/${chargeId}/refund`, {})).status, 409);
  await act(chargeId, 'reopen');
  assert.equal((await call(`/${chargeId}/refund`, {})).status, 202);
  await eventually(() => statesOf(chargeId).includes('refunded'));
});

test('an unsigned or wrongly signed call changes nothing', async () => {
  const chargeId = await charge();
  await act(chargeId, 'pay');
  assert.equal((await call(`/${chargeId}/refund`, {}, 'another key')).status, 401);
  assert.equal((await fetch(`${stage.url}/e-payment/charges/${chargeId}`)).status, 401);
  await eventually(() => toldOf(chargeId).length === 1);
  assert.deepEqual(statesOf(chargeId), ['paid']);
});

test('a charge that nobody made has a page that says so', async () => {
  const response = await fetch(`${stage.url}/e-payment/pay/unknown`);
  assert.equal(response.status, 404);
  assert.ok((await response.text()).includes('Мындай эсептөө жок'));
});
