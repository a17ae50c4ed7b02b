import assert from 'node:assert/strict';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import type { Applications, ProvidersApi } from '@kyzmat/contracts';
import { dataOf } from '@kyzmat/http';
import { clientOf, signIn, submit, type Citizen } from '@kyzmat/road';
import { eventually } from '@kyzmat/testing/eventually';
import { startWorld, type World } from '@kyzmat/world';
import { edmsClerk, type EdmsClerk } from './testing/clerk.ts';
import { atTheDoor, digestOf, licensing, register, throughXRoad, type Link } from './testing/link.ts';

let world: World;
let aigul: Citizen;
let clerk: EdmsClerk;
let link: Link;

before(async () => {
  world = await startWorld({
    // The portal for the seed, which registers people through it.
    only: [
      'portal',
      'identity',
      'applications',
      'payments',
      'notifications',
      'providers',
      'tunduk',
      'sandbox',
    ],
    seed: true,
  });
  aigul = await signIn(world, 'aigul');
  clerk = edmsClerk(`${world.urls.sandbox}/edms`);
  const { SECURITY_SERVER_URL = '', TUNDUK_TLS_URL = '' } = world.env('tunduk');
  link = {
    securityServerUrl: SECURITY_SERVER_URL,
    doorUrl: TUNDUK_TLS_URL,
    certificates: join(world.dir, 'certificates'),
  };
});
after(() => world.stop());

async function viewOf(id: string): Promise<Applications['ApplicationView']> {
  return dataOf(await aigul.applications.GET('/applications/{id}', { params: { path: { id } } }));
}

async function stageIs(id: string, stage: string): Promise<void> {
  await eventually(async () => (await viewOf(id)).stage === stage, { what: stage });
}

async function arrived(reference: string): Promise<void> {
  await eventually(() => clerk.page(reference, '/request.json'), { what: 'the application in the EDMS' });
}

test('P573-29f, C22-7, C22-8: an application lies in the document system, whole, and no screen of the portal is needed', async () => {
  const { reference } = await submit(world, aigul, 'criminal-record-certificate');
  await arrived(reference);
  assert.ok((await clerk.page(reference)).includes('Сынакова'));
  assert.equal((await clerk.page(reference, '/request.pdf')).slice(0, 5), '%PDF-');
});

test('P573-29g, C22-11: registered, paid and decided in the document system; nobody types into the portal', async () => {
  const { id, reference } = await submit(world, aigul, 'criminal-record-certificate');
  await arrived(reference);
  await clerk.write(reference, { act: 'register', registrationNumber: 'ВХ-7', executor: 'ermek' });
  await stageIs(id, 'suspended_unpaid');
  const registered = await viewOf(id);
  assert.deepEqual([registered.registrationNumber, registered.executor?.id], ['ВХ-7', 'ermek']);

  const charge = await eventually(
    async () => dataOf(await aigul.payments.GET('/charges', { params: { query: { applicationId: id } } })),
    { what: 'the charge' },
  );
  const checkout = await aigul.payments.POST('/charges/{id}/checkout', {
    params: { path: { id: charge.id } },
    body: { language: 'ky' },
  });
  await fetch(dataOf(checkout).payUrl, { method: 'POST', body: new URLSearchParams({ act: 'leave' }) });
  await eventually(async () => (await clerk.page(reference)).includes('Төлөм ырасталды'), {
    what: 'the news of the payment',
  });

  // Killed between taking the document and carrying it out or after: it counts once all the same.
  await clerk.write(reference, {
    act: 'approve',
    executor: 'ermek',
    signer: 'asel',
    found: 'none',
    'checkedOn.day': '1',
    'checkedOn.month': '1',
    'checkedOn.year': '2026',
  });
  await world.processes.kill9('tunduk');
  await world.processes.restart('tunduk');
  await stageIs(id, 'completed');
});

test('C22-11: what the portal refuses is said beside the document, and a corrected one is taken', async () => {
  const { id, reference } = await submit(world, aigul, 'criminal-record-certificate');
  await arrived(reference);
  // P573-8d: nurlan works for another provider.
  await clerk.write(reference, { act: 'register', registrationNumber: 'ВХ-8', executor: 'nurlan' });
  const error = await eventually(() => clerk.page(reference, '/error.json'), { what: 'the error' });
  assert.match(error, /executor_of_other_provider/);
  assert.equal((await viewOf(id)).stage, 'submitted');

  await clerk.write(reference, { act: 'register', registrationNumber: 'ВХ-8', executor: 'asel' });
  await stageIs(id, 'suspended_unpaid');
  await eventually(async () => !(await clerk.page(reference)).includes('error.json'), {
    what: 'the error is gone',
  });
});

