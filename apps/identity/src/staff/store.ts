import type { Identity } from '@kyzmat/contracts';
import { notFound, Problem } from '@kyzmat/http';
import type { Store } from '@kyzmat/store';
import { hashPassword } from '../passwords/password.ts';

export type StaffRole = Identity['StaffMember']['roles'][number];

/** Staff of a provider or of the operator; the roles end with `removedAt`. */
export interface StaffAccount {
  readonly _id: string;
  readonly login: string;
  readonly passwordHash: string;
  readonly name: string;
  readonly post: { ky: string; ru: string };
  readonly phone: string;
  /** For words about limits, when messages do not get through. */
  readonly email?: string;
  /** Null for staff of the operator. */
  readonly providerId: string | null;
  readonly roles: readonly StaffRole[];
  readonly removedAt: Date | null;
}
export interface NewStaff {
  readonly id: string;
  readonly login: string;
  readonly initialPassword: string;
  readonly name: string;
  readonly post: { ky: string; ru: string };
  readonly phone: string;
  readonly email?: string;
  readonly providerId: string | null;
  readonly roles: readonly StaffRole[];
}

export interface Staff {
  ensureIndexes(): Promise<void>;
  /** Creates, or brings up to date; the password is set only at the first time. */
  put(staff: NewStaff): Promise<StaffAccount>;
  get(id: string): Promise<StaffAccount>;
  find(id: string): Promise<StaffAccount | undefined>;
  byLogin(login: string): Promise<StaffAccount | undefined>;
  /** Null: those of the operator. */
  ofProvider(providerId: string | null): Promise<readonly StaffAccount[]>;
  hasOperator(): Promise<boolean>;
  /** Roles end at once. */
  remove(id: string): Promise<void>;
}

export function openStaff(store: Store): Staff {
  const collection = store.collection<StaffAccount>('staff');
  const find = async (id: string): Promise<StaffAccount | undefined> =>
    (await collection.findOne({ _id: id, removedAt: null })) ?? undefined;
  const get = async (id: string): Promise<StaffAccount> => {
    const account = await find(id);
    if (account === undefined) throw notFound('No such member of staff.');
    return account;
  };
  return {
    async ensureIndexes() {
      await collection.createIndex({ login: 1 }, { unique: true });
      await collection.createIndex({ providerId: 1 });
    },
    find,
    get,
    async put({ id, initialPassword, login, name, post, phone, email, providerId, roles }) {
      const known = await collection.findOne({ _id: id }, { projection: { _id: 1 } });
      const reached = { phone, ...(email !== undefined && { email }) };
      const kept = { name, post, ...reached, providerId, roles: [...roles], removedAt: null };
      const change = { ...kept, login: loginOf(login) };
      const holder = await collection.findOne({ login: change.login, _id: { $ne: id } });
      if (holder !== null) throw new Problem(409, 'login_taken', 'Somebody else has this login.');
      if (known === null) {
        await collection.insertOne({ _id: id, ...change, passwordHash: await hashPassword(initialPassword) });
      } else {
        await collection.updateOne({ _id: id }, { $set: change });
      }
      return get(id);
    },
    async byLogin(login) {
      return (await collection.findOne({ login: loginOf(login), removedAt: null })) ?? undefined;
    },
    async ofProvider(providerId) {
      return collection.find({ providerId, removedAt: null }).sort({ name: 1 }).toArray();
    },
    async hasOperator() {
      return (await collection.findOne({ roles: 'operator', removedAt: null })) !== null;
    },
    async remove(id) {
      await collection.updateOne({ _id: id }, { $set: { removedAt: new Date() } });
    },
  };
}

/** Logins are alike whatever their case. */
function loginOf(typed: string): string {
  return typed.trim().toLowerCase();
}

export function memberOf({ _id, name, post, providerId, roles }: StaffAccount): Identity['StaffMember'] {
  return { id: _id, name, post, providerId, roles: [...roles] };
}

/** Where a member of staff is reached, for the process that sends words about limits. */
export function contactOf({ _id, roles, phone, email }: StaffAccount): Identity['StaffContact'] {
  return { id: _id, roles: [...roles], phone, ...(email !== undefined && { email }) };
}
