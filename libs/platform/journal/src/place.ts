import type { Store } from '@kyzmat/store';
import type { mongo } from 'mongoose';
import type { Entry } from './entry.ts';

/**
 * Where the entries of a process lie: in a database of their own beside the one of the process, so that the database
 * itself can forbid what the library does not offer (`roles.ts`).
 */
export const journalDatabase = (database: string): string => `${database}-journal`;

export const journalCollection = 'entries';
/** In identity's journal database. */
export const anchorsCollection = 'anchors';

type Place = Pick<Store, 'client' | 'connection'>;

export function entriesOf<B>({ client, connection }: Place): mongo.Collection<Entry<B>> {
  return client.db(journalDatabase(connection.name)).collection<Entry<B>>(journalCollection);
}

export function anchorsOf<B>({ client, connection }: Place): mongo.Collection<Entry<B>> {
  return client.db(journalDatabase(connection.name)).collection<Entry<B>>(anchorsCollection);
}
