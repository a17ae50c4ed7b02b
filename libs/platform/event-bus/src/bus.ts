import { createMissing } from './admin.ts';
import { createClient, messageOf, pause } from './client.ts';
import { startConsumer } from './consumer.ts';
import { createPublisher } from './publisher.ts';
import type { Consumer, ConsumeOptions, EventBus, Log } from './types.ts';

export interface EventBusOptions {
  /** `host:port` of the bootstrap brokers. */
  readonly brokers: readonly string[];
  readonly clientId: string;
  readonly log: Log;
  /** Put before topic and group names; tests use it to stay apart. */
  readonly prefix?: string;
  /** A consumer that cannot go on: end the process, the supervisor starts it again. */
  readonly onStuck: (reason: string) => void;
  /** Waiting messages and no progress for so long means stuck; default 60 s. */
  readonly stuckAfterMs?: number;
}

/** The bus over Kafka. Connects when first used and retries for ever, so Kafka may be down at start. */
export function createEventBus(options: EventBusOptions): EventBus {
  const { log, prefix = '' } = options;
  const kafka = createClient(options);
  const publisher = createPublisher(kafka, log);
  const closing = new AbortController();
  const consumers: Consumer[] = [];

  function consume(wanted: ConsumeOptions): Promise<Consumer> {
    const consumer = startConsumer(kafka, {
      groupId: prefix + wanted.group,
      prefix,
      topics: wanted.topics.map((topic) => prefix + topic),
      handle: (batch) => wanted.handle(batch),
      fromBeginning: wanted.fromBeginning ?? true,
      batchSize: wanted.batchSize ?? 200,
      concurrency: wanted.concurrency ?? 12,
      stuckAfterMs: options.stuckAfterMs ?? 60_000,
      onStuck: options.onStuck,
      log,
    });
    consumers.push(consumer);
    return Promise.resolve(consumer);
  }

  return {
    consume,
    publish: (topic, events) => publisher.publish(prefix + topic, events),
    async ensureTopics(topics) {
      const named = topics.map((topic) => ({ ...topic, name: prefix + topic.name }));
      for (let attempt = 0; !closing.signal.aborted; attempt++) {
        try {
          await createMissing(kafka, named);
          return;
        } catch (error) {
          log.warn({ attempt, reason: messageOf(error) }, 'topics not checked yet, trying again');
          await pause(Math.min(5000, 250 * 2 ** attempt), closing.signal);
        }
      }
      throw new Error('The event bus is closed');
    },
    async close() {
      closing.abort();
      await Promise.all(consumers.map((consumer) => consumer.stop()));
      await publisher.close();
    },
  };
}
