import { randomBytes } from 'node:crypto';
import type { Caller, ProcessName, Role } from '@kyzmat/auth';
import type { Common } from '@kyzmat/contracts';
import type { Kit } from '@kyzmat/kit';
import { acts, type Act, type Category } from './acts.ts';
import type { Attested } from './attested.ts';
import { openChain } from './chain.ts';
import type { Head } from './entry.ts';
import { pageOf, pageIndex, type Page, type PageQuery } from './page.ts';
import { entriesOf } from './place.ts';
import { openWitness, tellIdentity, type Tell } from './witness.ts';

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
  readonly fields?: readonly string[];
  /** Of a look for technical support (C22-3a): why, in words of a closed list, and the number of the request. */
  readonly support?: Common['SupportReason'];
  /** `refused`: somebody asked who may not (P573-19e). */
  readonly outcome: 'given' | 'refused';
}

/** Whose data, by what act, for which application. */
export interface Use extends Pick<Access, 'subject' | 'act' | 'application' | 'reference' | 'support'> {
  /** The provider that receives the data, when the caller carries them for it. */
  readonly provider?: string;
  /** Ids of the fields of the form that were handed over, where they are known one by one. */
  readonly fields?: readonly string[];
  /** Of a hand-over that is tried until it succeeds: with the same name it stands once. */
  readonly once?: string;
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
  /** Proves a record that is kept elsewhere; nothing of it but its hash stands here. */
  attests(record: Attested): Promise<void>;
  /** A person's lines, newest first. */
  page(query: PageQuery): Promise<Page>;
  head(): Head | undefined;
  ensureIndexes(): Promise<void>;
  stop(): Promise<void>;
}

/** @param tell whom a head is told while Kafka is away; identity, unless it is identity itself that writes */
export function openJournal(kit: Kit, tell: Tell = tellIdentity(kit)): Journal {
  const collection = entriesOf<Access>(kit.store);
  const chain = openChain<Access | Attested>({
    name: kit.name,
    collection: entriesOf<Access | Attested>(kit.store),
    clock: kit.clock,
    witness: openWitness(kit, tell),
  });

  async function stands(subject: string, id: string): Promise<boolean> {
    const found = await collection.findOne({ 'body.subject': subject, 'body.id': id });
    return found !== null;
  }

  return {
    async gives(caller, use) {
      if (isOwn(caller, use.subject)) return;
      if (use.once !== undefined && (await stands(use.subject, use.once))) return;
      await chain.append(access(caller, use, 'given'));
    },
    refuses: (caller, use) => chain.append(access(caller, use, 'refused')),
    records: (caller, use) => chain.append(access(caller, use, 'given')),
    attests: ({ attests, sha256 }) => chain.append({ attests, sha256 }),
    page: (query) => pageOf(collection, query),
    head: () => chain.head(),
    ensureIndexes: () => pageIndex(collection),
    stop: () => chain.stop(),
  };
}

/** Who it is that gives or takes when a process acts by itself. */
export function systemCaller(process: ProcessName): Caller {
  return { process, subject: process, actor: process, role: 'system' };
}

function isOwn({ role, subject, actor }: Caller, person: string): boolean {
  return role === 'user' && (subject === person || actor === person);
}

function access(caller: Caller, use: Use, outcome: Access['outcome']): Access {
  const provider = caller.provider ?? use.provider;
  return {
    id: use.once ?? nextId(),
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
    ...(use.fields === undefined ? {} : { fields: use.fields }),
    ...(use.support === undefined ? {} : { support: use.support }),
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
