import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Person } from './person.ts';
import { openPersons } from './store.ts';
import { openStage, type Stage } from '../testing/stage.ts';

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.stop());

const as = ({ _id }: Person) => ({ subject: _id, role: 'user' }) as const;

test('P573-8e: a person sees the own profile, contact and consents; for others they do not exist', async () => {
  const [own, other] = [await stage.person({ pin: '12003198500012' }), await stage.person()];
  for (const what of ['profile', 'contact', 'consents']) {
    assert.equal((await stage.ask('portal', as(own), `GET /persons/${own._id}/${what}`)).status, 200);
    assert.equal((await stage.ask('portal', as(other), `GET /persons/${own._id}/${what}`)).status, 404);
    const executor = { subject: own._id, role: 'executor', provider: 'any' } as const;
    assert.equal((await stage.ask('desk', executor, `GET /persons/${own._id}/${what}`)).status, 404);
  }
  const { body } = await stage.ask('portal', as(own), `GET /persons/${own._id}/profile`);
  assert.equal(body['pin'], '12003198500012');
});

test('P573-8e: a process sees only what its work needs', async () => {
  const { _id } = await stage.person();
  const allowed = {
    profile: ['applications', 'payments'],
    contact: ['applications', 'notifications'],
    consents: [],
  } satisfies Record<string, readonly string[]>;
  for (const process of ['applications', 'payments', 'notifications', 'tunduk', 'portal'] as const) {
    for (const [what, who] of Object.entries(allowed)) {
      const self = { subject: process, role: 'system' } as const;
      const { status } = await stage.ask(process, self, `GET /persons/${_id}/${what}`);
      assert.equal(status, who.some((each) => each === process) ? 200 : 404, `${process} ${what}`);
    }
  }
});

test('P573-8e: only the person changes the contact, and never where codes go', async () => {
  const [own, other] = [await stage.person(), await stage.person()];
  const route = `PUT /persons/${own._id}/contact`;
  const change = { channels: [], language: 'ky' };
  assert.equal((await stage.ask('portal', as(other), route, change)).status, 404);
  const system = { subject: 'notifications', role: 'system' } as const;
  assert.equal((await stage.ask('notifications', system, route, change)).status, 404);
  const { body } = await stage.ask('portal', as(own), route, change);
  assert.deepEqual(body, { ...own.contact, ...change });
  for (const address of ['emessageAddress', 'phone']) {
    await stage.ask('portal', as(own), route, { [address]: '+996700000666' });
  }
  const both = [{ channels: ['emessage'] }, { language: 'ru' }];
  await Promise.all(both.map((each) => stage.ask('portal', as(own), route, each)));
  const after = await stage.ask('portal', as(own), `GET /persons/${own._id}/contact`);
  assert.deepEqual(after.body, { ...own.contact, channels: ['emessage'], language: 'ru' });
});

test('P573-22b: ten first entries at once make one person', async () => {
  const persons = openPersons(stage.on.kit.store);
  const claims = { sub: randomUUID(), displayName: 'Демо Айгүл' };
  const entries = await Promise.all(Array.from({ length: 10 }, () => persons.enter(claims, 'ky')));
  assert.equal(new Set(entries.map(({ subject }) => subject._id)).size, 1);
});

test('P573-8e: an entity is known by its own data; who acts for it does not see who else does', async () => {
  const organisation = { name: '«Демо Ала-Тоо» ЖЧК', inn: randomUUID() };
  const acts = { organisation, pin: '11411199000056', birthDate: '1990-11-14', lastName: 'Мисалова' };
  const entity = await stage.person({ ...acts, phone: '+996700000003' });
  const other = { subject: entity._id, actor: 'another-person', role: 'user' } as const;
  const { body } = await stage.ask('portal', other, `GET /persons/${entity._id}/profile`);
  assert.deepEqual(body, {
    id: entity._id,
    kind: 'legal',
    displayName: organisation.name,
    assurance: 'esi',
    inn: organisation.inn,
    organisation,
    phone: '+996700000003',
  });
});
