import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Principal } from '@kyzmat/auth';
import { topics, type Notifications } from '@kyzmat/contracts';
import { eventually } from '@kyzmat/testing/eventually';
import { bodyOf, openStage, owe, type Owed, type Stage } from '../testing/stage.ts';

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.stop());

const person = (): Principal => ({ subject: `person-${randomUUID()}`, role: 'user' });

/** The cabinet alone, so that nothing else changes these notices. */
const channels = { required: ['cabinet' as const], extra: [] };

async function give(who: Principal, count: number): Promise<readonly Owed[]> {
  const debts = Array.from({ length: count }, () => owe(stage, who.subject, { channels }));
  await stage.on.kit.bus.publish(
    topics.applications,
    debts.map(({ event }) => event),
  );
  await eventually(async () => (await stage.list(who)).notices.length === count);
  return debts;
}

test('P573-31c: notices newest first, page by page, none twice even when they came at the same moment', async () => {
  const who = person();
  const early = await give(who, 5);
  stage.on.clock.set('2026-03-12T05:00:00.000Z');
  const late = owe(stage, who.subject, { channels });
  await stage.on.kit.bus.publish(topics.applications, [late.event]);
  await eventually(async () => (await stage.list(who)).unopened === 6);
  const seen: string[] = [];
  for (let query: string | undefined = '?limit=2'; query !== undefined;) {
    const { notices, next } = await stage.list(who, query);
    seen.push(...notices.map(({ id }) => id));
    query = next === undefined ? undefined : `?limit=2&after=${next}`;
  }
  assert.equal(seen[0], late.noticeId);
  assert.deepEqual(new Set(seen.slice(1)), new Set(early.map(({ noticeId }) => noticeId)));
  assert.equal(seen.length, 6);
  const { notices } = await stage.list(who, `?applicationId=${late.applicationId}`);
  assert.deepEqual(
    notices.map(({ id }) => id),
    [late.noticeId],
  );
  assert.equal((await stage.get(who, '/notices?after=nonsense')).status, 400);
});

test('P573-31c, P573-34a: when a notice was opened is kept; the first time counts', async () => {
  const who = person();
  const [debt] = await give(who, 1);
  assert.ok(debt);
  const path = `/notices/${debt.noticeId}`;
  const first = bodyOf<Notifications['Notice']>(await stage.post(who, `${path}/opened`));
  assert.equal(first.openedAt, stage.on.clock.now().toISOString());
  stage.on.clock.set('2026-03-13T05:00:00.000Z');
  await stage.post(who, `${path}/opened`);
  const kept = bodyOf<Notifications['Notice']>(await stage.get(who, path));
  assert.equal(kept.openedAt, first.openedAt);
  assert.equal((await stage.list(who)).unopened, 0);
});

test('P573-8e: nobody reads or opens the notices of others', async () => {
  const [debt] = await give(person(), 1);
  assert.ok(debt);
  const path = `/notices/${debt.noticeId}`;
  const other = person();
  assert.equal((await stage.get(other, path)).status, 404);
  assert.equal((await stage.post(other, `${path}/opened`)).status, 404);
  assert.equal((await stage.list(other)).notices.length, 0);
  const executor: Principal = { subject: 'nurlan', role: 'executor', provider: 'population-register' };
  assert.equal((await stage.get(executor, '/notices')).status, 403);
});

test('addresses of channels leave the process only towards the channels', async () => {
  const who = person();
  await stage.on.kit.bus.publish(topics.applications, [owe(stage, who.subject).event]);
  await eventually(async () => (await stage.list(who)).notices.length === 1);
  const { text } = await stage.get(who, '/notices');
  assert.doesNotMatch(text, /\+996700000001|aigul@example\.kg/u);
});

test('lists are read from an index', async () => {
  const who = person();
  await give(who, 1);
  const notices = stage.on.kit.store.collection<{ readonly _id: string }>('notices');
  const mine = { 'state.recipientId': who.subject };
  for (const filter of [mine, { ...mine, 'state.applicationId': 'application-1' }]) {
    const explained = JSON.stringify(await notices.find(filter).sort({ 'state.at': -1, _id: -1 }).explain());
    const plan = /"winningPlan":(.*?),"rejectedPlans"/u.exec(explained)?.[1] ?? '';
    assert.match(plan, /"IXSCAN"/u);
    assert.doesNotMatch(plan, /"COLLSCAN"|"SORT"/u);
  }
});
