import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { replay } from '@kyzmat/lifecycle';
import type { ServiceTerm } from '@kyzmat/working-time';
import type { ApplicationDocument } from '../state/application.ts';
import { change } from '../state/change.ts';
import { publishVariant } from '../testing/neighbours.ts';
import type { Calls } from '../testing/calls.ts';
import {
  act,
  aigul,
  apply,
  bakyt,
  bodyOf,
  codeOf,
  ermek,
  nurlan,
  operator,
  register,
  view,
} from '../testing/people.ts';
import { openStage, type Stage } from '../testing/stage.ts';

let stage: Stage;
let calls: Calls;
const provider = 'population-register';

before(async () => {
  stage = await openStage();
  ({ calls } = stage);
});
after(() => stage.stop());

async function stored(id: string): Promise<ApplicationDocument> {
  const found = await stage.kit.store.collection<ApplicationDocument>('applications').findOne({ _id: id });
  assert.ok(found);
  return found;
}

test('P573-29a, P573-29b, P573-29d, P573-31c, P573-35a: registering names the executor, starts a free service and owes the notice with its end', async () => {
  const id = await apply(stage, calls, aigul);
  const answer = await act(calls, nurlan, id, register);
  assert.equal(answer.status, 200, answer.text);
  const seen = await view(calls, aigul, id);
  assert.equal(seen.stage, 'in_progress');
  assert.equal(seen.registrationNumber, '12-345');
  assert.deepEqual(seen.executor, { id: 'nurlan', name: 'Демо nurlan' });
  // Two working days from Thursday 10:00: Monday, the same clock time.
  assert.equal(seen.provisionEndsAt, '2026-03-16T04:00:00.000Z');
  assert.match(seen.next?.ru ?? '', /пункт 37 Правил/);
  assert.deepEqual(
    seen.timeline.map(({ type }) => type),
    ['submitted', 'registered', 'started'],
  );

  const { state, history, content } = await stored(id);
  const owed = history.flatMap(({ notices }) => notices).find(({ kind }) => kind === 'intake_registered');
  assert.equal(owed?.facts.provisionEndsAt, '2026-03-16T04:00:00.000Z');
  const { list: _list, ...folded } = state;
  assert.deepEqual(replay(history), folded);
  assert.equal(content.applicant.name, 'Сынакова Айгүл Демоевна');
});

test('P573-37: provision ends by the term of the service, whatever its unit, and the limit is the date that was told', async () => {
  const ends = async (code: string, term: ServiceTerm): Promise<string | undefined> => {
    publishVariant(stage.neighbours, code, { term });
    const id = await apply(stage, calls, aigul, code);
    await act(calls, nurlan, id, register);
    const { provisionEndsAt, clocks } = await view(calls, aigul, id);
    assert.equal(clocks.find(({ kind }) => kind === 'provision_end')?.dueAt, provisionEndsAt);
    return provisionEndsAt;
  };
  assert.equal(await ends('in-hours', { count: 4, unit: 'hours' }), '2026-03-12T08:00:00.000Z');
  assert.equal(await ends('in-days', { count: 10, unit: 'calendar_days' }), '2026-03-22T04:00:00.000Z');
});

test('P573-41c, P573-31c: the user sees by when acceptance is due and how the limit is counted', async () => {
  const id = await apply(stage, calls, aigul);
  const { clocks, next } = await view(calls, aigul, id);
  const acceptance = clocks.find(({ kind }) => kind === 'intake_acceptance');
  assert.equal(acceptance?.ruleId, 'P573-41c');
  assert.equal(acceptance.dueAt, '2026-03-13T04:00:00.000Z');
  assert.equal(acceptance.why.at(-1)?.at, acceptance.dueAt);
  assert.match(next?.ky ?? '', /Эрежелердин 41-пункту/);
});

