import { DependencyDown } from '@kyzmat/event-bus';
import mongoose from 'mongoose';
import type { mongo } from 'mongoose';
import { backoff, isDown, isTransient } from './database-errors.ts';
import { StaleVersion } from './errors.ts';

const tries = 5;
const commitTries = 8;

const settings = {
  readConcern: 'snapshot',
  writeConcern: { w: 'majority' },
  readPreference: 'primary',
} as const;

/**
 * Runs `work` in one transaction, again when another was faster. Throws DependencyDown when the database is away, the
 * fate of the commit is unknown or others stay in the way; whoever repeats must recognise what stands already.
 */
export async function inTransaction<T>(
  client: mongo.MongoClient,
  work: (session: mongo.ClientSession) => Promise<T>,
): Promise<T> {
  const session = client.startSession({ defaultTransactionOptions: settings });
  try {
    for (let attempt = 1; ; attempt++) {
      try {
        session.startTransaction();
        const result = await work(session);
        await commit(session);
        return result;
      } catch (error) {
        if (session.inTransaction()) await session.abortTransaction().catch(() => undefined);
        if (isDown(error)) throw new DependencyDown('The database does not answer', { cause: error });
        if (!isTransient(error) && !(error instanceof StaleVersion)) throw error;
        // Also the open transaction of a process that was killed: the server ends it by its own limit.
        if (attempt === tries)
          throw new DependencyDown('Another transaction is in the way', { cause: error });
        await backoff(attempt);
      }
    }
  } finally {
    await session.endSession().catch(() => undefined);
  }
}

async function commit(session: mongo.ClientSession): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await session.commitTransaction();
      return;
    } catch (error) {
      const unknown =
        error instanceof mongoose.mongo.MongoError && error.hasErrorLabel('UnknownTransactionCommitResult');
      if (!unknown || attempt === commitTries) throw error;
      await backoff(attempt);
    }
  }
}
