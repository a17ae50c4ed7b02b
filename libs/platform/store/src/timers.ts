import { noFaults } from '@kyzmat/event-bus';
import type { Faults, Log } from '@kyzmat/event-bus';
import { servingIndex } from './document.ts';
import type { Leases } from './leases.ts';
import { startLoop } from './loop.ts';
import type { Loop } from './loop.ts';
import { PutOff } from './put-off.ts';
import type { Aggregate, AggregateCollection, Clock, Instant } from './types.ts';

export interface TimerOptions<S, H> {
  readonly collection: AggregateCollection;
  readonly leases: Leases;
  /** Only `nextDueAt` so far. */
  readonly dueField?: 'nextDueAt';
  /**
   * Gets aggregates whose deadline has come; decides again and updates each, which moves `nextDueAt`. Those it leaves
   * due, or throws for, come again later and later (1 s to 1 min); the others go on.
   */
  readonly handle: (batch: readonly Aggregate<S, H>[], now: Instant) => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
  /** Default 250 ms. */
  readonly pollMs?: number;
  /** Default 200. */
  readonly batchSize?: number;
  /** Point: `timers.fired` (handled, before the next look). */
  readonly faults?: Faults;
}

export type Timers = Loop;

/** Fires the clocks of the shards we own. Two owners for a moment do no harm: updates are guarded by the version. */
export function startTimers<S, H = unknown>(options: TimerOptions<S, H>): Timers {
  const {
    collection,
    leases,
    clock,
    log,
    dueField = 'nextDueAt',
    batchSize = 200,
    faults = noFaults,
  } = options;
  const putOff = new PutOff();

  async function fire(batch: readonly Aggregate<S, H>[], now: Instant): Promise<void> {
    try {
      await options.handle(batch, now);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      log.warn({ count: batch.length, first: batch[0]?._id, reason }, 'clocks not handled');
      if (batch.length > 1) for (const each of batch) await fire([each], now);
    }
  }

  async function step(): Promise<boolean> {
    const shards = leases.mine();
    const now = clock.now();
    const at = now.toISOString();
    const due = { [dueField]: { $lte: at } };
    const batch = await collection
      .find<Aggregate<S, H>>({
        shard: { $in: [...shards] },
        ...due,
        _id: { $nin: putOff.waiting(now.getTime()) },
      })
      .sort({ [dueField]: 1 })
      .hint(servingIndex(dueField))
      .limit(batchSize)
      .toArray();
    if (batch.length === 0) return false;
    await fire(batch, at);
    const ids = batch.map((each) => each._id);
    const still = await collection.find({ _id: { $in: ids }, ...due }, { projection: { _id: 1 } }).toArray();
    const stillDue = new Set(still.map((each) => each._id));
    for (const id of ids) {
      if (stillDue.has(id)) putOff.again(id, now.getTime());
      else putOff.done(id);
    }
    await faults.at('timers.fired');
    return batch.length === batchSize;
  }

  return startLoop({ name: 'timers', pollMs: options.pollMs ?? 250, log, step });
}