test('P573-29g: a withdrawal is told to the document system', async () => {
  const { id, reference } = await submit(world, aigul, 'criminal-record-certificate');
  await arrived(reference);
  const params = { path: { id } };
  // The charge may come in between: whoever withdraws then looks again.
  await eventually(async () => {
    const { version } = await viewOf(id);
    const body = { version, command: { type: 'withdraw' } };
    await aigul.applications.POST('/applications/{id}/commands', { params, body });
    return true;
  });
  await eventually(async () => (await clerk.page(reference)).includes('арызын кайтарып алды'), {
    what: 'the news',
  });
});

test('P573-5: what does not come through the Tunduk link is refused', async () => {
  const inner = await fetch(`${world.urls.tunduk}/provider-api/v1/applications`, {
    headers: { 'X-Road-Client': register },
  });
  assert.equal(inner.status, 403);
  await assert.rejects(atTheDoor(link));
  // The authority's certificates of people are not for machines: they end the handshake.
  await assert.rejects(atTheDoor(link, 'signers/aigul'));
  assert.equal(await atTheDoor(link, 'tunduk'), 403);
  assert.equal((await throughXRoad(link, register, '/v1/applications')).status, 200);
});

test('X-Road itself refuses who is no member, and the portal’s own faults are no faults of X-Road', async () => {
  const faultOf = async (client?: string): Promise<string | null> =>
    (await throughXRoad(link, client, '/v1/applications')).headers.get('X-Road-Error');
  assert.equal(await faultOf(), 'Server.ClientProxy.InvalidClientIdentifier');
  assert.equal(await faultOf('central-server/GOV/1/nobody'), 'Server.ClientProxy.UnknownMember');
  const missing = await throughXRoad(link, register, '/v1/applications/nothing');
  assert.deepEqual([missing.status, missing.headers.get('X-Road-Error')], [404, null]);
});

test('C22-3b, P573-17b: a provider’s system sees and moves its own applications only, unchanged on the way', async () => {
  const { id } = await submit(world, aigul, 'residence-certificate');
  const own = await throughXRoad(link, register, `/v1/applications/${id}`);
  assert.equal(own.status, 200);
  assert.equal((await throughXRoad(link, licensing, `/v1/applications/${id}`)).status, 404);
  const foreign = await throughXRoad(link, licensing, '/v1/applications');
  assert.ok(!JSON.stringify(foreign.body).includes(id));

  const command = { type: 'register', registrationNumber: '01-9', executorId: 'nurlan' };
  const body = { version: 1, executor: 'nurlan', command };
  const path = `/v1/applications/${id}/commands`;
  const stranger = await throughXRoad(link, licensing, path, { body });
  assert.equal(stranger.status, 404);
  const changed = await throughXRoad(link, register, path, { body, digest: digestOf('other') });
  assert.equal(changed.status, 400);
  assert.equal((await viewOf(id)).stage, 'submitted');

  assert.equal((await throughXRoad(link, register, path, { body })).status, 200);
  assert.equal((await viewOf(id)).stage, 'in_progress');
});

test('C22-13b: a provider that asks for its block is refused at its very next call', async () => {
  const description = { ky: 'Тутумубузга кол салышты', ru: 'Наша система взломана' };
  const asked = await throughXRoad(link, register, '/v1/block-requests', { body: { description } });
  assert.equal(asked.status, 201);
  const refused = await throughXRoad(link, register, '/v1/applications');
  assert.equal(refused.status, 403);
  assert.match(JSON.stringify(refused.body), /provider_blocked/);
});

test('C22-13a: nothing is taken to the document system of a blocked provider, and what waited goes when the block ends', async () => {
  const { id, reference } = await submit(world, aigul, 'criminal-record-certificate');
  await arrived(reference);
  const operator = clientOf<ProvidersApi>(world, 'desk', 'providers', {
    subject: 'operator',
    role: 'operator',
  });
  const path = { id: 'interior-information-centre' };
  const block = dataOf(
    await operator.POST('/providers/{id}/blocks', {
      params: { path },
      body: { cause: 'leak', problems: [{ ky: 'Маалымат агып кетти', ru: 'Утечка данных' }] },
    }),
  );
  await clerk.write(reference, { act: 'register', registrationNumber: 'ВХ-9', executor: 'ermek' });
  assert.equal((await viewOf(id)).stage, 'submitted');
  const [problem] = block.problems;
  assert.ok(problem);
  await operator.POST('/providers/{id}/blocks/{blockId}/problems/{problemId}/removal', {
    params: { path: { ...path, blockId: block.id, problemId: problem.id } },
  });
  await stageIs(id, 'suspended_unpaid');
});
