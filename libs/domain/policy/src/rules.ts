import type { Grant } from './types.ts';

const staff = ['executor', 'signer', 'provider_head'] as const;
const providerSide = [...staff, 'provider_system'] as const;
const everyone = ['visitor', 'user', ...providerSide, 'operator', 'owner', 'system'] as const;

const openToAll: Grant = { roles: everyone, whose: 'any', ruleId: 'P573-6a' };
const ownData: Grant = { roles: ['user'], whose: 'owner', ruleId: 'P573-8e' };
const ownProvider: Grant = { roles: providerSide, whose: 'provider', ruleId: 'C22-3b' };
const ourProcesses: Grant = { roles: ['system'], whose: 'any', ruleId: 'P573-48' };
const administration: Grant = { roles: ['operator'], whose: 'any', ruleId: 'P573-4' };

/**
 * Who may do what; whatever is not granted here is denied. `application.command` is missing its roles on purpose: they
 * stand in the lifecycle's graph, which knows them for each command.
 */
export const rules = {
  'catalogue.read': [openToAll],
  'calendar.read': [openToAll],
  'result.verify': [{ ...openToAll, ruleId: 'P573-D4' }],

  'cabinet.open': [{ ...ownData, ruleId: 'P573-21' }],
  'profile.read': [ownData, ourProcesses],
  'profile.write': [ownData],
  'draft.create': [{ ...ownData, ruleId: 'P573-25' }],
  'draft.read': [ownData],
  'draft.write': [ownData],
  'draft.delete': [ownData],
  'draft.submit': [{ ...ownData, ruleId: 'P573-8l' }],

  'application.read': [ownData, ownProvider, ourProcesses],
  'application.list': [ownData],
  'application.support': [{ ...administration, ruleId: 'C22-3a' }],
  'application.command': [],
  'result.read': [{ ...ownData, ruleId: 'P573-6d' }, ownProvider, ourProcesses],
  'inbox.read': [ownProvider],
  'deadlines.read': [
    { roles: ['operator'], whose: 'any', ruleId: 'P573-19e' },
    { roles: ['owner'], whose: 'any', ruleId: 'P573-20' },
  ],

  'notices.read': [ownData, ourProcesses],
  'charge.read': [ownData, ourProcesses],
  'charge.pay': [{ ...ownData, ruleId: 'P573-6e' }],
  'refund.watch': [administration],
  'rating.give': [{ ...ownData, ruleId: 'P573-36a' }],

  'service.offer': [{ roles: ['provider_head'], whose: 'provider', ruleId: 'P573-16a' }],
  'service.publish': [{ ...administration, ruleId: 'P573-19a' }],
  'service.agree': [{ roles: ['owner'], whose: 'any', ruleId: 'P573-17c' }],
  'provider.read': [ownProvider, administration, ourProcesses],
  'provider.connect': [{ ...administration, ruleId: 'P573-19f' }],
  'provider.block': [{ ...administration, ruleId: 'C22-13a' }],
  'provider.ask-block': [
    { roles: ['provider_head', 'provider_system'], whose: 'provider', ruleId: 'C22-13b' },
    { ...administration, ruleId: 'C22-13b' },
  ],
  'provider.unblock': [{ ...administration, ruleId: 'C22-14b' }],
  'provider.standing': [ourProcesses, administration],
  'staff.read': [ownProvider, administration, ourProcesses],
  'staff.manage': [administration, { roles: ['provider_head'], whose: 'provider', ruleId: 'P573-29d' }],
  'document.sign': [{ roles: ['signer'], whose: 'provider', ruleId: 'P573-33a' }, ourProcesses],

  'calendar.change': [administration],
  'works.record': [{ ...administration, ruleId: 'P573-19b' }],
  'incident.record': [{ ...administration, ruleId: 'P573-19e' }],
  'journal.read': [{ ...administration, ruleId: 'P573-19d' }],
  'journal.read-own': [{ ...ownData, ruleId: 'P573-13c' }],
  'dead-letters.replay': [administration],
  'policy.set': [{ roles: ['owner'], whose: 'any', ruleId: 'P573-20' }],
} as const satisfies Record<string, readonly Grant[]>;

export type Action = keyof typeof rules;
export type Rules = Readonly<Record<Action, readonly Grant[]>>;