test('P573-29a: what was handed in is asked for on paper only where the service names its law', async () => {
  const ask = {
    type: 'ask_clarification',
    wants: 'paper',
    question: 'Күбөлүктүн түп нускасын алып келиңиз.',
  };
  const refused = await act(calls, nurlan, await apply(stage, calls, aigul), ask);
  assert.deepEqual([refused.status, codeOf(refused)], [422, 'paper_without_basis']);
  assert.equal(bodyOf<{ ruleId: string }>(refused).ruleId, 'P573-29a');

  const paperBasis = { ky: 'Мыйзамдын 7-беренеси', ru: 'Статья 7 закона' };
  publishVariant(stage.neighbours, 'on-paper-by-law', { paperBasis });
  const lawful = await act(calls, nurlan, await apply(stage, calls, aigul, 'on-paper-by-law'), ask);
  assert.equal(lawful.status, 200, lawful.text);
});

test('P573-8d: only an employee of the provider is named executor', async () => {
  const id = await apply(stage, calls, aigul);
  for (const executorId of ['ermek', 'nobody']) {
    const answer = await act(calls, nurlan, id, { ...register, executorId });
    assert.deepEqual([answer.status, codeOf(answer)], [422, 'executor_of_other_provider']);
  }
  assert.equal((await act(calls, nurlan, id, { ...register, executorId: 'zhyldyz' })).status, 200);
});

test('P573-8e, C22-3b: for other people and other providers the application does not exist', async () => {
  const id = await apply(stage, calls, aigul);
  for (const who of [bakyt, ermek]) {
    assert.equal((await calls.get(who, `/applications/${id}`)).status, 404);
    const body = { version: 1, command: { type: 'withdraw' } };
    assert.equal((await calls.post(who, `/applications/${id}/commands`, body)).status, 404);
    assert.ok(!(await calls.get(who, '/applications')).text.includes(id));
  }
});

test('P573-12: nobody may do what is another role’s', async () => {
  const id = await apply(stage, calls, aigul);
  assert.deepEqual(codeOf(await act(calls, aigul, id, register)), 'forbidden');
  assert.deepEqual(codeOf(await act(calls, nurlan, id, { type: 'withdraw' })), 'forbidden');
  const inner = { type: 'confirm_payment', chargeId: 'x', amountTyiyn: 1 };
  assert.deepEqual(codeOf(await act(calls, nurlan, id, inner)), 'unknown_command');
});

test('C22-13a, C22-13b: a blocked provider is refused at its very next call, and without an answer nothing is allowed', async () => {
  const id = await apply(stage, calls, aigul);
  const body = { version: 1, command: register };
  stage.neighbours.blocked.add(provider);
  const refused = await Promise.all([
    calls.post(nurlan, `/applications/${id}/commands`, body),
    calls.get(nurlan, `/applications/${id}`),
    calls.get(nurlan, '/applications'),
  ]);
  assert.deepEqual(refused.map(codeOf), ['provider_blocked', 'provider_blocked', 'provider_blocked']);
  // Users keep access to what they have.
  assert.equal((await calls.get(aigul, `/applications/${id}`)).status, 200);
  stage.neighbours.blocked.clear();

  stage.neighbours.away.add('providers');
  assert.equal((await calls.post(nurlan, `/applications/${id}/commands`, body)).status, 503);
  stage.neighbours.away.clear();
  assert.equal((await calls.post(nurlan, `/applications/${id}/commands`, body)).status, 200);
});

test('an act on what is out of date is refused, but book-keeping of the portal makes nothing out of date', async () => {
  const id = await apply(stage, calls, aigul);
  const { version } = await view(calls, nurlan, id);
  assert.equal(
    (await act(calls, nurlan, id, { type: 'ask_clarification', wants: 'information', question: 'Батир?' }))
      .status,
    200,
  );
  const late = await calls.post(nurlan, `/applications/${id}/commands`, { version, command: register });
  assert.deepEqual([late.status, codeOf(late)], [409, 'stale_version']);
});

