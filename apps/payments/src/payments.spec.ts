import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Principal } from '@kyzmat/auth';
import { parseEvent, topics, type EventData, type Payments } from '@kyzmat/contracts';
import type { CloudEvent } from '@kyzmat/event-bus';
import { readText } from '@kyzmat/documents/testing';
import { ownAggregates } from '@kyzmat/kit';
import { eventually } from '@kyzmat/testing';
import request, { type Response } from 'supertest';
import { chargeIdOf, type ChargeState } from './charges/charge.ts';
import { openEPayment } from './e-payment/client.ts';
import { askForWaiting } from './e-payment/work.ts';
import { openStage, paidService, type Stage } from './testing/stage.ts';

const aigul: Principal = { subject: 'aigul', role: 'user' };
const bakyt: Principal = { subject: 'bakyt', role: 'user' };
const price = 30_000;
let stage: Stage;
const told: { type: string; data: EventData['PaymentEvent'] }[] = [];

before(async () => {
  stage = await openStage();
  await stage.kit.bus.consume({
    group: 'test',
    topics: [topics.payments],
    handle: (batch) => {
      for (const { event } of batch.messages) {
        if (event !== undefined)
          told.push({ type: event.type, data: parseEvent('PaymentEvent', event.data) });
      }
      return Promise.resolve();
    },
  });
});
after(() => stage.stop());

function applicationEvent(type: string, applicationId: string, change: object = {}): CloudEvent {
  const at = '2026-03-12T04:00:00.000Z';
  const data = {
    applicationId,
    reference: '7F3K-9QXM',
    ownerId: 'aigul',
    providerId: 'interior-information-centre',
    serviceCode: paidService,
    serviceVersion: 1,
    stage: 'submitted',
    payment: 'none',
    priceTyiyn: price,
    version: 1,
    at,
    actorRole: 'user',
    language: 'ky',
    notices: [],
    ...change,
  };
  return {
    specversion: '1.0',
    id: randomUUID(),
    source: '/kyzmat/applications',
    type: `application.${type}.v1`,
    subject: applicationId,
    time: at,
    datacontenttype: 'application/json',
    data,
  };
}

const tell = (...events: readonly CloudEvent[]): Promise<void> =>
  stage.kit.bus.publish(topics.applications, events);

/** A submitted application whose charge the e-payment system knows. */
async function charged(): Promise<{ applicationId: string; id: string }> {
  const applicationId = randomUUID();
  const id = chargeIdOf(applicationId);
  await tell(applicationEvent('submitted', applicationId));
  await eventually(() => stage.ePayment.charges.has(id), { what: 'the charge is registered' });
  return { applicationId, id };
}

const get = async (who: Principal, path: string): Promise<Response> =>
  request(stage.app.http).get(path).set(stage.as(who));
const checkout = async (who: Principal, id: string): Promise<Response> =>
  request(stage.app.http).post(`/charges/${id}/checkout`).set(stage.as(who)).send({});

async function chargeOf(applicationId: string): Promise<Payments['Charge']> {
  return bodyOf<Payments['Charge']>(await get(aigul, `/charges?applicationId=${applicationId}`));
}

/** The body, which the door has checked against the contract. */
function bodyOf<T>({ body }: { readonly body: T }): T {
  return body;
}

const paid = (chargeId: string, change: object = {}): object => ({
  messageId: randomUUID(),
  chargeId,
  state: 'paid',
  amountTyiyn: price,
  at: '2026-03-12T03:00:00.000Z',
  confirmationId: 'bank-1',
  ...change,
});

async function deliver(content: object, by: { key?: string; atSeconds?: number } = {}): Promise<Response> {
  const { signature, body } = stage.ePayment.message(content, by);
  return request(stage.app.http)
    .post('/callbacks/e-payment')
    .set({ 'X-Signature': signature, 'Content-Type': 'application/json' })
    .send(body);
}

const toldOf = (id: string, type: string): typeof told =>
  told.filter((each) => each.data.chargeId === id && each.type === `payment.${type}.v1`);

test('P573-6e, P573-30, P573-31d: a paid application gets one charge, known to the e-payment system with its split', async () => {
  const { applicationId, id } = await charged();
  assert.match(id, /^\d{20}$/);
  const many = new Set(Array.from({ length: 1000 }, () => chargeIdOf(randomUUID())));
  assert.equal(many.size, 1000, 'no two charges share an identifier');
  const known = stage.ePayment.charges.get(id);
  assert.equal(known?.payerId, 'aigul');
  assert.equal(known.amountTyiyn, price);
  assert.equal(
    known.split.reduce((sum, { amountTyiyn }) => sum + amountTyiyn, 0),
    price,
  );
  assert.ok(known.callbackUrl.endsWith('/callbacks/e-payment'));
  assert.ok(known.returnUrl.includes(applicationId));
  await eventually(() => toldOf(id, 'charged').length === 1);
  const charge = await chargeOf(applicationId);
  assert.deepEqual([charge.id, charge.payerId, charge.state], [id, 'aigul', 'charged']);
});

