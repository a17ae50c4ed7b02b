import type { mongo } from 'mongoose';
import { loadConfirmed, retryForMs } from './confirmed.ts';
import { NotYet, untilUp } from './database-errors.ts';
import { StaleVersion } from './errors.ts';
import { gather } from './gather.ts';
import type { GroupOptions } from './group-committer.ts';
import type { Aggregate, AggregateCollection } from './types.ts';

interface Update {
  readonly id: string;
  readonly expectedVersion: number;
  readonly change: mongo.UpdateFilter<Aggregate<unknown>>;
  /** By which the write is found again when its answer was lost. */
  readonly token: string;
}

interface GroupUpdater {
  /** Throws StaleVersion, DependencyDown. */
  update(update: Update): Promise<void>;
  /** Waits for what was accepted. */
  stop(): Promise<void>;
}

interface Waiting extends Update {
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Writes guarded updates that come at the same time as one unordered `bulkWrite`. It says only how many found their
 * version: when not all did, or no answer came, each finds out for itself by its token.
 */
export function createGroupUpdater(collection: AggregateCollection, options: GroupOptions): GroupUpdater {
  const groups = gather<Waiting>(async (group) => {
    if (group.length > 1 && (await allFound(collection, group))) {
      group.forEach(({ resolve }) => resolve());
      return;
    }
    const isSecondTry = group.length > 1;
    await Promise.all(
      group.map((each) => alone(collection, each, isSecondTry, options).then(each.resolve, each.reject)),
    );
  }, options);
  return {
    update: (update) =>
      new Promise((resolve, reject) => {
        groups.add({ ...update, resolve, reject });
      }),
    stop: () => groups.idle(),
  };
}

async function allFound(collection: AggregateCollection, group: readonly Update[]): Promise<boolean> {
  const operations = group.map(({ id, expectedVersion, change }) => ({
    updateOne: { filter: { _id: id, version: expectedVersion }, update: change },
  }));
  try {
    const { matchedCount } = await collection.bulkWrite(operations, { ordered: false });
    return matchedCount === group.length;
  } catch {
    return false;
  }
}

async function alone(
  collection: AggregateCollection,
  { id, expectedVersion, change, token }: Update,
  isSecondTry: boolean,
  options: GroupOptions,
): Promise<void> {
  await untilUp(options.retryForMs ?? retryForMs, async (attempt) => {
    const { matchedCount } = await collection.updateOne({ _id: id, version: expectedVersion }, change);
    if (matchedCount === 1) return;
    const mayStand = isSecondTry || attempt > 0;
    if (mayStand && (await stands(collection, id, expectedVersion, token))) return;
    throw new StaleVersion(id, expectedVersion);
  });
}

/** After an unclear answer: whether the write with this token stands. */
async function stands(
  collection: AggregateCollection,
  id: string,
  expectedVersion: number,
  token: string,
): Promise<boolean> {
  const found = await loadConfirmed(collection, id);
  if (found?.writes.includes(token) === true) return true;
  if (found !== null && found.version <= expectedVersion) throw new NotYet(`${id} is not confirmed yet`);
  return false;
}
