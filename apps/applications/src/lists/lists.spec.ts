import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Applications } from '@kyzmat/contracts';
import type { Principal } from '@kyzmat/auth';
import type { ApplicationDocument } from '../state/application.ts';
import type { Calls } from '../testing/calls.ts';
import { act, aigul, apply, bakyt, bodyOf, nurlan, operator } from '../testing/people.ts';
import { openStage, type Stage } from '../testing/stage.ts';
import { listCursor, type ListQuery } from './query.ts';

let stage: Stage;
let calls: Calls;

before(async () => {
  stage = await openStage();
  ({ calls } = stage);
});
after(() => stage.stop());

type List = { applications: Applications['ApplicationSummary'][]; next?: string };

async function ids(who: Principal, query = ''): Promise<string[]> {
  const list = bodyOf<List>(await calls.get(who, `/applications${query}`));
  return list.applications.map(({ id }) => id);
}

test('P573-31c: people see their own newest first, a provider what is due soonest first, page by page', async () => {
  const first = await apply(stage, calls, aigul);
  stage.clock.advance(60_000);
  const second = await apply(stage, calls, bakyt);
  stage.clock.advance(60_000);
  const third = await apply(stage, calls, aigul);
  assert.deepEqual(await ids(aigul), [third, first]);
  assert.deepEqual(await ids(bakyt), [second]);
  assert.deepEqual(await ids(nurlan), [first, second, third]);
  assert.deepEqual(await ids(operator), [first, second, third]);

  const page = bodyOf<List>(await calls.get(nurlan, '/applications?limit=2'));
  assert.deepEqual(await ids(nurlan, `?limit=2&after=${page.next ?? ''}`), [third]);

  await act(calls, nurlan, first, { type: 'register', registrationNumber: '1', executorId: 'nurlan' });
  assert.deepEqual(await ids(nurlan), [second, third, first]);
  assert.deepEqual(await ids(nurlan, '?stage=in_progress&executor=nurlan'), [first]);
  assert.equal((await calls.get(nurlan, '/applications?after=nonsense')).status, 400);
});

test('P573-31c: what has ended stays in the list of its person, however it ended', async () => {
  const [withdrawn, refused] = [await apply(stage, calls, aigul), await apply(stage, calls, aigul)];
  await act(calls, aigul, withdrawn, { type: 'withdraw' });
  await act(calls, nurlan, refused, {
    type: 'refuse_intake',
    grounds: ['incomplete'],
    reason: 'Экинчи барак жок.',
    executorId: 'nurlan',
  });
  const { applications } = bodyOf<List>(await calls.get(aigul, '/applications'));
  const stageOf = (one: string) => applications.find(({ id }) => id === one)?.stage;
  assert.deepEqual([stageOf(withdrawn), stageOf(refused)], ['withdrawn', 'intake_refused']);
});

test('every list walks along an index', async () => {
  const documents = stage.kit.store.collection<ApplicationDocument>('applications');
  const queries: ListQuery[] = [
    { ownerId: 'aigul', limit: 25 },
    { providerId: 'population-register', limit: 25 },
    { providerId: 'population-register', stage: 'submitted', executor: 'nurlan', limit: 25 },
    { limit: 25 },
    { providerId: 'population-register', owes: 'outage_status', limit: 25 },
    { providerId: 'population-register', reference: 'AAAA-AAAA-AAAA-A', limit: 25 },
  ];
  for (const query of queries) {
    const plan = JSON.stringify(await listCursor(documents, query).explain('queryPlanner'));
    assert.ok(plan.includes('IXSCAN') || plan.includes('EXPRESS'), plan);
    assert.ok(!plan.includes('COLLSCAN'), plan);
    // One application of a reference needs no order; the others come in it.
    assert.equal(plan.includes('"SORT"'), query.reference !== undefined, JSON.stringify(query));
  }
});