test('a free application is not charged', async () => {
  const free = randomUUID();
  await tell(applicationEvent('submitted', free, { priceTyiyn: 0 }));
  await charged();
  assert.equal((await get(aigul, `/charges?applicationId=${free}`)).status, 404);
});

test('P573-30: a replayed topic, also under other event ids, makes no second charge', async () => {
  const { applicationId, id } = await charged();
  const again = applicationEvent('submitted', applicationId);
  await tell(again, again, applicationEvent('submitted', applicationId));
  // Another charge behind them shows that they have been read.
  await charged();
  assert.equal(toldOf(id, 'charged').length, 1);
  const registered = stage.ePayment.requests.filter((each) => each === 'POST /charges').length;
  assert.equal(registered, stage.ePayment.charges.size);
});

test('P573-6e: many clicks at once lead to one place to pay and are told once', async () => {
  const { id } = await charged();
  const answers = await Promise.all(Array.from({ length: 20 }, () => checkout(aigul, id)));
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
  const places = answers.map(({ body }: { body: { payUrl: string } }) => body.payUrl);
  assert.deepEqual(new Set(places), new Set([`https://pay.example/${id}`]));
  await eventually(() => toldOf(id, 'pending').length === 1);
});

test('P573-8e: somebody else’s charge is as if it were not there', async () => {
  const { applicationId, id } = await charged();
  const answers = await Promise.all([
    get(bakyt, `/charges?applicationId=${applicationId}`),
    get(bakyt, `/charges/${id}/document.pdf`),
    checkout(bakyt, id),
  ]);
  assert.deepEqual(
    answers.map(({ status }) => status),
    [404, 404, 404],
  );
});

test('P573-32: a forged, changed or late message makes no payment true', async () => {
  const { applicationId, id } = await charged();
  const now = Date.now() / 1000;
  const refused = await Promise.all([
    deliver(paid(id), { key: 'guess' }),
    deliver(paid(id), { atSeconds: now - 301 }),
    deliver(paid(id), { atSeconds: now + 301 }),
  ]);
  assert.deepEqual(
    refused.map(({ status }) => status),
    [401, 401, 401],
  );
  const honest = stage.ePayment.message(paid(id));
  const changed = await request(stage.app.http)
    .post('/callbacks/e-payment')
    .set({ 'X-Signature': honest.signature, 'Content-Type': 'application/json' })
    .send(honest.body.replace('bank-1', 'bank-2'));
  assert.equal(changed.status, 401);
  assert.equal((await chargeOf(applicationId)).state, 'charged');
});

test('P573-32: another amount is not the payment that was charged', async () => {
  const { applicationId, id } = await charged();
  const answer = await deliver(paid(id, { amountTyiyn: 100 }));
  assert.equal(answer.status, 422);
  assert.equal((await deliver(paid('00000000000000000000'))).status, 404);
  assert.equal((await chargeOf(applicationId)).state, 'charged');
});

test('P573-32, P573-35c, P573-29b: the signed word confirms once, at the moment it was received', async () => {
  const { applicationId, id } = await charged();
  const word = paid(id);
  const answers = await Promise.all(Array.from({ length: 5 }, () => deliver(word)));
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([204]));
  await deliver(paid(id, { messageId: randomUUID() }));
  await deliver(paid(id, { state: 'failed' }));
  const charge = await chargeOf(applicationId);
  assert.deepEqual(
    [charge.state, charge.confirmedAt, charge.confirmationId],
    ['confirmed', '2026-03-12T04:00:00.000Z', 'bank-1'],
  );
  await eventually(() => toldOf(id, 'confirmed').length > 0);
  // Behind the last event of this charge nothing can be waiting any more.
  await charged();
  assert.deepEqual(
    toldOf(id, 'confirmed').map(({ data }) => [data.applicationId, data.amountTyiyn, data.at]),
    [[applicationId, price, '2026-03-12T04:00:00.000Z']],
  );
});

test('P573-32: a message signed with the key before is taken until the change of keys is over', async () => {
  const { applicationId, id } = await charged();
  assert.equal((await deliver(paid(id), { key: 'the-key-before' })).status, 204);
  assert.equal((await chargeOf(applicationId)).state, 'confirmed');
});

