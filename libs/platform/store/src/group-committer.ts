import { DependencyDown } from '@kyzmat/event-bus';
import mongoose from 'mongoose';
import type { mongo } from 'mongoose';
import { backoff, duplicateKey, isDown } from './database-errors.ts';
import { Conflict, Overloaded } from './errors.ts';
import { gather } from './gather.ts';
import type { GatheringOptions } from './gather.ts';
import type { Aggregate, AggregateCollection } from './types.ts';

export interface GroupOptions extends GatheringOptions {
  /** Inserts that may wait; more throw Overloaded; default 2000. */
  readonly maxQueue?: number;
  /** How long a group is tried again while the database is away; default 10 s. */
  readonly retryForMs?: number;
}

/** `taken`: a document has this `_id` already, perhaps from our own earlier try; read it back to know. */
type Inserted = 'inserted' | 'taken';

interface GroupCommitter {
  insert(document: Aggregate<unknown>): Promise<Inserted>;
  /** Refuses more, waits for what was accepted. */
  stop(): Promise<void>;
}

interface Waiting {
  readonly document: Aggregate<unknown>;
  readonly resolve: (outcome: Inserted) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Writes inserts that come at the same time as one unordered `insertMany`: they share the flush of the journal. Only an
 * answer of the majority counts; an unclear answer is tried again, and one's own earlier success shows as `taken`.
 */
export function createGroupCommitter(
  collection: AggregateCollection,
  options: GroupOptions = {},
): GroupCommitter {
  const { maxQueue = 2000, retryForMs = 10_000 } = options;
  const groups = gather<Waiting>(
    (group) => write(collection, group, performance.now() + retryForMs),
    options,
  );
  let stopped = false;

  return {
    insert(document) {
      if (stopped || groups.waiting() >= maxQueue) return Promise.reject(new Overloaded());
      const { promise, resolve, reject } = Promise.withResolvers<Inserted>();
      groups.add({ document, resolve, reject });
      return promise;
    },
    stop() {
      stopped = true;
      return groups.idle();
    },
  };
}

/** Writes a group and tells every caller; never throws. */
async function write(collection: AggregateCollection, group: readonly Waiting[], end: number): Promise<void> {
  let left = group;
  for (let attempt = 0; left.length > 0; attempt++) {
    try {
      const documents = left.map((each) => each.document);
      await collection.insertMany(documents, { ordered: false });
      left.forEach((each) => each.resolve('inserted'));
      return;
    } catch (error) {
      const unclear = settle(left, error);
      if (unclear === 'one by one') {
        await Promise.all(left.map((each) => write(collection, [each], end)));
        return;
      }
      left = unclear;
      if (performance.now() > end) {
        const down = new DependencyDown('The database does not confirm the write', { cause: error });
        left.forEach((each) => each.reject(down));
        return;
      }
      if (left.length > 0) await backoff(attempt);
    }
  }
}

/** Answers those whose fate is known and returns the rest, which must be written again. */
function settle(group: readonly Waiting[], error: unknown): readonly Waiting[] | 'one by one' {
  if (!(error instanceof mongoose.mongo.MongoBulkWriteError)) {
    if (isDown(error)) return group;
    if (group.length > 1) return 'one by one';
    group.forEach((each) => each.reject(error));
    return [];
  }
  const failed = new Map([error.writeErrors].flat().map((each) => [each.index, each]));
  const confirmed = failed.size > 0 && error.result.getWriteConcernError() === undefined;
  const unclear: Waiting[] = [];
  group.forEach((each, index) => {
    const failure = failed.get(index);
    if (failure !== undefined) refuse(each, failure);
    else if (confirmed) each.resolve('inserted');
    else unclear.push(each);
  });
  return unclear;
}

function refuse(waiting: Waiting, failure: mongo.WriteError): void {
  const message = failure.errmsg ?? '';
  const index = duplicateKey(message);
  if (failure.code !== 11000) waiting.reject(new Error(`Not stored: ${message}`));
  else if (index === '_id_') waiting.resolve('taken');
  else waiting.reject(new Conflict(index, 'a unique value is taken'));
}
