/** The port between processes: what happened travels as CloudEvents; only this folder knows the broker's client. */

/** One fact, CloudEvents 1.0. `id` is `${aggregateId}:${version}:${n}`, stable over retries and replays; `time` is UTC. */
export interface CloudEvent<T = unknown> {
  readonly specversion: '1.0';
  readonly id: string;
  /** Who says it, for example `/kyzmat/applications`. `source` + `id` name an event once and for all. */
  readonly source: string;
  /** What happened, versioned by name: `application.submitted.v1`. */
  readonly type: string;
  /** The aggregate's id; also the message key, so that order holds per aggregate. */
  readonly subject: string;
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly correlationid?: string;
  readonly data: T;
}

/** Where a message stood: enough to find it again and to replay it. */
export interface Origin {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A message as it came. `event` is absent when the text is not a CloudEvent: such a message is poison, never dropped. */
export interface Received {
  readonly origin: Origin;
  readonly value: string;
  readonly event?: CloudEvent;
}

/** Messages of one partition in order, at most `batchSize`. */
export interface Batch {
  readonly topic: string;
  readonly partition: number;
  readonly messages: readonly Received[];
}

/**
 * Applies a batch; when it resolves the offsets are committed. A thrown `DependencyDown` pauses the partition and the
 * same batch comes again; any other error does the same, but counts as no progress and ends in `onStuck`.
 */
export type BatchHandler = (batch: Batch) => Promise<void>;

export interface ConsumeOptions {
  readonly group: string;
  /** Names without the prefix. */
  readonly topics: readonly string[];
  readonly handle: BatchHandler;
  /** Where a new group starts; default true (from the beginning). */
  readonly fromBeginning?: boolean;
  /** Messages a handler gets at once; default 200. */
  readonly batchSize?: number;
  /** Partitions handled at the same time; default 12. */
  readonly concurrency?: number;
}

export interface Consumer {
  /** Resolves when the group has been joined for the first time. Never needed for readiness. */
  joined(): Promise<void>;
  /** False when the loop has stood still with work waiting; for liveness. */
  alive(): boolean;
  /** Waits for the batch in hand, leaves the group. Never call it from a handler. */
  stop(): Promise<void>;
}

export interface Topic {
  readonly name: string;
  readonly partitions: number;
  readonly replicas?: number;
  /** Keep only the newest message of each key. */
  readonly compacted?: boolean;
  readonly retentionMs?: number;
}

export interface EventBus {
  /** Resolves when the brokers have every event (acks = all). Waits while Kafka is down; rejects when closed. */
  publish(topic: string, events: readonly CloudEvent[]): Promise<void>;
  /** Starts a consumer; resolves at once and goes on connecting in the background. */
  consume(options: ConsumeOptions): Promise<Consumer>;
  /** Makes topics that are missing; waits while Kafka is down, so do not await it before readiness. */
  ensureTopics(topics: readonly Topic[]): Promise<void>;
  /** Stops consumers, then the producer. */
  close(): Promise<void>;
}

/** The part of a pino logger used here. Never give it data of persons. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Named points where a test may kill, hang or fail the process. */
export interface Faults {
  at(point: string): Promise<void>;
}
