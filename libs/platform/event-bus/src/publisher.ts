import kafkajs from 'kafkajs';
import type { Kafka, Message, Producer, RecordMetadata } from 'kafkajs';
import { messageOf, pause, retry } from './client.ts';
import { encode, runs } from './message.ts';
import type { CloudEvent, Log } from './types.ts';

/** A send takes at most this: small enough for the broker's limit of 1 MB a batch. */
const maxEvents = 500;
const maxBytes = 900_000;

/** Errors that the same events would meet again; everything else is waited out. */
const permanent = new Set([
  'MESSAGE_TOO_LARGE',
  'RECORD_LIST_TOO_LARGE',
  'INVALID_TOPIC_EXCEPTION',
  'INVALID_RECORD',
  'TOPIC_AUTHORIZATION_FAILED',
  'CLUSTER_AUTHORIZATION_FAILED',
]);

interface Publisher {
  publish(topic: string, events: readonly CloudEvent[]): Promise<void>;
  close(): Promise<void>;
}

interface Open {
  readonly producer: Producer;
  /** Partitions the last send chose. */
  readonly chosen: Set<number>;
}

/**
 * One idempotent producer, one awaited send at a time: kafkajs loses acknowledged batches when several sends share a
 * producer and the connection breaks. A producer that has thrown is thrown away and the same events go out by a new
 * one: twice at worst, never lost, in order.
 */
export function createPublisher(kafka: Kafka, log: Log): Publisher {
  const closing = new AbortController();
  let open: Open | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  async function connected(): Promise<Open> {
    if (open !== undefined) return open;
    const next = newProducer(kafka);
    await next.producer.connect().catch(async (error: unknown) => {
      await next.producer.disconnect().catch(() => undefined);
      throw error;
    });
    open = next;
    return next;
  }

  async function dispose(): Promise<void> {
    const old = open;
    open = undefined;
    await old?.producer.disconnect().catch(() => undefined);
  }

  async function deliver(topic: string, messages: Message[]): Promise<void> {
    for (let attempt = 0; ; attempt++) {
      if (closing.signal.aborted) throw new Error('The event bus is closed');
      try {
        const { producer, chosen } = await connected();
        chosen.clear();
        const acks = await producer.send({ topic, messages, acks: -1, timeout: 10_000 });
        requireAll(chosen, acks);
        return;
      } catch (error) {
        await dispose();
        if (isPermanent(error)) throw error;
        log.warn({ topic, attempt, reason: messageOf(error) }, 'events not published yet, trying again');
        await pause(Math.min(2000, 100 * 2 ** attempt), closing.signal);
      }
    }
  }

  async function sendAll(topic: string, events: readonly CloudEvent[]): Promise<void> {
    for (const run of runs(events.map(encode), maxEvents, maxBytes)) await deliver(topic, run);
  }

  return {
    publish(topic, events) {
      const turn = queue.then(() => sendAll(topic, events));
      queue = turn.catch(() => undefined);
      return unlessClosed(turn, closing.signal);
    },
    async close() {
      // A send in hand may finish; one that waits for Kafka is given up, its events stay in the outbox.
      await Promise.race([queue, pause(3000, closing.signal)]);
      closing.abort();
      await dispose();
    },
  };
}

function newProducer(kafka: Kafka): Open {
  const chosen = new Set<number>();
  const producer = kafka.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
    retry,
    createPartitioner: () => {
      const byKey = kafkajs.Partitioners.DefaultPartitioner();
      return (message) => {
        const partition = byKey(message);
        chosen.add(partition);
        return partition;
      };
    },
  });
  return { producer, chosen };
}

/** When leaders move during a retry, kafkajs can take a send for done that skipped a partition: count the answers. */
function requireAll(chosen: ReadonlySet<number>, acks: readonly RecordMetadata[]): void {
  const answered = new Set(acks.map((ack) => ack.partition));
  const missing = [...chosen].filter((partition) => !answered.has(partition));
  if (missing.length > 0) throw new Error(`No answer for partitions ${missing.join(', ')}`);
}

function isPermanent(error: unknown): boolean {
  return error instanceof kafkajs.KafkaJSProtocolError && permanent.has(error.type);
}

/** The work's own end, or a rejection as soon as the bus closes. */
function unlessClosed(work: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (): void => reject(new Error('The event bus is closed'));
    signal.addEventListener('abort', fail);
    work.finally(() => signal.removeEventListener('abort', fail)).then(resolve, reject);
    if (signal.aborted) fail();
  });
}
