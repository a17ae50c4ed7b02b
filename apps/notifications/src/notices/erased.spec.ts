import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { parseEvent, topics } from '@kyzmat/contracts';
import { eventually } from '@kyzmat/testing/eventually';
import request from 'supertest';
import { openStage, owe } from '../testing/stage.ts';

test('P573-49: notices go with the application their person let go, and others stay', async (t) => {
  const stage = await openStage();
  t.after(() => stage.stop());
  const who = { subject: `person-${randomUUID()}`, role: 'user' } as const;
  const [gone, stays] = [owe(stage, who.subject), owe(stage, who.subject)];
  const { bus } = stage.on.kit;
  await bus.publish(topics.applications, [gone.event, stays.event]);
  const listed = async () => (await stage.list(who)).notices.map(({ id }) => id);
  await eventually(async () => (await listed()).length === 2);

  const erased = {
    ...gone.event,
    id: `${gone.applicationId}:erased`,
    type: 'application.erased.v1',
    data: { ...parseEvent('ApplicationEvent', gone.event.data), notices: [] },
  };
  await bus.publish(topics.applications, [erased, { ...erased, id: randomUUID() }]);
  await eventually(async () => (await listed()).length === 1);
  assert.deepEqual(await listed(), [stays.noticeId]);
  const left = stage.on.kit.store.collection('notices').find({ 'state.applicationId': gone.applicationId });
  assert.deepEqual(await left.toArray(), []);
  // Who let it go is told so: applications asks.
  const erasedHere = async (applicationId: string): Promise<unknown> => {
    const asked = stage.on.token('applications', { subject: 'applications', role: 'system' });
    return (await request(stage.app.http).get(`/erasures/${applicationId}`).set(asked)).body;
  };
  assert.deepEqual(await erasedHere(gone.applicationId), { erased: true });
  assert.deepEqual(await erasedHere(stays.applicationId), { erased: false });
});
