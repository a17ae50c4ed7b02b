import type { Faults, Log } from '@kyzmat/event-bus';
import { oldestSeconds, startDrain } from './drain.ts';
import type { Leases } from './leases.ts';
import type { Loop } from './loop.ts';
import type { AggregateCollection, Clock, WorkRequest } from './types.ts';
import type { NewWork } from './work.ts';

export interface WorkMoverOptions {
  readonly collection: AggregateCollection;
  readonly leases: Leases;
  /** Every queue an aggregate of this collection may name. */
  readonly queues: readonly WorkTarget[];
  readonly clock: Clock;
  readonly log: Log;
  readonly pollMs?: number;
  /** Points: `work-mover.delivered`, `work-mover.cleared`. */
  readonly faults?: Faults;
}

/** Where the mover puts work: the queues of `workItems` of any payload. */
export interface WorkTarget {
  readonly name: string;
  put(items: readonly NewWork<unknown>[]): Promise<void>;
}

export interface WorkMover extends Loop {
  /** Age in seconds of the oldest work not yet in its queue. */
  oldestTodoSeconds(): Promise<number>;
}

/** Moves `todo` of the aggregates of our shards to their queues, once by id; needs no Kafka. */
export function startWorkMover(options: WorkMoverOptions): WorkMover {
  const queues = new Map(options.queues.map((queue) => [queue.name, queue]));
  const loop = startDrain<WorkRequest>({
    ...options,
    name: 'work-mover',
    field: 'todo',
    async deliver(taken) {
      const byQueue = Map.groupBy(taken, ({ item }) => item.queue);
      for (const [name, moved] of byQueue) {
        const queue = queues.get(name);
        if (queue === undefined) throw new Error(`No queue ${name}`);
        await queue.put(moved.map(({ item }) => ({ id: item.id, payload: item.payload })));
      }
    },
  });
  return { ...loop, oldestTodoSeconds: () => oldestSeconds(options.collection, 'todo', options.clock) };
}
