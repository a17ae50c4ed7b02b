import type { mongo } from 'mongoose';
import { StaleVersion } from './errors.ts';
import type { Writes } from './types.ts';

/** Operations for one collection as one `bulkWrite`, in order. */
export function bulk<D extends mongo.Document>(
  collection: mongo.Collection<D>,
  operations: readonly mongo.AnyBulkWriteOperation<D>[],
): Writes {
  return {
    async run(session) {
      if (operations.length > 0) await collection.bulkWrite(operations, { session });
    },
  };
}

/** The same when every operation must insert or find its document; else StaleVersion, and the transaction starts again. */
export function guardedBulk<D extends mongo.Document>(
  collection: mongo.Collection<D>,
  operations: readonly mongo.AnyBulkWriteOperation<D>[],
): Writes {
  return {
    async run(session) {
      if (operations.length === 0) return;
      const { insertedCount, matchedCount } = await collection.bulkWrite(operations, { session });
      if (insertedCount + matchedCount < operations.length) {
        throw new StaleVersion(collection.collectionName, insertedCount + matchedCount);
      }
    },
  };
}
