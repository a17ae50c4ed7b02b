import assert from 'node:assert/strict';
import test from 'node:test';
import { roles, type Role } from '@kyzmat/lifecycle';
import { actorOf, may } from './may.ts';
import { participantOf, participants } from './participants.ts';
import { rules, type Action } from './rules.ts';
import type { PolicyActor, Resource, Verdict } from './types.ts';

const user: PolicyActor = { subject: 'person-1', role: 'user' };
const member = (role: Role, provider = 'a'): PolicyActor => ({ subject: `${role}-1`, role, provider });
const executor = member('executor');
const operator: PolicyActor = { subject: 'operator-1', role: 'operator' };
const processes = ['applications', 'identity', 'notifications', 'payments', 'portal', 'tunduk'] as const;
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
    'failures.watch',
    'refund.watch',
    'retention.hold',
    'staff.manage',
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

test('P573-43: the owner agrees to changes, watches deadlines and administers nothing', () => {
  const owner: PolicyActor = { subject: 'owner-1', role: 'owner' };
  const granted = actions.filter((action) => may(owner, action, application).allowed);
  assert.deepEqual(granted, ['deadlines.read', 'service.agree']);
});

test('P573-8e: a user never gets at the data of another', () => {
  const foreign = { ...application, ownerId: 'person-2' };
  for (const action of ['draft.open', 'application.read', 'charge.open'] as const) {
    assert.ok(may(user, action, application).allowed);
    assert.equal(code(may(user, action, foreign)), 'not_yours');
    assert.equal(code(may(user, action)), 'not_yours', 'nobody has said whose it is');
  }
});

test('P573-8e: in the name of an organisation a person reaches what is the organisation’s', () => {
  const forFirm: PolicyActor = { subject: 'firm-1', actor: 'person-1', role: 'user' };
  assert.ok(may(forFirm, 'draft.open', { ownerId: 'firm-1' }).allowed);
  assert.equal(code(may(forFirm, 'draft.open', { ownerId: 'person-1' })), 'not_yours');
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
  for (const action of actions) {
    for (const actor of inProvider) {
      assert.ok(!may(actor, action, { ...application, providerBlocked: true }).allowed);
      assert.ok(!may(actor, action, { providerId: 'a' }).allowed);
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
  for (const action of ['deadlines.read', 'application.watch'] as const)
    assert.ok(may(operator, action).allowed);
  for (const action of ['application.read', 'inbox.read', 'draft.open'] as const) {
    assert.equal(code(may(operator, action, application)), 'forbidden');
  }
});

test('P573-48: our own processes do what each needs and no more', () => {
  const common = ['power.ask', 'journal.witness', 'staff.read'];
  const needs = new Map(
    processes.map((process) => {
      const actor: PolicyActor = { subject: process, role: 'system', process };
      const granted = actions.filter((action) => may(actor, action, application).allowed);
      return [process, granted.filter((action) => !common.includes(action)).toSorted()];
    }),
  );
  assert.deepEqual(Object.fromEntries(needs), {
    applications: [
      'consents.ask',
      'contact.give',
      'document.sign',
      'erasure.ask',
      'profile.give',
      'signature.give',
    ],
    identity: ['cabinet.erase'],
    notifications: ['contact.give', 'notice.facts', 'staff.contacts'],
    payments: ['profile.give'],
    portal: ['consents.ask'],
    tunduk: ['application.carry', 'application.read'],
  });
});

test('P573-17b: of providers’ systems only tunduk carries, and to their provider alone', () => {
  const through = (process: string): PolicyActor => ({ ...member('provider_system'), process });
  assert.ok(may(through('tunduk'), 'application.carry').allowed);
  assert.equal(code(may(through('desk'), 'application.carry')), 'forbidden');
  assert.equal(
    code(may(through('tunduk'), 'application.read', { ...application, providerId: 'b' })),
    'not_yours',
  );
});

test('who acts in another’s name is recorded with both', () => {
  const forFirm: PolicyActor = { subject: 'firm-1', actor: 'person-1', role: 'user' };
  assert.deepEqual(actorOf(forFirm), { id: 'person-1', role: 'user', subjectId: 'firm-1' });
  assert.deepEqual(actorOf(user), { id: 'person-1', role: 'user' });
});
