import type { Log } from '@kyzmat/event-bus';
import type { Connection, mongo } from 'mongoose';

export interface Store {
  /** For mongoose schemas, indexes and plain paths. */
  readonly connection: Connection;
  readonly client: mongo.MongoClient;
  /** The driver, for hot paths. */
  collection<D extends mongo.Document>(name: string): mongo.Collection<D>;
  /** For readiness: whether the primary answered lately (asked at most every 3 s). */
  ping(): Promise<boolean>;
  close(): Promise<void>;
}

/** One connection a process, writes by majority. Throws when the database does not answer within 10 s. */
export function connect(
  uri: string,
  dbName: string,
  options?: { log?: Log; appName?: string },
): Promise<Store> {
  return Promise.reject(new Error(`Not ready: ${uri} ${dbName} ${options?.appName ?? ''}`));
}