test('P573-31b, P573-31d, P573-31e: the payer gets the payment document once the payment is confirmed, ready to print', async () => {
  const { id } = await charged();
  assert.equal((await get(aigul, `/charges/${id}/document.pdf`)).status, 409);
  await deliver(paid(id));
  for (const language of ['ky', 'ru']) {
    const answer = await get(aigul, `/charges/${id}/document.pdf?language=${language}`);
    assert.equal(answer.status, 200);
    assert.equal(answer.type, 'application/pdf');
    const pdf: unknown = answer.body;
    assert.ok(Buffer.isBuffer(pdf) && pdf.subarray(0, 5).toString('latin1') === '%PDF-');
    // Opens in the browser, a sheet of A4.
    assert.equal(answer.get('Content-Disposition'), `inline; filename="receipt-${id}.pdf"`);
    assert.match(pdf.toString('latin1'), /\/MediaBox \[0 0 595(?:\.\d+)? 841/);
    // The charge by its own identifier, and the payer by theirs.
    const said = readText(pdf);
    for (const identifier of [id, '22003198500012']) assert.ok(said.includes(identifier), identifier);
  }
});

test('P573-40: a payment declined takes no money, and the payer may try again', async () => {
  const { applicationId, id } = await charged();
  await checkout(aigul, id);
  assert.equal((await deliver(paid(id, { state: 'failed' }))).status, 204);
  assert.equal((await chargeOf(applicationId)).state, 'charged');
  assert.equal((await checkout(aigul, id)).status, 200);
  await deliver(paid(id));
  assert.equal((await chargeOf(applicationId)).state, 'confirmed');
  assert.equal((await checkout(aigul, id)).status, 409);
});

test('P573-32: when no message comes, the system itself is asked, and one bad answer stops no other', async () => {
  const [lost, odd] = [await charged(), await charged()];
  await Promise.all([checkout(aigul, lost.id), checkout(aigul, odd.id)]);
  const message = { messageId: 'm', state: 'paid', at: '2026-03-12T03:00:00.000Z' } as const;
  stage.ePayment.known.set(odd.id, { ...message, amountTyiyn: 1 });
  stage.ePayment.known.set(lost.id, { ...message, amountTyiyn: price });
  const charges = ownAggregates<ChargeState>(stage.kit, {
    collection: 'charges',
    topicOf: () => topics.payments,
  });
  await askForWaiting(
    stage.kit,
    charges,
    openEPayment(stage.ePayment.url, () => stage.ePayment.key),
  );
  assert.deepEqual(
    [(await chargeOf(lost.applicationId)).state, (await chargeOf(odd.applicationId)).state],
    ['confirmed', 'pending'],
  );
});

test('P573-40: an opened refund is asked for once and ends with the system’s own word', async () => {
  const { applicationId, id } = await charged();
  await deliver(paid(id));
  const opened = applicationEvent('refund_opened', applicationId, { stage: 'withdrawn' });
  await tell(opened, opened, applicationEvent('refund_opened', applicationId, { stage: 'withdrawn' }));
  const asked = `POST /charges/${id}/refund`;
  await eventually(() => stage.ePayment.requests.includes(asked));
  assert.equal((await chargeOf(applicationId)).state, 'refund_due');
  const word = paid(id, { state: 'refunded' });
  await Promise.all([deliver(word), deliver(word)]);
  await eventually(() => toldOf(id, 'refunded').length === 1);
  assert.equal((await chargeOf(applicationId)).state, 'refunded');
  assert.equal(stage.ePayment.requests.filter((each) => each === asked).length, 1);
});

test('P573-34a: a refund refused for good waits for the operator, who has it asked for again; nobody else may', async () => {
  const { applicationId, id } = await charged();
  await deliver(paid(id));
  stage.ePayment.refuses.set(id, 'account_closed');
  await tell(applicationEvent('refund_opened', applicationId, { stage: 'withdrawn' }));
  const operator: Principal = { subject: 'operator', role: 'operator' };
  const waiting = async (): Promise<Payments['RefusedRefund'][]> =>
    bodyOf<{ refunds: Payments['RefusedRefund'][] }>(await get(operator, '/refunds/refused')).refunds;
  await eventually(async () => (await waiting()).length === 1, { what: 'the refusal is shown' });
  const [refusal] = await waiting();
  assert.deepEqual([refusal?.chargeId, refusal?.reason], [id, '422, account_closed']);
  assert.equal((await get(aigul, '/refunds/refused')).status, 403);

  const again = (who: Principal): Promise<Response> =>
    request(stage.app.http)
      .post(`/refunds/${id}/again`)
      .set(stage.as(who))
      .then((answer) => answer);
  assert.equal((await again(aigul)).status, 403);
  stage.ePayment.refuses.delete(id);
  const answers = await Promise.all([again(operator), again(operator)]);
  assert.deepEqual(answers.map(({ status }) => status).sort(), [204, 409]);
  const asked = (): number =>
    stage.ePayment.requests.filter((each) => each === `POST /charges/${id}/refund`).length;
  await eventually(() => asked() === 2, { what: 'asked once more' });
  assert.deepEqual(await waiting(), []);
  assert.equal((await chargeOf(applicationId)).state, 'refund_due');
});

test('P573-6e: while the e-payment system is away nothing is lost, and people are told to come back', async () => {
  stage.ePayment.away = true;
  const applicationId = randomUUID();
  const id = chargeIdOf(applicationId);
  await tell(applicationEvent('submitted', applicationId));
  await eventually(async () => (await get(aigul, `/charges?applicationId=${applicationId}`)).status === 200);
  const answer = await checkout(aigul, id);
  assert.equal(answer.status, 503);
  assert.ok(Number(answer.get('Retry-After')) > 0);
  stage.ePayment.away = false;
  const { payUrl } = bodyOf<{ payUrl: string }>(await checkout(aigul, id));
  assert.equal(payUrl, `https://pay.example/${id}`);
});
