import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openStage, type Stage } from '../../testing/stage.ts';
import { service } from '../../testing/samples.ts';
import { visitor } from '../../testing/visitor.ts';

let stage: Stage;
const bodies: unknown[] = [];
before(async () => {
  stage = await openStage();
  const { also } = stage.standIns;
  const power = {
    scope: 'all',
    validFrom: '2026-03-12',
    validUntil: '2026-12-31',
    grantedAt: '2026-03-11T04:00:00.000Z',
    basis: 'granted',
  };
  also.set('GET /powers', () => ({
    given: [
      {
        ...power,
        id: 'mine',
        principal: 'Демо Айгүл',
        representative: 'Демо Бакыт',
        state: 'standing',
        scope: [service],
      },
    ],
    received: [{ ...power, id: 'theirs', principal: 'Демо Назира', state: 'offered' }],
  }));
  for (const route of [
    'POST /powers',
    'POST /organisations',
    'POST /powers/theirs/accept',
    'POST /powers/mine/end',
  ]) {
    also.set(route, (_subject, _address, body) => {
      bodies.push(body === '' ? route : JSON.parse(body));
      return { ...power, id: 'new', principal: 'Демо', state: 'offered' };
    });
  }
});
after(() => stage.stop());

const home = '/account/powers';
const grant = {
  representativePin: '21206197900034',
  representativePhone: '0700 000 002',
  scope: 'some',
  services: service,
  'validFrom.day': '12',
  'validFrom.month': '3',
  'validFrom.year': '2026',
  'validUntil.day': '31',
  'validUntil.month': '12',
  'validUntil.year': '2099',
};

test('P573-15: powers given and received are shown with their state; they are accepted and ended with a button', async () => {
  const who = visitor(stage, 'ru');
  const page = await who.signIn('principal', home);
  assert.match(page.text, /Демо Назира[^]*Принять[^]*Отказаться/u);
  assert.match(page.text, /Демо Бакыт[^]*Отменить/u);
  assert.equal((await who.post(`${home}/theirs/accept`)).headers['location'], home);
  assert.equal((await who.post(`${home}/mine/end`)).headers['location'], home);
  assert.deepEqual(bodies.splice(0), ['POST /powers/theirs/accept', 'POST /powers/mine/end']);
});

test('P573-15: a power names who, for which services and until when; what is wrong stands at its field, nothing typed is lost', async () => {
  const who = visitor(stage, 'ru');
  await who.signIn('giver', `${home}/new`);
  const { services: _, ...without } = grant;
  const wrong = await who.post(`${home}/new`, { ...without, representativePin: '123' });
  assert.equal(wrong.status, 422);
  for (const field of ['representativePin', 'services'])
    assert.match(wrong.text, new RegExp(`id="f-${field}-error"`, 'u'));
  assert.match(wrong.text, /value="123"/u);
  assert.equal((await who.post(`${home}/new`, grant)).headers['location'], home);
  assert.deepEqual(bodies.splice(0), [
    {
      representativePin: '21206197900034',
      representativePhone: '+996700000002',
      scope: [service],
      validFrom: '2026-03-12',
      validUntil: '2099-12-31',
    },
  ]);
});

test('P573-8h: the head registers the legal entity; a taken number is said at its field', async () => {
  const who = visitor(stage, 'ru');
  await who.signIn('head', `${home}/organisation`);
  const entity = {
    name: '«Демо Тоо» ЖЧК',
    inn: '02508201510123',
    'address.region': 'Бишкек шаары',
    'address.district': 'Биринчи Май району',
    'address.settlement': 'Бишкек',
    'address.street': 'Демо көчөсү',
    'address.house': '1',
  };
  assert.equal((await who.post(`${home}/organisation`, entity)).headers['location'], home);
  const [sent] = bodies.splice(0);
  assert.deepEqual(Object.keys(sent ?? {}), ['name', 'inn', 'address']);
  const text = { ky: 'Бар', ru: 'Уже есть' };
  stage.standIns.also.set('POST /organisations', () =>
    stage.standIns.refuse(409, 'inn_taken', { field: 'inn', what: text, mend: text }),
  );
  const taken = await who.post(`${home}/organisation`, entity);
  assert.equal(taken.status, 422);
  assert.match(taken.text, /id="f-inn-error"[^]*Уже есть/u);
  assert.match(taken.text, /value="Демо көчөсү"/u);
});
