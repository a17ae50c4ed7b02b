import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openStage, type Answer, type Stage } from '../testing/stage.ts';

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.stop());

const user = (subject: string) => ({ subject, role: 'user' as const });
const ask = (id: string, body: object, who = id): Promise<Answer> =>
  stage.ask('portal', user(who), `POST /persons/${id}/contact-changes`, body);
const confirm = (id: string, change: unknown, code: string, who = id): Promise<Answer> =>
  stage.ask('portal', user(who), `POST /persons/${id}/contact-changes/${String(change)}/confirm`, { code });
const newPhone = '+996700987654';

test('P573-34b: a new telephone is proved by a code to it, the old one is told, codes of signing stay where they went', async () => {
  const { _id: id, contact } = await stage.person();
  const { status, body } = await ask(id, { phone: newPhone });
  assert.equal(status, 201);
  const unchanged = await stage.ask('portal', user(id), `GET /persons/${id}/contact`);
  assert.equal(unchanged.body['phone'], contact.phone, 'nothing changes before the code');
  const code = stage.codeFor(newPhone);
  const changed = await confirm(id, body['id'], code);
  assert.deepEqual([changed.status, changed.body['phone']], [200, newPhone]);
  assert.equal(changed.body['emessageAddress'], contact.emessageAddress);
  assert.ok(stage.outside.messages.some(({ to, text }) => to === contact.phone && /елефон/u.test(text)));
  assert.equal((await confirm(id, body['id'], code)).body['code'], 'code_used');
});

test("P573-8e: another person's contact is not changed, nor with a code sent to somebody else", async () => {
  const [one, two] = [await stage.person(), await stage.person()];
  assert.equal((await ask(one._id, { phone: newPhone }, two._id)).status, 404);
  const { body } = await ask(one._id, { phone: newPhone });
  const stolen = await confirm(two._id, body['id'], stage.codeFor(newPhone));
  assert.equal(stolen.status, 422);
});

test('P573-34b: unproved addresses are not taken, and e-mail is not chosen without one', async () => {
  const { _id: id } = await stage.person();
  const put = (body: object): Promise<Answer> =>
    stage.ask('portal', user(id), `PUT /persons/${id}/contact`, body);
  const chosen = await put({ channels: ['email'] });
  assert.deepEqual([chosen.status, chosen.body['code']], [422, 'no_email']);
  assert.deepEqual((await put({ channels: [], language: 'ky' })).body['channels'], []);
  await put({ email: 'x@example.kg' });
  const { body } = await stage.ask('portal', user(id), `GET /persons/${id}/contact`);
  assert.equal(body['email'], undefined);
  assert.equal((await ask(id, { email: 'no address' })).status, 422);
  assert.equal((await ask(id, { phone: '12' })).status, 400);
});

test('P573-14e: an address for an application is proved by a code as well, changes nothing of the account, and the account is told', async () => {
  const { _id: id, contact } = await stage.person();
  const phone = '+996555000777';
  const { body } = await ask(id, { phone, use: 'application' });
  const changed = await confirm(id, body['id'], stage.codeFor(phone));
  assert.equal(changed.status, 200);
  const { body: seen } = await stage.ask('portal', user(id), `GET /persons/${id}/contact`);
  assert.deepEqual([seen['phone'], seen['proved']], [contact.phone, [phone]]);
  const told = stage.outside.messages.filter(({ to }) => to === contact.phone).map(({ text }) => text);
  assert.ok(told.some((text) => /Арызыңыз боюнча|по вашему заявлению/u.test(text)));
  assert.ok(told.every((text) => !text.includes('555000777')));
  const system = { subject: 'applications', role: 'system' } as const;
  assert.equal((await stage.ask('applications', system, `GET /persons/${id}/contact`)).status, 200);
  const payments = { subject: 'payments', role: 'system' } as const;
  assert.equal((await stage.ask('payments', payments, `GET /persons/${id}/contact`)).status, 404);
});
