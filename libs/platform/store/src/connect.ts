import type { Log } from '@kyzmat/event-bus';
import mongoose from 'mongoose';
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

const askEveryMs = 3000;
const answerWithinMs = 2000;

/** One connection a process, writes by majority. Throws when the database does not answer within 10 s. */
export async function connect(
  uri: string,
  dbName: string,
  options: { log?: Log; appName?: string } = {},
): Promise<Store> {
  const connection = await mongoose
    .createConnection(uri, {
      dbName,
      appName: options.appName ?? dbName,
      w: 'majority',
      wtimeoutMS: 10_000,
      ignoreUndefined: true,
      serverSelectionTimeoutMS: 10_000,
      socketTimeoutMS: 20_000,
      maxPoolSize: 50,
    })
    .asPromise();
  connection.on('disconnected', () => options.log?.warn({ dbName }, 'database connection lost'));
  const client = connection.getClient();
  const database = client.db(dbName);
  return {
    connection,
    client,
    collection: (name) => database.collection(name),
    ping: cached(() => answers(database)),
    close: () => connection.close(),
  };
}

async function answers(database: mongo.Db): Promise<boolean> {
  const late = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => late.resolve(false), answerWithinMs);
  const asked = database.command({ ping: 1 }, { readPreference: 'primary' }).then(
    () => true,
    () => false,
  );
  const answer = await Promise.race([asked, late.promise]);
  clearTimeout(timer);
  return answer;
}

function cached(ask: () => Promise<boolean>): () => Promise<boolean> {
  let answer: Promise<boolean> | undefined;
  let askedAt = 0;
  return () => {
    if (answer === undefined || performance.now() - askedAt > askEveryMs) {
      askedAt = performance.now();
      answer = ask();
    }
    return answer;
  };
}
