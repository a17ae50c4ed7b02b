import assert from 'node:assert/strict';
import test from 'node:test';
import { commandTypes, roles, rolesOf, type Role } from '@kyzmat/lifecycle';
import { actorOf, may } from './may.ts';
import { participantOf, participants } from './participants.ts';
import { rules, type Action } from './rules.ts';
import type { PolicyActor, Resource, Verdict } from './types.ts';

const user: PolicyActor = { subject: 'person-1', role: 'user' };
const member = (role: Role, provider = 'a'): PolicyActor => ({ subject: `${role}-1`, role, provider });
const executor = member('executor');
const operator: PolicyActor = { subject: 'operator-1', role: 'operator' };
const system: PolicyActor = { subject: 'notifications', role: 'system' };
const application: Resource = { ownerId: 'person-1', providerId: 'a', providerBlocked: false };

const actions = Object.keys(rules).filter((name): name is Action => name in rules);
const code = (verdict: Verdict) => (verdict.allowed ? 'allowed' : verdict.code);
const everyActor = roles.map((role): PolicyActor => ({ subject: 'person-1', role, provider: 'a' }));

test('P573-12: the participants are exactly four, and an executor is no fifth', () => {
  assert.deepEqual(participants, ['user', 'provider', 'operator', 'owner']);
  assert.equal(participantOf('executor'), 'provider');
  assert.equal(participantOf('system'), undefined);
  const reached = new Set(roles.map(participantOf).filter((one) => one !== undefined));
  assert.deepEqual([...reached].toSorted(), [...participants].toSorted());
});

test('P573-4: administration is refused to a user, an executor and a provider', () => {
  const administration = [
    'service.publish',
    'provider.connect',
    'provider.block',
    'provider.unblock',
    'calendar.change',
    'works.record',
    'incident.record',
    'journal.read',
    'dead-letters.replay',
  ] as const satisfies Action[];
  for (const action of administration) {
    for (const actor of everyActor.filter(({ role }) => role !== 'operator')) {
      const verdict = may(actor, action, application);
      assert.deepEqual(
        verdict,
        { allowed: false, code: 'forbidden', ruleId: 'P573-4' },
        `${actor.role} ${action}`,
      );
    }
    assert.ok(may(operator, action, application).allowed);
  }
});

test('P573-43: the owner sets policy and administers nothing', () => {
  const owner: PolicyActor = { subject: 'owner-1', role: 'owner' };
  assert.ok(may(owner, 'policy.set').allowed);
  assert.equal(code(may(owner, 'calendar.change')), 'forbidden');
});

test('P573-8e: a user never gets at the data of another', () => {
  const foreign = { ...application, ownerId: 'person-2' };
  for (const action of actions) {
    const verdict = may(user, action, { ...foreign, consents: { terms: true, personalData: true } });
    const isPublic = may(undefined, action).allowed;
    assert.ok(isPublic || !verdict.allowed, action);
  }
  assert.ok(may(user, 'application.read', application).allowed);
  assert.equal(code(may(user, 'application.read', foreign)), 'not_yours');
  assert.equal(code(may(user, 'application.read')), 'not_yours');
});

test('P573-8e: in the name of an organisation a person reaches what is the organisation’s', () => {
  const forFirm: PolicyActor = { subject: 'firm-1', actor: 'person-1', role: 'user' };
  assert.ok(may(forFirm, 'draft.read', { ownerId: 'firm-1' }).allowed);
  assert.equal(code(may(forFirm, 'draft.read', { ownerId: 'person-1' })), 'not_yours');
});

test('C22-3b: provider A asks for an application addressed to provider B: refused', () => {
  for (const role of ['executor', 'signer', 'provider_head', 'provider_system'] as const) {
    const verdict = may(member(role), 'application.read', { ...application, providerId: 'b' });
    assert.deepEqual(verdict, { allowed: false, code: 'not_yours', ruleId: 'C22-3b' });
    assert.ok(may(member(role), 'application.read', application).allowed);
  }
  const homeless: PolicyActor = { subject: 'x', role: 'executor' };
  assert.equal(code(may(homeless, 'inbox.read', { providerBlocked: false })), 'not_yours');
});

test('C22-13b: a blocked provider is refused everything, and one of unknown standing too', () => {
  const inProvider = everyActor.filter(({ role }) => participantOf(role) === 'provider');
  for (const action of actions.filter((one) => !may(undefined, one).allowed)) {
    for (const actor of inProvider) {
      for (const command of commandTypes) {
        assert.ok(!may(actor, action, { ...application, command, providerBlocked: true }).allowed);
        assert.ok(!may(actor, action, { providerId: 'a', command }).allowed);
      }
    }
  }
  assert.equal(
    code(may(executor, 'inbox.read', { ...application, providerBlocked: true })),
    'provider_blocked',
  );
  assert.equal(code(may(executor, 'inbox.read', { providerId: 'a' })), 'standing_unknown');
});

