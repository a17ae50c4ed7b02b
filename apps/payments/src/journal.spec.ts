import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { systemPrincipal, type Principal } from '@kyzmat/auth';
import { topics, type Common } from '@kyzmat/contracts';
import type { CloudEvent } from '@kyzmat/event-bus';
import { entriesOf, verifyDatabase, type Access } from '@kyzmat/journal';
import { eventually } from '@kyzmat/testing';
import request from 'supertest';
import { chargeIdOf, type ChargeState } from './charges/charge.ts';
import { openStage, paidService, type Stage } from './testing/stage.ts';

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.stop());

const user = (subject: string): Principal => ({ subject, role: 'user' });
const ask = (who: Principal, path: string) => request(stage.app.http).get(path).set(stage.as(who));

async function linesOf(person: string): Promise<Common['JournalLine'][]> {
  return bodyOf<Common['JournalPage']>(await ask(user(person), '/journal')).lines;
}

/** The body, which the door has checked against the contract. */
function bodyOf<T>({ body }: { readonly body: T }): T {
  return body;
}

function event(type: string, applicationId: string, ownerId: string): CloudEvent {
  const at = '2026-03-12T04:00:00.000Z';
  const data = {
    applicationId,
    reference: '7F3K-9QXM',
    ownerId,
    providerId: 'interior-information-centre',
    serviceCode: paidService,
    serviceVersion: 1,
    stage: 'submitted',
    payment: 'none',
    priceTyiyn: 30_000,
    version: 1,
    at,
    actorRole: 'user',
    language: 'ky',
    notices: [],
  };
  const id = randomUUID();
  const source = '/kyzmat/applications';
  const datacontenttype = 'application/json';
  return {
    specversion: '1.0',
    id,
    source,
    type: `application.${type}.v1`,
    subject: applicationId,
    time: at,
    datacontenttype,
    data,
  };
}
const tell = (...events: CloudEvent[]): Promise<void> => stage.kit.bus.publish(topics.applications, events);

async function charged(ownerId: string): Promise<string> {
  const applicationId = randomUUID();
  await tell(event('submitted', applicationId, ownerId));
  const ordered = { _id: chargeIdOf(applicationId), 'state.payUrl': { $exists: true } } as const;
  await eventually(async () => (await charges().countDocuments(ordered)) === 1);
  return applicationId;
}
const charges = () => stage.kit.store.collection<{ _id: string; state: ChargeState }>('charges');

test('P573-13c: the payment order is in the payer’s journal before the e-payment system has it, and once however often it is tried', async () => {
  stage.ePayment.away = true;
  const applicationId = randomUUID();
  const tries = () => stage.ePayment.requests.filter((each) => each === 'POST /charges').length;
  const before = tries();
  await tell(event('submitted', applicationId, 'payer-1'));
  await eventually(() => tries() > before);
  const [order, ...more] = await linesOf('payer-1');
  assert.deepEqual(more, []);
  assert.deepEqual(
    [order?.act, order?.data, order?.application, order?.role, order?.outcome],
    ['payment.order', ['payment'], applicationId, 'system', 'given'],
  );
  stage.ePayment.away = false;
  const id = chargeIdOf(applicationId);
  await request(stage.app.http)
    .post(`/charges/${id}/checkout`)
    .set(stage.as(user('payer-1')))
    .send({});
  await eventually(() => stage.ePayment.charges.has(id));
  assert.equal((await linesOf('payer-1')).length, 1);
  assert.deepEqual((await verifyDatabase(entriesOf(stage.kit.store))).findings, []);
});

test('P573-19e: who reaches for another’s charge or payment document stands in the journal; a look at one’s own does not', async () => {
  const applicationId = await charged('payer-2');
  const paths = [
    `/charges?applicationId=${applicationId}`,
    `/charges/${chargeIdOf(applicationId)}/document.pdf`,
  ];
  for (const path of paths) {
    assert.equal((await ask(user('stranger'), path)).status, 404);
    assert.notEqual((await ask(user('payer-2'), path)).status, 404);
  }
  const lines = await linesOf('payer-2');
  assert.deepEqual(lines.map(({ act, outcome }) => `${act} ${outcome}`).sort(), [
    'payment.order given',
    'payment.receipt refused',
    'payment.view refused',
  ]);
  assert.ok(!JSON.stringify(lines).includes('stranger'));
  assert.deepEqual(await linesOf('stranger'), []);
});

test('P573-19d: an order that cannot be written down does not go out', async (t) => {
  const journal = entriesOf<Access>(stage.kit.store);
  const { client } = stage.kit.store;
  const validated = (validator: object) =>
    client.db(journal.dbName).command({ collMod: journal.collectionName, validator });
  await validated({ impossible: { $exists: true } });
  t.after(() => validated({}));
  const applicationId = randomUUID();
  const id = chargeIdOf(applicationId);
  await tell(event('submitted', applicationId, 'payer-3'));
  await eventually(async () => (await charges().countDocuments({ _id: id })) === 1);
  const { status } = await request(stage.app.http)
    .post(`/charges/${id}/checkout`)
    .set(stage.as(user('payer-3')))
    .send({});
  assert.equal(status, 500);
  assert.ok(!stage.ePayment.charges.has(id));
});

test('P573-49: a charge nobody paid goes with the application; what was paid stays, and both are said', async () => {
  const [unpaid, paid] = [await charged('payer-4'), await charged('payer-4')];
  const confirmed = { 'state.state': 'confirmed', 'state.paidAt': '2026-03-12T03:00:00.000Z' } as const;
  await charges().updateOne({ _id: chargeIdOf(paid) }, { $set: confirmed });
  const erased = async (applicationId: string, who = systemPrincipal('applications')): Promise<unknown> =>
    (await ask(who, `/erasures/${applicationId}`)).body;
  assert.deepEqual(await erased(unpaid), { erased: false });
  await tell(event('erased', unpaid, 'payer-4'), event('erased', paid, 'payer-4'));
  await eventually(async () => (await charges().countDocuments({ _id: chargeIdOf(unpaid) })) === 0);
  assert.deepEqual(await erased(unpaid), { erased: true });
  assert.deepEqual(await erased(paid), { erased: true });
  assert.equal(await charges().countDocuments({ _id: chargeIdOf(paid) }), 1);
  assert.equal((await ask(user('payer-4'), `/erasures/${paid}`)).status, 403);
});
