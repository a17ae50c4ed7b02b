import { processNames, type ProcessName } from '@kyzmat/auth';
import { mongo } from 'mongoose';
import { journalDatabase } from './place.ts';
import { accessCollection } from './verify-platform.ts';

/** What a process may do with its journal: nothing that changes or removes an entry, or what holds it. */
export const journalActions = [
  'find',
  'insert',
  'createCollection',
  'createIndex',
  'listCollections',
  'listIndexes',
] as const;

interface Role {
  readonly role: string;
  readonly roles: readonly { readonly role: string; readonly db: string }[];
  readonly privileges: readonly {
    readonly resource: { readonly db: string; readonly collection: string };
    readonly actions: readonly string[];
  }[];
}

/** P573-48: reads and writes its own database; to its journal it can only add. Of other processes it sees nothing. */
export function roleOf(name: ProcessName): Role {
  const resource = { db: journalDatabase(name), collection: '' };
  return {
    role: `kyzmat-${name}`,
    roles: [{ role: 'readWrite', db: name }],
    privileges: [{ resource, actions: journalActions }],
  };
}

/** For `npm run journal:verify`: reads all journals and the facts they prove, and nothing else. */
export const verifierRole: Role = {
  role: 'kyzmat-journal-verifier',
  roles: [],
  privileges: [
    ...processNames.map((name) => ({
      resource: { db: journalDatabase(name), collection: '' },
      actions: ['find', 'listCollections'],
    })),
    { resource: { db: 'identity', collection: accessCollection }, actions: ['find'] },
  ],
};

export const verifierName = 'journal-verifier' as const;
type UserName = ProcessName | typeof verifierName;

/**
 * Makes the roles, and a user for each name with a password; what is there already is brought to what this says.
 * @param admin signed in as somebody who may make users
 */
export async function provisionRoles(
  admin: mongo.MongoClient,
  passwords: ReadonlyMap<UserName, string>,
): Promise<void> {
  const db = admin.db('admin');
  for (const { role, ...may } of [...processNames.map(roleOf), verifierRole]) {
    await unlessThere(db, { createRole: role, ...may }, { updateRole: role, ...may });
  }
  for (const [name, pwd] of passwords) {
    const { role } = name === verifierName ? verifierRole : roleOf(name);
    const user = { pwd, roles: [{ role, db: 'admin' }] };
    await unlessThere(db, { createUser: name, ...user }, { updateUser: name, ...user });
  }
}

const alreadyThere: readonly unknown[] = [51_002, 51_003];

async function unlessThere(db: mongo.Db, create: mongo.Document, update: mongo.Document): Promise<void> {
  try {
    await db.command(create);
  } catch (error) {
    if (!(error instanceof mongo.MongoServerError) || !alreadyThere.includes(error.code)) throw error;
    await db.command(update);
  }
}
