import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test, { after, before } from 'node:test';
import type { Principal } from '@kyzmat/auth';
import type { Providers } from '@kyzmat/contracts';
import type { App } from '@kyzmat/kit';
import { openTestKit, type TestKit } from '@kyzmat/kit/testing';
import { loadService, type ServiceDefinition } from '@kyzmat/service-definition';
import request, { type Response } from 'supertest';
import { createApp } from './app.ts';

const operator: Principal = { subject: 'operator', role: 'operator' };
const head: Principal = { subject: 'zhyldyz', role: 'provider_head', provider: 'population-register' };
const executor: Principal = { subject: 'nurlan', role: 'executor', provider: 'population-register' };
const user: Principal = { subject: 'aigul', role: 'user' };

const connection: Providers['ProviderConnection'] = {
  id: 'population-register',
  name: { ky: 'Демо реестр', ru: 'Демо-реестр' },
  xroadMember: 'central-server/GOV/70000005/population-register',
  automated: true,
  agreement: {
    number: 'ДЕМО-1',
    concludedAt: '2026-01-15T04:00:00.000Z',
    services: ['residence-certificate'],
  },
};
const providerAgreement = {
  requestNumber: 'ДЕМО-1',
  agreedBy: 'population-register',
  agreedAt: '2026-02-02T04:00:00.000Z',
};

let on: TestKit<Record<string, never>>;
let app: App;
let definition: ServiceDefinition;

before(async () => {
  on = await openTestKit({ name: 'providers', spec: {} });
  app = createApp(on.kit);
  await app.start?.();
  const folder = new URL('../../../catalogue/residence-certificate/', import.meta.url);
  const check = await loadService((file) => readFile(new URL(file, folder), 'utf8'));
  assert.ok(check.ok);
  definition = check.definition;
});
after(async () => {
  await app.stop?.();
  await on.close();
});

const post = async (who: Principal, path: string, body: object = {}): Promise<Response> =>
  request(app.http)
    .post(path)
    .set(on.token(who.role === 'user' ? 'portal' : 'desk', who))
    .send(body);
const get = async (who: Principal, path: string): Promise<Response> =>
  request(app.http)
    .get(path)
    .set(on.token(who.role === 'user' ? 'portal' : 'desk', who));
const publish = (changed: object): Promise<Response> =>
  post(operator, '/services', { definition: changed, providerAgreement });
/** A body, which the door has checked against the contract. */
const bodyOf = <T>({ body }: { readonly body: T }): T => body;
const codeOf = (response: Response): string => bodyOf<{ code: string }>(response).code;

test('C22-4, C22-5a: nothing is published without an agreement, or beside its list', async () => {
  assert.equal((await publish(definition)).status, 404);
  const narrow = { ...connection, agreement: { ...connection.agreement, services: [] } };
  assert.equal((await post(operator, '/providers', narrow)).status, 201);
  assert.equal(codeOf(await publish(definition)), 'not_in_agreement');
  assert.equal((await post(operator, '/providers', connection)).status, 201);
});

/** The service without one of its parts, by its place: `service/price/split`. */
function without(place: string, of: object = definition): object {
  const [name = '', ...rest] = place.split('/');
  return Object.fromEntries(
    Object.entries(of).flatMap(([key, value]: [string, unknown]) => {
      if (key !== name) return [[key, value]];
      return rest.length > 0 && typeof value === 'object' && value !== null
        ? [[key, without(rest.join('/'), value)]]
        : [];
    }),
  );
}

/** Places and rules of what keeps a service from being published. */
async function faultsOf(candidate: object): Promise<string[]> {
  const refused = await publish(candidate);
  assert.equal(codeOf(refused), 'service_not_publishable');
  const { errors } = bodyOf<{ errors: { place: string; rule?: string }[] }>(refused);
  return errors.map(({ place, rule = '' }) => `${place} ${rule}`);
}

test('C22-2h, C22-6a, C22-6b, C22-6c, C22-6d, C22-6e, C22-6f, C22-6g: leaving out one of the materials names it', async () => {
  const materials = {
    description: 'C22-6a',
    steps: 'C22-6b',
    documents: 'C22-6c',
    'price/totalTyiyn': 'C22-6d',
    'price/split': 'C22-6e',
    term: 'C22-6f',
    informing: 'C22-6g',
  };
  for (const [part, rule] of Object.entries(materials)) {
    assert.deepEqual(await faultsOf(without(`service/${part}`)), [`/service/${part} ${rule}`]);
  }
});

test('P573-45, P573-50: without the form, the way to fill it in or the form of the result, or with a need of state secrets, no publication', async () => {
  for (const part of ['form', 'form/howToFill', 'result']) {
    assert.deepEqual(await faultsOf(without(part)), [`/${part} P573-45`]);
  }
  const secret = { ...definition, service: { ...definition.service, stateSecrets: true } };
  assert.deepEqual(await faultsOf(secret), ['/service/stateSecrets P573-50']);
});

test('P573-8n: a service of no kind, or of a kind beside the three, is not published', async () => {
  assert.deepEqual(await faultsOf(without('service/kind')), ['/service/kind P573-8n']);
  const other = { ...definition, service: { ...definition.service, kind: 'private' } };
  assert.deepEqual(await faultsOf(other), ['/service/kind P573-8n']);
});

