import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test, { after, before } from 'node:test';
import type { Principal } from '@kyzmat/auth';
import type { Providers } from '@kyzmat/contracts';
import type { App } from '@kyzmat/kit';
import { openTestKit, type TestKit } from '@kyzmat/kit/testing';
import { loadService, type ServiceDefinition } from '@kyzmat/service-definition';
import request, { type Response } from 'supertest';
import { createApp } from '../app.ts';

type Change = Providers['ServiceChange'];

const operator: Principal = { subject: 'operator', role: 'operator' };
const owner: Principal = { subject: 'owner', role: 'owner' };
const head: Principal = { subject: 'zhyldyz', role: 'provider_head', provider: 'population-register' };
const executor: Principal = { subject: 'nurlan', role: 'executor', provider: 'population-register' };
const stranger: Principal = { subject: 'timur', role: 'provider_head', provider: 'licensing-office' };
const code = 'residence-certificate';

let on: TestKit<Record<string, never>>;
let app: App;
let definition: ServiceDefinition;

before(async () => {
  on = await openTestKit({ name: 'providers', spec: {} });
  app = createApp(on.kit);
  await app.start?.();
  const folder = new URL(`../../../../catalogue/${code}/`, import.meta.url);
  const check = await loadService((file) => readFile(new URL(file, folder), 'utf8'));
  assert.ok(check.ok);
  definition = check.definition;
  const agreement = { number: 'ДЕМО-1', concludedAt: '2026-01-15T04:00:00.000Z', services: [code] };
  await send(operator, '/providers', {
    id: 'population-register',
    name: { ky: 'Демо реестр', ru: 'Демо-реестр' },
    xroadMember: 'central-server/GOV/70000005/population-register',
    automated: true,
    agreement,
  });
  const providerAgreement = { requestNumber: 'ДЕМО-1', agreedBy: 'p', agreedAt: agreement.concludedAt };
  await send(operator, '/services', { definition, providerAgreement });
});
after(async () => {
  await app.stop?.();
  await on.close();
});

const send = async (who: Principal, path: string, body: object = {}): Promise<Response> =>
  request(app.http).post(path).set(on.token('desk', who)).send(body);
const get = async (who: Principal, path: string): Promise<Response> =>
  request(app.http).get(path).set(on.token('desk', who));
/** A body, which the door has checked against the contract. */
const bodyOf = <T>({ body }: { readonly body: T }): T => body;
const codeOf = (response: Response): string => bodyOf<{ code: string }>(response).code;
const changedBy = (part: object): object => ({
  definition: { ...definition, service: { ...definition.service, ...part } },
});
const inForce = async (): Promise<Providers['PublishedService']> =>
  bodyOf<Providers['PublishedService']>(await get(head, `/services/${code}`));
const summary = { ky: 'Демо: жаңы', ru: 'Демо: новое', en: 'Demo: new' };

async function submitted(part: object): Promise<Change> {
  const answer = await send(head, '/service-changes', changedBy(part));
  assert.equal(answer.status, 201, answer.text);
  return bodyOf<Change>(answer);
}

test('P573-16a, P573-18d: the provider submits, the operator publishes, and the version points to the request it carries out', async () => {
  const change = await submitted({ summary });
  assert.deepEqual(
    [change.state, change.changed, change.affectsPortal],
    ['submitted', ['/service/summary'], false],
  );
  // Nothing is public before the operator acts, and the provider cannot act in its place.
  assert.equal((await inForce()).version, 1);
  for (const who of [head, executor])
    assert.equal((await send(who, `/service-changes/${change.id}/publication`)).status, 403);
  const published = bodyOf<Change>(await send(operator, `/service-changes/${change.id}/publication`));
  assert.deepEqual(
    [published.state, published.publishedVersion, published.decidedBy, published.decidedAs],
    ['published', 2, 'operator', 'operator'],
  );
  const stored = await on.kit.store
    .collection<{ _id: string; agreement: object }>('service_versions')
    .findOne({ _id: `${code}:2` });
  assert.deepEqual(stored?.agreement, {
    requestNumber: change.id,
    agreedBy: 'zhyldyz',
    agreedAt: change.submittedAt,
  });
  assert.equal(codeOf(await send(operator, `/service-changes/${change.id}/publication`)), 'already_decided');
});

