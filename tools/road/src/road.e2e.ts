import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { dataOf, Problem } from '@kyzmat/http';
import { eventually } from '@kyzmat/testing/eventually';
import { startWorld, type World } from '@kyzmat/world';
import { behindTheDoors } from './behind-the-doors.ts';
import { signIn, type Citizen } from './citizen.ts';
import { clerkOf, operatorOf } from './clerk.ts';
import { letters, messagesOn } from './outside.ts';
import { residenceDecision } from './roads.ts';
import { signedSubmission, submit } from './submission.ts';
import { noticesOf, stageOf, until } from './waiting.ts';

let world: World;
let aigul: Citizen;
let bakyt: Citizen;

before(async () => {
  world = await startWorld({ only: behindTheDoors, seed: true });
  [aigul, bakyt] = await Promise.all([signIn(world, 'aigul'), signIn(world, 'bakyt')]);
});
after(() => world.stop());

const refused =
  (code: string) =>
  (error: unknown): boolean =>
    error instanceof Problem && error.code === code;

test('the free service: submitted, registered, decided, a signed result that anyone can verify', async () => {
  const { id } = await submit(world, aigul, 'residence-certificate');
  const clerk = clerkOf(world, 'nurlan', 'population-register');
  const registered = await clerk.act(id, {
    type: 'register',
    registrationNumber: '01-1',
    executorId: clerk.id,
  });
  assert.equal(registered.stage, 'in_progress');

  await clerk.act(id, {
    type: 'decide',
    signerId: clerk.id,
    decision: residenceDecision,
  });
  await stageOf(aigul, id, 'completed');

  const { response } = await aigul.applications.GET('/applications/{id}/result.pdf', {
    params: { path: { id } },
    parseAs: 'stream',
  });
  const pdf = Buffer.from(await response.arrayBuffer());
  assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
});

test('P573-34a, P573-35a, P573-41c: each notice once, in the cabinet, as a message and as a letter', async () => {
  const { id, reference } = await submit(world, aigul, 'residence-certificate');
  const clerk = clerkOf(world, 'nurlan', 'population-register');
  await clerk.act(id, { type: 'register', registrationNumber: '01-2', executorId: clerk.id });

  const notices = await noticesOf(aigul, id, ['intake_registered', 'submitted']);
  const intake = notices.find(({ kind }) => kind === 'intake_registered');
  // P573-35a: a date of end without a time of day would not do.
  assert.match(intake?.body.ky ?? '', /бүтө турган убакыт: .*\d\d:\d\d/);
  await until('the message and the letter', async () => {
    const own = (await messagesOn(world, aigul.phone)).filter((text) => text.includes(reference));
    return own.length === 1 && (await letters(world, aigul.email)).length > 0;
  });
  await until('the debts are closed', async () => {
    const { clocks } = await clerk.look(id);
    return clocks.every(({ kind, closedAt }) => kind === 'provision_end' || closedAt !== undefined);
  });
});

test('P573-8l: fifty parallel submissions of one draft make one application', async () => {
  const body = await signedSubmission(world, aigul, 'residence-certificate');
  const answers = await Promise.all(
    Array.from({ length: 50 }, async () => dataOf(await aigul.applications.POST('/applications', { body }))),
  );
  assert.deepEqual(new Set(answers.map(({ id }) => id)), new Set([body.draftId]));
  assert.equal(new Set(answers.map(({ reference }) => reference)).size, 1);
});

test('P573-8e: somebody else sees neither the application, nor its charge, nor its notices', async () => {
  const { id } = await submit(world, aigul, 'residence-certificate');
  const params = { params: { path: { id } } };
  await assert.rejects(bakyt.applications.GET('/applications/{id}', params), refused('not_found'));
  await assert.rejects(
    bakyt.payments.GET('/charges', { params: { query: { applicationId: id } } }),
    refused('not_found'),
  );
  const { notices } = dataOf(
    await bakyt.notifications.GET('/notices', { params: { query: { applicationId: id } } }),
  );
  assert.deepEqual(notices, []);
});

test('C22-3b: another provider neither sees nor decides it', async () => {
  const { id } = await submit(world, aigul, 'residence-certificate');
  const stranger = clerkOf(world, 'timur', 'licensing-office');
  await assert.rejects(stranger.look(id), refused('not_found'));
});

test('P573-32, P573-40: unpaid is suspended, a forged word changes nothing, the signed one resumes', async () => {
  const { id } = await submit(world, aigul, 'criminal-record-certificate');
  const clerk = clerkOf(world, 'ermek', 'interior-information-centre');
  const suspended = await clerk.act(id, {
    type: 'register',
    registrationNumber: '02-1',
    executorId: clerk.id,
  });
  assert.equal(suspended.stage, 'suspended_unpaid');
  await noticesOf(aigul, id, ['suspended_unpaid']);

  const charge = await eventually(
    async () => dataOf(await aigul.payments.GET('/charges', { params: { query: { applicationId: id } } })),
    { what: 'the charge' },
  );
  assert.equal(
    charge.split.reduce((sum, { amountTyiyn }) => sum + amountTyiyn, 0),
    charge.amountTyiyn,
  );
  const forged = await fetch(`${world.urls.payments}/callbacks/e-payment`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Signature': `t=1,v1=${'0'.repeat(64)}` },
    body: JSON.stringify({
      messageId: 'forged',
      chargeId: charge.id,
      state: 'paid',
      amountTyiyn: charge.amountTyiyn,
      at: '2026-11-22T06:00:00.000Z',
    }),
  });
  assert.equal(forged.status, 401);
  assert.equal((await clerk.look(id)).stage, 'suspended_unpaid');

  const checkout = await aigul.payments.POST('/charges/{id}/checkout', {
    params: { path: { id: charge.id } },
    body: { language: 'ky' },
  });
  // The payer pays and never comes back.
  await fetch(dataOf(checkout).payUrl, { method: 'POST', body: new URLSearchParams({ act: 'leave' }) });
  await stageOf(aigul, id, 'in_progress');
  await noticesOf(aigul, id, ['payment_confirmed']);
});

test('C22-13a, C22-13b, C22-14b: a blocked provider is refused at its very next call, until the problems are removed', async () => {
  const { id } = await submit(world, aigul, 'residence-certificate');
  const clerk = clerkOf(world, 'nurlan', 'population-register');
  const operator = operatorOf(world);
  await clerk.look(id);

  const path = { id: 'population-register' };
  const problems = [{ ky: 'Маалымат агып кетти', ru: 'Утечка данных' }];
  const block = dataOf(
    await operator.POST('/providers/{id}/blocks', { params: { path }, body: { cause: 'leak', problems } }),
  );
  await assert.rejects(clerk.look(id), refused('provider_blocked'));
  // The user keeps what is theirs.
  dataOf(await aigul.applications.GET('/applications/{id}', { params: { path: { id } } }));

  const [problem] = block.problems;
  assert.ok(problem);
  await operator.POST('/providers/{id}/blocks/{blockId}/problems/{problemId}/removal', {
    params: { path: { ...path, blockId: block.id, problemId: problem.id } },
  });
  await clerk.look(id);
});