test('P573-19a, P573-23b, P573-44: the operator publishes once, with the agreement on record; versions stay', async () => {
  assert.equal((await publish(definition)).status, 201);
  assert.equal((await publish(definition)).status, 200);
  const summary = { ...definition.service.summary, ky: 'Демо: жаңы сүрөттөмө' };
  const changed = { ...definition, service: { ...definition.service, summary } };
  const second = bodyOf<Providers['PublishedService']>(await publish(changed));
  assert.equal(second.version, 2);
  const placed = bodyOf<Providers['PublishedService']>(await get(user, '/services/residence-certificate'));
  assert.deepEqual([placed.version, placed.contentHash], [2, second.contentHash]);
  const { services } = bodyOf<{ services: Providers['ServiceSummary'][] }>(await get(user, '/services'));
  assert.deepEqual(services.find(({ code }) => code === 'residence-certificate')?.summary, summary);
  const first = await get(user, '/services/residence-certificate/versions/1');
  assert.equal(bodyOf<Providers['PublishedService']>(first).version, 1);
  const versions = on.kit.store.collection<{ _id: string; agreement: object; publishedBy: string }>(
    'service_versions',
  );
  const kept = await versions.findOne({ _id: 'residence-certificate:2' });
  assert.deepEqual([kept?.agreement, kept?.publishedBy], [providerAgreement, 'operator']);
  // Without the provider's agreement there is no publication at all.
  assert.equal((await post(operator, '/services', { definition })).status, 400);
});

test('P573-4, P573-43: administration is refused to users, executors and heads of providers', async () => {
  for (const who of [user, executor, head]) {
    assert.equal((await post(who, '/providers', connection)).status, 403);
    assert.equal((await post(who, '/services', { definition, providerAgreement })).status, 403);
    const exception = { date: '2026-03-14', working: true, reason: { ky: 'Демо', ru: 'Демо' } };
    assert.equal((await post(who, '/calendars/exceptions', { exceptions: [exception] })).status, 403);
  }
});

test('C22-13a, C22-14a, C22-14b, P573-4: blocked at once, notice due in 48 hours, lifted by the operator alone with the last problem', async () => {
  on.clock.set('2021-03-12T12:00:00.000Z');
  const path = '/providers/population-register';
  const leak = {
    cause: 'leak',
    problems: [
      { ky: 'Биринчи', ru: 'Первая' },
      { ky: 'Экинчи', ru: 'Вторая' },
    ],
  };
  const block = bodyOf<Providers['Block']>(await post(operator, `${path}/blocks`, leak));
  // Blocked Friday 18:00 in Bishkek: notified by Sunday 18:00.
  assert.equal(block.noticeDueAt, '2021-03-14T12:00:00.000Z');
  const standing = async (): Promise<boolean> =>
    bodyOf<Providers['Standing']>(await get(user, `${path}/standing`)).blocked;
  assert.equal(await standing(), true);
  const summary = { ...definition.service.summary, ky: 'Демо: дагы бир сүрөттөмө' };
  const changed = { ...definition, service: { ...definition.service, summary } };
  assert.equal(codeOf(await publish(changed)), 'provider_blocked');

  const [first, second] = block.problems;
  assert.ok(first !== undefined && second !== undefined);
  const removal = `${path}/blocks/${block.id}/problems/${first.id}/removal`;
  for (const who of [user, executor, head]) {
    assert.equal((await post(who, `${path}/blocks`, leak)).status, 403);
    assert.equal((await post(who, removal)).status, 403);
  }
  await post(operator, removal);
  assert.equal(await standing(), true, 'one problem is still open');
  on.clock.advance(365 * 24 * 3_600_000);
  assert.equal(await standing(), true, 'no timer lifts a block');
  await post(operator, `${path}/blocks/${block.id}/problems/${second.id}/removal`);
  assert.equal(await standing(), false);
});

test('C22-13c, C22-14a: any other threat blocks at once as well; a block without a description of the problem is none', async () => {
  const path = '/providers/population-register';
  const standing = async (): Promise<boolean> =>
    bodyOf<Providers['Standing']>(await get(user, `${path}/standing`)).blocked;
  assert.equal((await post(operator, `${path}/blocks`, { cause: 'threat', problems: [] })).status, 400);
  const silent = { cause: 'threat', problems: [{ ky: 'Коркунуч', ru: ' ' }] };
  const refused = await post(operator, `${path}/blocks`, silent);
  assert.deepEqual([codeOf(refused), refused.status], ['description_missing', 422]);
  assert.equal(await standing(), false);
  const threat = { cause: 'threat', problems: [{ ky: 'Коркунуч', ru: 'Угроза' }] };
  const block = bodyOf<Providers['Block']>(await post(operator, `${path}/blocks`, threat));
  assert.equal(await standing(), true);
  for (const { id } of block.problems)
    await post(operator, `${path}/blocks/${block.id}/problems/${id}/removal`);
  assert.equal(await standing(), false);
});

test('C22-13b: the head asks for the block of the own provider, and of no other', async () => {
  const own = { cause: 'own_request', problems: [{ ky: 'Өз өтүнүчү', ru: 'Собственная просьба' }] };
  assert.equal((await post(executor, '/providers/population-register/blocks', own)).status, 403);
  assert.equal((await post(head, '/providers/licensing-office/blocks', own)).status, 403);
  assert.equal((await post(head, '/providers/population-register/blocks', own)).status, 201);
});

test('the operator adds an exception to the calendar: a new version, and the old one stays', async () => {
  const before = bodyOf<Providers['CalendarVersion']>(await get(operator, '/calendars/current'));
  const exceptions = [
    { date: '2026-03-14', working: true, reason: { ky: 'Демо ишембилик', ru: 'Демо-субботник' } },
  ];
  const added = await post(operator, '/calendars/exceptions', { exceptions });
  assert.equal(added.status, 201);
  const current = bodyOf<Providers['CalendarVersion']>(await get(operator, '/calendars/current'));
  assert.notEqual(current.version, before.version);
  for (const { version } of [before, current]) {
    const kept = await get(operator, `/calendars/${version}`);
    assert.equal(kept.status, 200, kept.text);
  }
});