test('P573-17c: a change of the process needs the owner and the operator; of what is said, the operator alone', async () => {
  const change = await submitted({ term: { count: 1, unit: 'working_days' } });
  assert.equal(change.affectsPortal, true);
  const path = `/service-changes/${change.id}/publication`;
  assert.equal(codeOf(await send(operator, path)), 'owner_approval_missing');
  // Nor past the request, by the operator's own way.
  const providerAgreement = { requestNumber: 'x', agreedBy: 'p', agreedAt: change.submittedAt };
  const past = { ...changedBy({ term: { count: 1, unit: 'working_days' } }), providerAgreement };
  assert.equal(codeOf(await send(operator, '/services', past)), 'owner_approval_missing');
  // Nobody gives the owner's word but the owner; it alone publishes nothing.
  for (const who of [operator, head, executor])
    assert.equal((await send(who, `/service-changes/${change.id}/approval`)).status, 403);
  assert.equal((await send(owner, path)).status, 403);
  const agreed = bodyOf<Change>(await send(owner, `/service-changes/${change.id}/approval`));
  const ownerApproval = { approvedBy: 'owner', approvedAt: on.kit.clock.now().toISOString() };
  assert.deepEqual([agreed.state, agreed.ownerApproval], ['submitted', ownerApproval]);
  assert.equal((await inForce()).version, 2);
  const published = bodyOf<Change>(await send(operator, path));
  assert.deepEqual([published.state, published.ownerApproval], ['published', ownerApproval]);
});

test('P573-17c: the owner does not agree and says why; of mere words it has no say; nothing is undone unseen', async () => {
  const term = await submitted({ term: { count: 9, unit: 'working_days' } });
  const words = await submitted({ group: 'family', term: { count: 1, unit: 'working_days' } });
  assert.equal(words.affectsPortal, false);
  assert.equal(codeOf(await send(owner, `/service-changes/${words.id}/approval`)), 'no_approval_needed');
  const no = { reason: 'Демо' };
  assert.equal(codeOf(await send(owner, `/service-changes/${words.id}/refusal`, no)), 'already_decided');
  const refused = bodyOf<Change>(await send(owner, `/service-changes/${term.id}/refusal`, no));
  assert.deepEqual([refused.state, refused.decidedBy, refused.decidedAs], ['refused', 'owner', 'owner']);
  assert.equal(codeOf(await send(owner, `/service-changes/${term.id}/approval`)), 'already_decided');
  // Two changes of one version: the second would undo the first.
  const other = await submitted({ group: 'law', term: { count: 1, unit: 'working_days' } });
  assert.equal((await send(operator, `/service-changes/${words.id}/publication`)).status, 200);
  assert.equal(codeOf(await send(operator, `/service-changes/${other.id}/publication`)), 'version_moved');
  assert.deepEqual(bodyOf<{ changes: Change[] }>(await get(owner, '/service-changes')).changes.length, 5);
});

test('C22-3b: a provider submits and sees its own services only; what is refused says why', async () => {
  assert.equal((await send(stranger, '/service-changes', changedBy({ group: 'law' }))).status, 403);
  assert.equal((await send(executor, '/service-changes', changedBy({ group: 'law' }))).status, 403);
  const change = await submitted({ group: 'law', term: { count: 1, unit: 'working_days' } });
  assert.equal((await get(stranger, `/service-changes/${change.id}`)).status, 404);
  assert.deepEqual(bodyOf<{ changes: Change[] }>(await get(stranger, '/service-changes')).changes, []);
  const refused = bodyOf<Change>(
    await send(operator, `/service-changes/${change.id}/refusal`, { reason: 'Демо' }),
  );
  assert.deepEqual([refused.state, refused.reason], ['refused', 'Демо']);
  assert.equal(bodyOf<{ changes: Change[] }>(await get(head, '/service-changes')).changes.length, 6);
});

test('C22-5a, C22-5b: the agreement carries the list of services and the form of request of each', async () => {
  assert.equal((await get(stranger, '/providers/population-register/agreement')).status, 403);
  const answer = await get(head, '/providers/population-register/agreement');
  const agreement = bodyOf<Providers['AgreementWithForms']>(answer);
  const [attached] = agreement.services;
  assert.deepEqual([agreement.number, attached?.code, attached?.version], ['ДЕМО-1', code, 4]);
  assert.deepEqual(attached?.form?.['pages'], JSON.parse(JSON.stringify(definition.form.pages)));
  assert.match(attached?.formHash ?? '', /^[0-9a-f]{64}$/);
});
