import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openStage, type Stage } from '../../testing/stage.ts';
import { visitor, type Visitor } from '../../testing/visitor.ts';

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.stop());

const home = '/account/security';
const text = { ky: 'Ката', ru: 'Ошибка' };
const uri = 'otpauth://totp/Кызмат:01?secret=GEZDGNBVGY3TQOJQ&issuer=Кызмат';

interface Means {
  readonly totp?: boolean;
  readonly password?: boolean;
  readonly recoveryUntil?: string;
  readonly provedLately?: boolean;
  readonly assurance?: string;
  readonly change?: object;
}
async function signedIn(name: string, means: Means = {}): Promise<Visitor> {
  const { also } = stage.standIns;
  const security = {
    assurance: 'self_asserted',
    phone: '+996 *** *** 01',
    password: true,
    totp: false,
    recoveryCodesLeft: 8,
    ...means,
  };
  also.set(`GET /persons/${name}/security`, () => security);
  const who = visitor(stage, 'ru');
  await who.signIn(name, '/account');
  return who;
}
function answers(route: string, answer: (body: Record<string, unknown>) => object): void {
  stage.standIns.also.set(route, (_subject, _address, body) =>
    answer(Object.fromEntries(Object.entries(body === '' ? {} : (JSON.parse(body) as object)))),
  );
}

test('P573-14b: the account says who vouches for the person and how they sign in', async () => {
  const who = await signedIn('looker', { recoveryUntil: '2026-03-13T04:00:00.000Z' });
  assert.match((await who.get('/account')).text, /href="\/account\/security"[^]*href="\/account\/powers"/u);
  const page = (await who.get(home)).text;
  assert.match(page, /Пока только с ваших слов/u);
  assert.match(page, /осталось 8 кодов/u);
  assert.match(page, /Это не я, остановить/u);
  answers('DELETE /persons/looker/recovery', () => ({}));
  assert.equal((await who.post(`${home}/recovery/stop`)).headers['location'], `${home}?done=stopped`);
});

