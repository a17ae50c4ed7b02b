import type { CloudEvent, EventBus, Faults, Log } from '@kyzmat/event-bus';
import { oldestSeconds, startDrain } from './drain.ts';
import type { Taken } from './drain.ts';
import type { Leases } from './leases.ts';
import type { AggregateCollection, Clock, StoredEvent } from './types.ts';

export interface RelayOptions {
  readonly collection: AggregateCollection;
  readonly bus: EventBus;
  /** CloudEvents source, for example `/kyzmat/applications`. */
  readonly source: string;
  readonly topicOf: (event: StoredEvent, aggregateId: string) => string;
  readonly leases: Leases;
  readonly clock: Clock;
  readonly log: Log;
  /** Default: 75 ms beside other processes of this name, 500 ms alone. */
  readonly pollMs?: number;
  /** Points: `relay.delivered` (Kafka has them, not cleared yet), `relay.cleared`. */
  readonly faults?: Faults;
}

export interface Relay {
  /** Look now: called after a write of this process. */
  nudge(): void;
  /** Age in seconds of the oldest event not yet published; 0 when none. For the metric and the alert. */
  oldestPendingSeconds(): Promise<number>;
  /** False when the loop no longer turns; for liveness. Waiting for Kafka is no fault. */
  alive(): boolean;
  stop(): Promise<void>;
}

/**
 * Publishes pending events of the shards we own, in order per aggregate, at least once, and clears what is published.
 * While Kafka is away it waits in one send and asks the database for nothing.
 */
export function startRelay(options: RelayOptions): Relay {
  const loop = startDrain<StoredEvent>({
    ...options,
    name: 'relay',
    field: 'pending',
    async deliver(taken, excuse) {
      for (const [topic, events] of byTopic(taken, options)) await excuse(options.bus.publish(topic, events));
    },
  });
  return {
    ...loop,
    oldestPendingSeconds: () => oldestSeconds(options.collection, 'pending', options.clock),
  };
}

function byTopic(
  taken: readonly Taken<StoredEvent>[],
  { topicOf, source }: Pick<RelayOptions, 'topicOf' | 'source'>,
): Map<string, CloudEvent[]> {
  const topics = new Map<string, CloudEvent[]>();
  for (const { aggregateId, item } of taken) {
    const topic = topicOf(item, aggregateId);
    const events = topics.get(topic) ?? [];
    events.push(cloudEventOf(item, aggregateId, source));
    topics.set(topic, events);
  }
  return topics;
}

function cloudEventOf(event: StoredEvent, aggregateId: string, source: string): CloudEvent {
  const { id, type, time, correlationid, data } = event;
  return {
    specversion: '1.0',
    id,
    source,
    type,
    subject: aggregateId,
    time,
    datacontenttype: 'application/json',
    ...(correlationid === undefined ? {} : { correlationid }),
    data,
  };
}
