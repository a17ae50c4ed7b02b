import { randomBytes } from 'node:crypto';
import type { Caller, Role } from '@kyzmat/auth';
import type { Kit } from '@kyzmat/kit';
import { acts, type Act, type Category } from './acts.ts';
import { openChain } from './chain.ts';
import type { Entry, Head } from './entry.ts';
import { pageOf, pageIndex, type Page, type PageQuery } from './page.ts';

/**
 * P573-19d: who used whose data. Ids only: whose person an id is, identity alone knows, so the journal stays provable
 * when a person's data are deleted.
 */
export interface Access {
  /** Of this use; the same use may stand twice when the database failed over in between. */
  readonly id: string;
  /** The person whose data they are. */
  readonly subject: string;
  readonly actor: string;
  readonly role: Role;
  /** In whose service the data were used. */
  readonly provider?: string;
  /** The process the call came from, which is the way it came: portal, desk, tunduk. */
  readonly route: string;
  readonly act: Act;
  readonly data: readonly Category[];
  readonly application?: string;
  readonly reference?: string;
  /** `refused`: somebody asked who may not (P573-19e). */
  readonly outcome: 'given' | 'refused';
}

/** Whose data, by what act, for which application. */
export interface Use extends Pick<Access, 'subject' | 'act' | 'application' | 'reference'> {
  /** The provider that receives the data, when the caller carries them for it. */
  readonly provider?: string;
}

export interface Journal {
  /**
   * To be awaited before data are given out: when it throws, they stay. A person's look at the own data is no use of
   * them by somebody, so it leaves no entry.
   */
  gives(caller: Caller, use: Use): Promise<void>;
  /** Before a refusal is answered. */
  refuses(caller: Caller, use: Use): Promise<void>;
  /** An act of the person upon the own data that must be provable. */
  records(caller: Caller, use: Use): Promise<void>;
  /** A person's lines, newest first. */
  page(query: PageQuery): Promise<Page>;
  head(): Head | undefined;
  ensureIndexes(): Promise<void>;
  stop(): Promise<void>;
}

/** The collection of every process that keeps a journal. Only this library writes to it. */
export const journalCollection = 'journal';

export function openJournal(kit: Pick<Kit, 'name' | 'store' | 'clock'>): Journal {
  const collection = kit.store.collection<Entry<Access>>(journalCollection);
  const chain = openChain<Access>({ name: kit.name, collection, clock: kit.clock });
  return {
    gives: (caller, use) =>
      isOwn(caller, use.subject) ? Promise.resolve() : chain.append(access(caller, use, 'given')),
    refuses: (caller, use) => chain.append(access(caller, use, 'refused')),
    records: (caller, use) => chain.append(access(caller, use, 'given')),
    page: (query) => pageOf(collection, query),
    head: () => chain.head(),
    ensureIndexes: () => pageIndex(collection),
    stop: () => chain.stop(),
  };
}

function isOwn({ role, subject, actor }: Caller, person: string): boolean {
  return role === 'user' && (subject === person || actor === person);
}

function access(caller: Caller, use: Use, outcome: Access['outcome']): Access {
  const provider = caller.provider ?? use.provider;
  return {
    id: nextId(),
    subject: use.subject,
    actor: caller.actor,
    role: caller.role,
    route: caller.process,
    act: use.act,
    data: acts[use.act],
    outcome,
    ...(provider === undefined ? {} : { provider }),
    ...(use.application === undefined ? {} : { application: use.application }),
    ...(use.reference === undefined ? {} : { reference: use.reference }),
  };
}

let given = 0;

/** Sorts by when it was made, also within a millisecond; legal time may stand still meanwhile. */
function nextId(): string {
  given = (given + 1) % 0x1_0000;
  const parts = [hex(Date.now(), 12), hex(given, 4), randomBytes(4).toString('hex')];
  return parts.join('');
}

function hex(number: number, length: number): string {
  return number.toString(16).padStart(length, '0');
}
