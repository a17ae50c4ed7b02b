import type { ProvidersApi } from '@kyzmat/contracts';
import { dataOf } from '@kyzmat/http';
import type { Kit } from '@kyzmat/kit';
import type { Account } from 'oidc-provider';
import type { Persons } from '../persons/store.ts';
import type { Powers } from '../powers/store.ts';
import type { Staff, StaffAccount } from '../staff/store.ts';

/** Names of accounts at the OpenID provider: whom it is about, who acts, and the session they do it in. */
export function accountOf(subject: string, actor: string, session: string): string {
  return `person:${subject}~${actor}~${session}`;
}
export function staffAccountOf(id: string, session: string): string {
  return `staff:${id}~${session}`;
}

export type FindAccount = (id: string) => Promise<Account | undefined>;

/** What tokens say of an account: opaque ids, the name to greet with, roles. Asked anew at each token. */
export function accounts(kit: Kit, persons: Persons, staff: Staff, powers: Powers): FindAccount {
  const providers = kit.to<ProvidersApi>('providers')(kit.self);

  /** A blocked provider's staff gets no tokens (C22-13); when the register cannot be asked, neither. */
  const mayEnter = async ({ providerId }: StaffAccount): Promise<boolean> => {
    if (providerId === null) return true;
    const answer = await providers.GET('/providers/{id}/standing', { params: { path: { id: providerId } } });
    return !dataOf(answer).blocked;
  };

  return async (accountId) => {
    const [kind, ids = ''] = accountId.split(':');
    if (kind === 'staff') {
      const end = ids.lastIndexOf('~');
      const [id, session] = [ids.slice(0, end), ids.slice(end + 1)];
      const member = await staff.find(id);
      if (member === undefined || !(await mayEnter(member))) return undefined;
      const { name, roles, providerId } = member;
      return account(accountId, { person: id, act: id, session, name, roles, provider: providerId });
    }
    const [subjectId = '', actorId = '', session = ''] = ids.split('~');
    const [subject, actor] = await Promise.all([persons.find(subjectId), persons.find(actorId)]);
    if (subject === undefined || actor === undefined) return undefined;
    if (subject.closedAt !== undefined || actor.closedAt !== undefined) return undefined;
    // P573-15: who acts for another does so by a power that stands at this moment.
    if (subjectId !== actorId && (await powers.standing(subjectId, actorId)) === undefined) return undefined;
    return account(accountId, {
      person: subject._id,
      act: actor._id,
      session,
      name: actor.profile.displayName,
      roles: ['user'],
      kind: subject.profile.kind,
      assurance: subject.profile.assurance,
      locale: subject.contact.language,
      ...(subject._id === actor._id ? {} : { acting_for: subject.profile.displayName }),
    });
  };
}

function account(accountId: string, claims: Record<string, unknown>): Account {
  return { accountId, claims: () => Promise.resolve({ sub: accountId, ...claims }) };
}