test('P573-39a, P573-39b, P573-35b, P573-40: refusing to consider needs a ground of the closed list and a reason; non-payment is none', async () => {
  const id = await apply(stage, calls, aigul);
  const refuse = {
    type: 'refuse_intake',
    grounds: ['incomplete'],
    reason: 'Экинчи барак жок.',
    executorId: 'nurlan',
  };
  assert.equal(
    codeOf(await act(calls, nurlan, id, { ...refuse, grounds: ['unpaid'] })),
    'nonpayment_is_no_ground',
  );
  assert.equal(codeOf(await act(calls, nurlan, id, { ...refuse, grounds: ['ugly'] })), 'ground_not_in_law');
  assert.equal(codeOf(await act(calls, nurlan, id, { ...refuse, reason: ' ' })), 'reason_missing');
  const two = { ...refuse, grounds: ['incomplete', 'not_current'] };
  const other = { ...two, grounds: ['not_current', 'outdated_since'] };
  assert.equal(codeOf(await act(calls, nurlan, id, other)), 'ground_not_in_law');
  assert.equal((await act(calls, nurlan, id, two)).status, 200);
  const { stage: reached, refusal } = await view(calls, aigul, id);
  assert.equal(reached, 'intake_refused');
  assert.deepEqual(refusal?.grounds, ['incomplete', 'not_current']);
  assert.equal(refusal.reason, 'Экинчи барак жок.');
  assert.ok(refusal.appeal);
});

test('P573-41b: what arrives on Friday at 15:30 may be refused until the end of Monday', async () => {
  stage.clock.set('2026-03-13T09:30:00.000Z');
  const id = await apply(stage, calls, aigul);
  stage.clock.set('2026-03-12T04:00:00.000Z');
  const { clocks } = await view(calls, aigul, id);
  const refusal = clocks.find(({ kind }) => kind === 'intake_refusal');
  assert.deepEqual([refusal?.ruleId, refusal?.dueAt], ['P573-41b', '2026-03-16T18:00:00.000Z']);
});

test('P573-40: registering an unpaid application suspends it and says so', async () => {
  publishVariant(stage.neighbours, 'paid-certificate', {
    price: {
      totalTyiyn: 30_000,
      split: [{ receiver: { ky: 'Бюджет', ru: 'Бюджет' }, amountTyiyn: 30_000 }],
    },
  });
  const id = await apply(stage, calls, aigul, 'paid-certificate');
  await act(calls, nurlan, id, register);
  const seen = await view(calls, aigul, id);
  assert.equal(seen.stage, 'suspended_unpaid');
  assert.equal(seen.priceTyiyn, 30_000);
  assert.match(seen.next?.ru ?? '', /Оплатите/);
});

test('P573-35d, P573-33a: a positive decision is checked, recorded, and owes its document in the same write', async () => {
  const id = await apply(stage, calls, aigul);
  await act(calls, nurlan, id, register);
  const decision = {
    registeredPerson: 'self',
    'registeredAddress.region': 'Бишкек',
    'registeredAddress.district': 'Бишкек',
    'registeredAddress.street': 'Токтогул',
    'registeredAddress.house': '1',
    'registeredSince.day': '1',
    'registeredSince.month': '2',
    'registeredSince.year': '2020',
  };
  const incomplete = await act(calls, nurlan, id, { type: 'decide', decision: {}, signerId: 'nurlan' });
  assert.deepEqual([incomplete.status, codeOf(incomplete)], [422, 'decision_incomplete']);
  const answer = await act(calls, nurlan, id, { type: 'decide', decision, signerId: 'nurlan' });
  assert.equal(answer.status, 200, answer.text);
  const { state, history } = await stored(id);
  assert.ok(['approved', 'completed'].includes(state.stage));
  assert.ok(history.some(({ type }) => type === 'approved'));
});

test('P573-43: the operator sees times and stages, and nothing that people wrote', async () => {
  const id = await apply(stage, calls, aigul);
  const answer = await calls.get(operator, `/applications/${id}`);
  const { text } = answer;
  assert.deepEqual(bodyOf<{ pages: unknown[] }>(answer).pages, []);
  for (const secret of ['Сынакова', '12003198500012', 'Токтогул']) assert.ok(!text.includes(secret), secret);
  assert.ok(text.includes('intake_acceptance'));
});

test('events carry ids, stages and deadlines, and nothing that people wrote', async () => {
  const id = await apply(stage, calls, aigul);
  const question = 'Кайсы үйдө жашайсыз?';
  await act(calls, nurlan, id, { type: 'ask_clarification', wants: 'information', question });
  const { history } = await stored(id);
  const { pending } = change(undefined, history);
  const text = JSON.stringify(pending);
  for (const secret of ['Сынакова', '12003198500012', question]) assert.ok(!text.includes(secret), secret);
  assert.equal(pending?.length, 2);
});
