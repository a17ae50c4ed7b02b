import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { systemPrincipal, type Principal } from '@kyzmat/auth';
import { topics, type Common, type EventData } from '@kyzmat/contracts';
import { entriesOf, openJournal, verifyDatabase, type Access, type Journal } from '@kyzmat/journal';
import { ownAggregates, type App } from '@kyzmat/kit';
import { openTestKit, type TestKit } from '@kyzmat/kit/testing';
import { workItems, type Inbox } from '@kyzmat/store';
import { eventually } from '@kyzmat/testing';
import request from 'supertest';
import { createApp } from './app.ts';
import { ownSpec } from './config.ts';
import type { Deliveries } from './delivery/change.ts';
import { consumeApplications } from './delivery/consumer.ts';
import { newDelivery, queues, type DeliveryState } from './delivery/delivery.ts';
import { openHandOver } from './delivery/hand-over.ts';
import type { News } from './delivery/news.ts';

let on: TestKit<typeof ownSpec>;
let app: App;
let journal: Journal;
let deliveries: Deliveries;
let inbox: Inbox;

before(async () => {
  const env = { TUNDUK_TLS_PORT: '1', CERTIFICATES_DIR: '/none', EDMS_PASSWORD: 'password of a test' };
  on = await openTestKit({ name: 'tunduk', spec: ownSpec, env });
  const { kit } = on;
  // The doors only: nobody listens, and no document system is asked.
  app = createApp(kit, on.config);
  // However slow Kafka is here, the one who is told instead has heard it.
  journal = openJournal(kit, () => Promise.resolve());
  await journal.ensureIndexes();
  deliveries = ownAggregates<DeliveryState>(kit, {
    collection: 'deliveries',
    topicOf: () => topics.deliveries,
  });
  await deliveries.start();
  const none = () => Promise.reject(new Error('The register is not asked'));
  const providers = { all: () => Promise.resolve([]), get: none, byMember: none, service: none };
  const news = workItems<News>(kit.store, queues.news, { clock: on.clock });
  inbox = await consumeApplications(kit, { deliveries, news, providers });
});
after(async () => {
  await inbox.stop();
  await deliveries.stop();
  await journal.stop();
  await on.close();
});

const user = (subject: string): Principal => ({ subject, role: 'user' });
async function linesOf(person: string): Promise<Common['JournalLine'][]> {
  const answer = await request(app.http)
    .get('/journal')
    .set(on.token('portal', user(person)));
  assert.equal(answer.status, 200, answer.text);
  return bodyOf<Common['JournalPage']>(answer).lines;
}

/** The body, which the door has checked against the contract. */
function bodyOf<T>({ body }: { readonly body: T }): T {
  return body;
}

function applicationOf(ownerId: string): EventData['ApplicationEvent'] {
  return {
    applicationId: randomUUID(),
    reference: '7F3K-9QXM',
    ownerId,
    providerId: 'interior-information-centre',
    serviceCode: 'criminal-record-certificate',
    serviceVersion: 1,
    stage: 'submitted',
    payment: 'none',
    priceTyiyn: 0,
    version: 1,
    at: '2026-03-12T04:00:00.000Z',
    actorRole: 'user',
    language: 'ky',
    notices: [],
  };
}

test('P573-13c: the person sees which fields of which application went to which provider’s system, each document once', async () => {
  const handOver = openHandOver(on.kit, journal);
  const application = applicationOf('aigul');
  for (let tries = 0; tries < 3; tries++) {
    await handOver(application, 'delivery.request', 'request', ['lastName', 'purpose']);
    await handOver(application, 'delivery.attachment', 'f1');
  }
  await handOver(application, 'delivery.news', 'status-2');
  const lines = await linesOf('aigul');
  assert.deepEqual(lines.map(({ act, data }) => [act, ...data].join(' ')).sort(), [
    'delivery.attachment attachments',
    'delivery.news history',
    'delivery.request applicant answers',
  ]);
  const request_ = lines.find(({ act }) => act === 'delivery.request');
  assert.deepEqual(
    [request_?.provider, request_?.application, request_?.fields, request_?.outcome],
    ['interior-information-centre', application.applicationId, ['lastName', 'purpose'], 'given'],
  );
  assert.deepEqual(await linesOf('bakyt'), []);
  assert.deepEqual((await verifyDatabase(entriesOf<Access>(on.kit.store))).findings, []);
});

test('P573-13c: the journal is for the person; staff and processes have no lines in it', async () => {
  const staff = { subject: 'nurlan', role: 'executor', provider: 'population-register' } as const;
  const answer = await request(app.http).get('/journal').set(on.token('desk', staff));
  assert.equal(answer.status, 403);
  assert.equal((await request(app.http).get('/journal')).status, 401);
});

test('P573-49, P573-17b: with the application goes whose it was; what the provider’s side wrote stays proved', async () => {
  const application = applicationOf('aigul');
  const { applicationId } = application;
  const fresh = newDelivery(application);
  const answer = { objectId: 'o', changeToken: '1', name: 'answer.json', modifiedAt: application.at };
  const outcome = { kind: 'carried_out', at: application.at, sha256: 'a'.repeat(64) } as const;
  await deliveries.aggregates.create(
    { _id: fresh._id, state: { ...fresh.state, answers: [{ ...answer, outcome }] } },
    () => true,
  );
  const erased = async (): Promise<unknown> => {
    const token = on.token('applications', systemPrincipal('applications'));
    return (await request(app.http).get(`/erasures/${applicationId}`).set(token)).body;
  };
  assert.deepEqual(await erased(), { erased: false });
  await on.kit.bus.publish(topics.applications, [
    {
      specversion: '1.0',
      id: `${applicationId}:erased`,
      source: '/kyzmat/applications',
      type: 'application.erased.v1',
      subject: applicationId,
      time: application.at,
      datacontenttype: 'application/json',
      data: application,
    },
  ]);
  await eventually(
    async () => (await deliveries.aggregates.load(applicationId))?.state.ownerId === undefined,
  );
  assert.deepEqual(await erased(), { erased: true });
  const left = await deliveries.aggregates.load(applicationId);
  assert.equal(left?.state.answers[0]?.outcome?.sha256, outcome.sha256);
  assert.ok(!JSON.stringify(left).includes('aigul'));
});
