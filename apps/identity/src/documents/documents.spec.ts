import assert from 'node:assert/strict';
import { createVerify } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Principal } from '@kyzmat/auth';
import { giveKey, openStage, type Answer, type Stage } from '../testing/stage.ts';

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.stop());

const applications: Principal = { subject: 'applications', role: 'system' };
const bytes = Buffer.from('attributes to be signed');

const sign = (signerId: string, providerId = 'population-register'): Promise<Answer> =>
  stage.ask('applications', applications, 'POST /document-signatures', {
    providerId,
    signerId,
    toBeSigned: bytes.toString('base64'),
  });

test('P573-33a: an authorised signer of the provider signs with the own key', async () => {
  const { id } = await stage.staff();
  const publicKey = await giveKey(stage, id);
  const { status, body } = await sign(id);
  assert.equal(status, 200);
  const value = Buffer.from(String(body['value']), 'base64');
  assert.ok(createVerify('sha256').update(bytes).verify(publicKey, value));
});

test("P573-33a: another provider's signer, an executor without the role, and who was removed do not sign", async () => {
  const { id } = await stage.staff();
  const { id: executor } = await stage.staff({ roles: ['executor'] });
  for (const each of [id, executor]) await giveKey(stage, each);
  const elsewhere = await sign(id, 'interior-information-centre');
  assert.deepEqual([elsewhere.status, elsewhere.body['code']], [403, 'not_a_signer']);
  assert.equal((await sign(executor)).status, 403);
  await stage.ask('desk', { subject: 'operator-1', role: 'operator' }, `DELETE /staff/${id}`);
  assert.equal((await sign(id)).status, 404);
});

test("C22-13a: a blocked provider's signer is refused at once; without an answer nothing is signed", async () => {
  const { id } = await stage.staff();
  await giveKey(stage, id);
  stage.outside.blocked.add('population-register');
  const refused = await sign(id);
  assert.deepEqual([refused.status, refused.body['code']], [403, 'provider_blocked']);
  stage.outside.blocked.clear();
  stage.outside.away = true;
  assert.ok((await sign(id)).status >= 400);
  stage.outside.away = false;
  assert.equal((await sign(id)).status, 200);
});

test('P573-33a: only the process that makes documents asks for signatures', async () => {
  const { id } = await stage.staff();
  await giveKey(stage, id);
  const body = { providerId: 'population-register', signerId: id, toBeSigned: bytes.toString('base64') };
  const refused = async (from: 'desk' | 'payments' | 'portal', who: Principal): Promise<void> => {
    assert.equal((await stage.ask(from, who, 'POST /document-signatures', body)).status, 403);
  };
  await refused('desk', { subject: id, role: 'signer', provider: 'population-register' });
  await refused('desk', { subject: 'operator-1', role: 'operator' });
  await refused('payments', { subject: 'payments', role: 'system' });
  await refused('portal', { subject: id, role: 'user' });
});

test('P573-33a: signers are named with their certificates, to their own provider and to processes', async () => {
  const providerId = 'licensing-office';
  const { id } = await stage.staff({ providerId });
  await giveKey(stage, id);
  await stage.staff({ providerId });
  const { id: executor } = await stage.staff({ providerId, roles: ['executor'] });
  await giveKey(stage, executor);
  const route = `GET /document-signers?providerId=${providerId}`;
  const { body } = await stage.ask('applications', applications, route);
  assert.deepEqual(body['signers'], [
    {
      id,
      name: 'Демо Нурлан',
      post: { ky: 'Адис', ru: 'Специалист' },
      organisation: { ky: 'Демо реестр', ru: 'Демо реестр' },
      certificateChain: [`certificate of ${id}`, 'certificate of the authority'],
    },
  ]);
  const stranger = { subject: 'x', role: 'executor', provider: 'population-register' } as const;
  assert.equal((await stage.ask('desk', stranger, route)).status, 403);
});

test('P573-33b: the portal’s own key seals information of a provider, for the process that makes it only, and for no blocked provider', async () => {
  const publicKey = await giveKey(stage, 'portal');
  const seal = (from: 'applications' | 'desk', who: Principal): Promise<Answer> =>
    stage.ask(from, who, 'POST /document-seal', {
      providerId: 'population-register',
      toBeSigned: bytes.toString('base64'),
    });
  const { status, body } = await seal('applications', applications);
  assert.equal(status, 200);
  const value = Buffer.from(String(body['value']), 'base64');
  assert.ok(createVerify('sha256').update(bytes).verify(publicKey, value));
  const { body: seen } = await stage.ask('applications', applications, 'GET /document-seal');
  assert.deepEqual(seen['certificateChain'], ['certificate of portal', 'certificate of the authority']);
  assert.equal((await seal('desk', { subject: 'operator-1', role: 'operator' })).status, 403);
  stage.outside.blocked.add('population-register');
  assert.equal((await seal('applications', applications)).body['code'], 'provider_blocked');
  stage.outside.blocked.clear();
});