test('P573-14b: an authenticator is shown as picture and text, an error keeps both, codes are shown once', async () => {
  const who = await signedIn('careful');
  answers('POST /persons/careful/totp', ({ password }) =>
    password === 'right one'
      ? { secret: 'GEZD', uri }
      : stage.standIns.refuse(422, 'wrong_password', { field: 'password', what: text, mend: text }),
  );
  await who.get(`${home}/totp`);
  const wrong = await who.post(`${home}/totp`, { password: 'wrong one' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /href="#f-password"[^]*id="f-password-error"/u);
  assert.doesNotMatch(wrong.text, /wrong one/u);
  const shown = await who.post(`${home}/totp`, { password: 'right one' });
  assert.match(shown.text, /<svg[^>]*role="img"/u);
  assert.match(shown.text, /GEZD GNBV GY3T QOJQ/u);

  answers('POST /persons/careful/totp/confirm', ({ code }) =>
    code === '123456'
      ? { codes: ['AAAA-BBBB-CCCC-DDDD'] }
      : stage.standIns.refuse(422, 'wrong_code', { field: 'code', what: text, mend: text }),
  );
  const again = await who.post(`${home}/totp/confirm`, { uri, code: '000000' });
  assert.equal(again.status, 422);
  assert.match(again.text, /id="f-code-error"/u);
  assert.match(again.text, /GEZD GNBV GY3T QOJQ/u);
  const done = await who.post(`${home}/totp/confirm`, { uri, code: '123456' });
  assert.match(done.text, /AAAA-BBBB-CCCC-DDDD/u);
  assert.match(done.text, /больше не покажут/u);
});

test('P573-14b: a password is set with the former one, or with a code after ESI; what is wrong stands at its field', async () => {
  const who = await signedIn('changer', { provedLately: true });
  const bodies: Record<string, unknown>[] = [];
  answers('PUT /persons/changer/password', (body) => {
    bodies.push(body);
    if (body['password'] === 'short')
      stage.standIns.refuse(422, 'password_short', { field: 'password', what: text, mend: text });
    return {};
  });
  answers('POST /persons/changer/password-codes', () => ({
    id: 'code-1',
    sentTo: '+996 *** *** 01',
    expiresAt: '2026-03-12T04:05:00.000Z',
  }));
  await who.get(`${home}/password`);
  const short = await who.post(`${home}/password`, { former: ' with space', password: 'short' });
  assert.equal(short.status, 422);
  assert.match(short.text, /id="f-password-error"/u);
  assert.deepEqual(bodies[0], { former: ' with space', password: 'short' }, 'as it was typed');
  await who.post(`${home}/password/code`);
  assert.match((await who.get(`${home}/password`)).text, /name="code"/u);
  const set = await who.post(`${home}/password`, { code: '123456', password: 'long enough one' });
  assert.equal(set.headers['location'], `${home}?done=password`);
  assert.deepEqual(bodies.at(-1), { codeId: 'code-1', code: '123456', password: 'long enough one' });
});

test('P573-14b: another telephone: password, second factor and the code to the new one, each error at its field', async () => {
  const who = await signedIn('mover');
  const bodies: Record<string, unknown>[] = [];
  answers('POST /persons/mover/means-changes', (body) => {
    bodies.push(body);
    return body['password'] === 'right one'
      ? { id: 'change-1', sentTo: '+996 *** *** 01' }
      : stage.standIns.refuse(422, 'wrong_password', { field: 'password', what: text, mend: text });
  });
  const page = (await who.get(home)).text;
  assert.match(page, /href="\/account\/security\/phone"[^]*href="\/account\/security\/email"/u);
  await who.get(`${home}/phone`);
  const wrong = await who.post(`${home}/phone`, { address: '0700 987 654', password: 'wrong one' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /value="0700 987 654"[^]*id="f-password-error"/u);
  await who.post(`${home}/phone`, { address: '0700 987 654', password: 'right one' });
  assert.deepEqual(bodies.at(-1), { kind: 'phone', address: '+996700987654', password: 'right one' });

  const step = '/persons/mover/means-changes/change-1';
  answers(`POST ${step}/second`, ({ code }) =>
    code === '111111'
      ? { id: 'change-1', sentTo: '+996 *** *** 54' }
      : stage.standIns.refuse(422, 'wrong_code', { message: text }),
  );
  answers(`POST ${step}/confirm`, () => ({ readyAt: '2026-03-13T04:00:00.000Z' }));
  assert.match((await who.get(`${home}/means/code`)).text, /нынешний телефон \+996 \*\*\* \*\*\* 01/u);
  const refused = await who.post(`${home}/means/code`, { code: '000000' });
  assert.match(refused.text, /id="f-code-error"/u);
  await who.post(`${home}/means/code`, { code: '111111' });
  assert.match((await who.get(`${home}/means/code`)).text, /отправленный на \+996 \*\*\* \*\*\* 54/u);
  const done = await who.post(`${home}/means/code`, { code: '222222' });
  assert.equal(done.headers['location'], `${home}?done=waiting`);
  assert.equal(
    (await who.get(`${home}/means/code`)).headers['location'],
    home,
    'nothing is under way any more',
  );
});

test('P573-19c: what waits stands on the page and can be stopped there; the telephone of ESI is not changed here', async () => {
  const change = { kind: 'email', address: 'n***@example.kg', readyAt: '2026-03-13T04:00:00.000Z' };
  const who = await signedIn('waiter', { change, assurance: 'esi' });
  const page = (await who.get(home)).text;
  assert.match(page, /Почта для восстановления будет заменена[^]*n\*\*\*@example\.kg/u);
  assert.doesNotMatch(page, /account\/security\/phone/u);
  answers('DELETE /persons/waiter/means-changes', () => ({}));
  assert.equal((await who.post(`${home}/means/stop`)).headers['location'], '/');
});
