import type { Grant } from './types.ts';

const providerSide = ['executor', 'signer', 'provider_head', 'provider_system'] as const;

const users: Grant = { roles: ['user'], whose: 'any', ruleId: 'P573-8e' };
const ownData: Grant = { roles: ['user'], whose: 'owner', ruleId: 'P573-8e' };
const ownProvider: Grant = { roles: providerSide, whose: 'provider', ruleId: 'C22-3b' };
const administration: Grant = { roles: ['operator'], whose: 'any', ruleId: 'P573-4' };
const ourProcesses: Grant = { roles: ['system'], whose: 'any', ruleId: 'P573-48' };
const only = (...processes: readonly string[]): Grant => ({ ...ourProcesses, processes });

/** Who may do what; whatever is not granted here is denied. What a command upon an application needs stands in the graph. */
export const rules = {
  'draft.begin': [{ ...users, ruleId: 'P573-25' }],
  'draft.open': [ownData],
  'application.sign': [{ ...users, ruleId: 'P573-8l' }],
  'application.read': [ownData, ownProvider, only('tunduk')],
  'application.carry': [{ ...only('tunduk'), roles: ['system', 'provider_system'], ruleId: 'P573-17b' }],
  'application.watch': [{ ...administration, ruleId: 'P573-19c' }],
  'application.support': [{ ...administration, ruleId: 'C22-3a' }],
  'inbox.read': [ownProvider],
  'deadlines.read': [
    { ...administration, ruleId: 'P573-19e' },
    { roles: ['owner'], whose: 'any', ruleId: 'P573-20' },
  ],
  'retention.hold': [{ ...administration, ruleId: 'P573-49' }],

  'notices.read': [{ ...users, ruleId: 'P573-32' }],
  'notice.facts': [only('notifications')],
  'failures.watch': [administration],
  'charge.open': [{ ...ownData, ruleId: 'P573-6e' }],
  'refund.watch': [administration],

  'profile.give': [only('applications', 'payments')],
  'contact.give': [only('applications', 'notifications')],
  'consents.ask': [only('applications', 'portal')],
  'powers.manage': [{ ...users, ruleId: 'P573-15' }],
  'power.ask': [{ ...ourProcesses, ruleId: 'P573-15' }],
  'signature.give': [{ ...only('applications'), ruleId: 'P573-28a' }],
  'document.sign': [{ ...only('applications'), ruleId: 'P573-33a' }],
  'journal.witness': [{ ...ourProcesses, ruleId: 'P573-19d' }],
  'own-data.manage': [{ ...users, ruleId: 'P573-49' }],
  'cabinet.erase': [{ ...only('identity'), ruleId: 'P573-49' }],
  'erasure.ask': [{ ...only('applications'), ruleId: 'P573-49' }],

  'service.offer': [{ roles: ['provider_head'], whose: 'provider', ruleId: 'P573-16a' }],
  'service.publish': [{ ...administration, ruleId: 'P573-19a' }],
  'service.agree': [{ roles: ['owner'], whose: 'any', ruleId: 'P573-17c' }],
  'provider.connect': [{ ...administration, ruleId: 'P573-19f' }],
  'provider.block': [{ ...administration, ruleId: 'C22-13a' }],
  'provider.ask-block': [
    { roles: ['provider_head', 'provider_system'], whose: 'provider', ruleId: 'C22-13b' },
    { ...administration, ruleId: 'C22-13b' },
  ],
  'provider.unblock': [{ ...administration, ruleId: 'C22-14b' }],
  'staff.read': [ownProvider, administration, ourProcesses],
  'staff.contacts': [only('notifications')],
  'staff.manage': [administration],

  'calendar.change': [administration],
  'works.record': [{ ...administration, ruleId: 'P573-19b' }],
  'incident.record': [{ ...administration, ruleId: 'P573-19e' }],
} as const satisfies Record<string, readonly Grant[]>;

export type Action = keyof typeof rules;
export type Rules = Readonly<Record<Action, readonly Grant[]>>;