test('C22-13b: a provider may ask for its own block, not for another’s', () => {
  const head = member('provider_head');
  assert.ok(may(head, 'provider.ask-block', application).allowed);
  assert.equal(code(may(head, 'provider.ask-block', { ...application, providerId: 'b' })), 'not_yours');
  assert.equal(code(may(executor, 'provider.ask-block', application)), 'forbidden');
});

test('C22-3a: technical support needs a support request; without one the operator reads no application', () => {
  const support = (who: PolicyActor, supportRequest?: string) =>
    code(may(who, 'application.support', supportRequest === undefined ? {} : { supportRequest }));
  assert.equal(support(operator, 'Д-15'), 'allowed');
  assert.equal(support(operator), 'reason_missing');
  assert.equal(support(operator, ''), 'reason_missing');
  for (const who of everyActor.filter(({ role }) => role !== 'operator'))
    assert.equal(support(who, 'Д-15'), 'forbidden', who.role);
  assert.equal(code(may(operator, 'application.read', application)), 'forbidden');
});

test('P573-17c: only the owner gives the word of the owner', () => {
  const allowed = everyActor.filter((who) => may(who, 'service.agree').allowed).map(({ role }) => role);
  assert.deepEqual(allowed, ['owner']);
});

test('P573-14c: with either consent missing the cabinet stays closed', () => {
  const consents = (terms: boolean, personalData: boolean) =>
    code(may(user, 'cabinet.open', { ownerId: user.subject, consents: { terms, personalData } }));
  assert.equal(consents(true, true), 'allowed');
  assert.equal(consents(true, false), 'consent_missing');
  assert.equal(consents(false, true), 'consent_missing');
  assert.equal(code(may(user, 'cabinet.open', { ownerId: user.subject })), 'consent_missing');
});

test('P573-21: a visitor reads the catalogue, checks a document, and nothing else', () => {
  const open = actions.filter((action) => may(undefined, action, application).allowed);
  assert.deepEqual(open, ['catalogue.read', 'calendar.read', 'result.verify']);
});

test('P573-52: an organisation that is operator and provider acts in one role at a time, and the act says which', () => {
  const asOperator: PolicyActor = { subject: 'employee-1', role: 'operator' };
  const asProvider: PolicyActor = { subject: 'employee-1', role: 'executor', provider: 'operator-org' };
  const own: Resource = { ownerId: 'person-1', providerId: 'operator-org', providerBlocked: false };
  assert.equal(code(may(asOperator, 'application.read', own)), 'forbidden');
  assert.ok(may(asProvider, 'application.read', own).allowed);
  assert.equal(code(may(asProvider, 'provider.block', own)), 'forbidden');
  assert.deepEqual(actorOf(asProvider), { id: 'employee-1', role: 'executor', providerId: 'operator-org' });
  assert.deepEqual(actorOf(asOperator), { id: 'employee-1', role: 'operator' });
});

test('P573-19c: the operator watches deadlines and reads no application', () => {
  assert.ok(may(operator, 'deadlines.read').allowed);
  for (const action of ['application.read', 'result.read', 'inbox.read', 'draft.read'] as const) {
    assert.equal(code(may(operator, action, application)), 'forbidden');
  }
});

test('commands are allowed to exactly the roles of the graph, on their own applications', () => {
  for (const command of commandTypes) {
    for (const actor of everyActor) {
      const { allowed } = may(actor, 'application.command', { ...application, command });
      assert.equal(allowed, rolesOf(command).has(actor.role), `${actor.role} ${command}`);
    }
  }
  assert.equal(code(may(operator, 'application.command')), 'forbidden');
  assert.equal(
    code(
      may({ ...user, subject: 'person-2' }, 'application.command', { ...application, command: 'withdraw' }),
    ),
    'not_yours',
  );
});

test('our own processes do what they need and no more', () => {
  const open = actions.filter((action) => may(system, action, { ...application, command: 'charge' }).allowed);
  assert.deepEqual(open, [
    'catalogue.read',
    'calendar.read',
    'result.verify',
    'profile.read',
    'application.read',
    'application.command',
    'result.read',
    'notices.read',
    'charge.read',
    'provider.read',
    'provider.standing',
    'staff.read',
    'document.sign',
  ]);
});

test('who acts in another’s name is recorded with both', () => {
  const forFirm: PolicyActor = { subject: 'firm-1', actor: 'person-1', role: 'user' };
  assert.deepEqual(actorOf(forFirm), { id: 'person-1', role: 'user', subjectId: 'firm-1' });
  assert.deepEqual(actorOf(user), { id: 'person-1', role: 'user' });
});
