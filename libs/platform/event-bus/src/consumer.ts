import type { Consumer as KafkaConsumer, EachBatchPayload, Kafka, KafkaMessage } from 'kafkajs';
import { lagOf } from './admin.ts';
import { messageOf, pause, retry } from './client.ts';
import { DependencyDown } from './errors.ts';
import { decode } from './message.ts';
import { Progress } from './progress.ts';
import type { BatchHandler, Consumer, Log } from './types.ts';

interface ConsumerSettings {
  readonly groupId: string;
  /** What the topic names begin with, not shown to the handler. */
  readonly prefix: string;
  readonly topics: readonly string[];
  readonly handle: BatchHandler;
  readonly fromBeginning: boolean;
  readonly batchSize: number;
  readonly concurrency: number;
  readonly stuckAfterMs: number;
  readonly onStuck: (reason: string) => void;
  readonly log: Log;
}

/** Under traffic the next fetch takes what has come in since the last: few large batches cost much less than many small ones. */
const gatherMs = 100;

/** Starts in the background and tries for ever to connect; a client that cannot go on is reported by `onStuck`. */
export function startConsumer(kafka: Kafka, settings: ConsumerSettings): Consumer {
  const { groupId, log } = settings;
  const stopping = new AbortController();
  const progress = new Progress(settings.stuckAfterMs, performance.now());
  const joined = Promise.withResolvers<undefined>();
  const partitions = createPartitions(settings, progress, stopping.signal);
  let client: KafkaConsumer | undefined;
  let dead = false;

  function stuck(reason: string): void {
    if (dead || stopping.signal.aborted) return;
    dead = true;
    log.error({ group: groupId, reason }, 'consumer is stuck');
    settings.onStuck(`${groupId}: ${reason}`);
  }

  function listen(consumer: KafkaConsumer): void {
    consumer.on(consumer.events.FETCH, () => progress.turned(performance.now()));
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
      progress.turned(performance.now());
      progress.assigned(
        Object.entries(payload.memberAssignment).flatMap(([topic, ids]) => ids.map((id) => `${topic}/${id}`)),
      );
      joined.resolve(undefined);
    });
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      if (payload.restart) return;
      if (isYoungBroker(payload.error)) starting = start();
      else stuck(messageOf(payload.error));
    });
  }

  async function start(): Promise<void> {
    for (let attempt = 0; !stopping.signal.aborted; attempt++) {
      const consumer = newConsumer(kafka, settings, stopping.signal);
      listen(consumer);
      try {
        await consumer.connect();
        await consumer.subscribe({ topics: [...settings.topics], fromBeginning: settings.fromBeginning });
        await consumer.run({
          eachBatch: partitions.eachBatch,
          eachBatchAutoResolve: false,
          autoCommitInterval: 500,
          partitionsConsumedConcurrently: settings.concurrency,
        });
        client = consumer;
        return;
      } catch (error) {
        log.warn(
          { group: groupId, attempt, reason: messageOf(error) },
          'consumer not started yet, trying again',
        );
        await consumer.disconnect().catch(() => undefined);
        await pause(Math.min(5000, 250 * 2 ** attempt), stopping.signal);
      }
    }
  }

  async function watch(): Promise<void> {
    const verdict = progress.verdict(performance.now());
    if (verdict === 'stuck') stuck('a partition makes no progress');
    if (verdict !== 'silent' || client === undefined) return;
    // Kafka itself may be away: then nobody can say what waits, and a restart would help nobody.
    const lag = await lagOf(kafka, groupId, settings.topics).catch(() => 0n);
    if (lag > 0n && progress.verdict(performance.now()) === 'silent')
      stuck(`${lag.toString()} messages wait`);
  }

  let starting = start();
  const watching = setInterval(() => void watch(), settings.stuckAfterMs / 4);

  return {
    joined: () => joined.promise,
    alive: () => !dead && progress.verdict(performance.now()) !== 'stuck',
    async stop() {
      stopping.abort();
      clearInterval(watching);
      await starting;
      await client?.disconnect().catch((error: unknown) => {
        log.warn({ group: groupId, reason: messageOf(error) }, 'consumer left without saying good-bye');
      });
    },
  };
}

function newConsumer(kafka: Kafka, settings: ConsumerSettings, stopping: AbortSignal): KafkaConsumer {
  return kafka.consumer({
    groupId: settings.groupId,
    sessionTimeout: 10_000,
    heartbeatInterval: 1000,
    rebalanceTimeout: 20_000,
    // Asked rarely while nothing happens, answered at once when something does.
    maxWaitTimeInMs: 500,
    minBytes: 1,
    allowAutoTopicCreation: false,
    retry: { ...retry, restartOnFailure: () => Promise.resolve(!stopping.aborted) },
  });
}

/** A broker that has just come up makes the topic of the groups' offsets first; the client takes that for the end. */
function isYoungBroker(error: Error): boolean {
  return error.name === 'KafkaJSGroupCoordinatorNotFound';
}

/** What happens to the messages of one fetch: handed over in small batches, committed after each, paused on an error. */
function createPartitions(settings: ConsumerSettings, progress: Progress, stopping: AbortSignal) {
  const failures = new Map<string, number>();

  async function handle(payload: EachBatchPayload, messages: readonly KafkaMessage[]): Promise<boolean> {
    const { topic, partition } = payload.batch;
    const place = `${topic}/${partition}`;
    progress.started(place, performance.now());
    // A handler may have to wait for its database: the group must not take that for death.
    const beat = setInterval(() => void payload.heartbeat().catch(() => undefined), 1000);
    try {
      const name = topic.slice(settings.prefix.length);
      const decoded = messages.map((message) => decode(name, partition, message));
      await settings.handle({ topic: name, partition, messages: decoded });
      progress.succeeded(place);
      failures.delete(place);
      return true;
    } catch (error) {
      putOff(payload, place, error);
      return false;
    } finally {
      clearInterval(beat);
    }
  }

  function putOff(payload: EachBatchPayload, place: string, error: unknown): void {
    const down = error instanceof DependencyDown;
    const count = failures.get(place) ?? 0;
    failures.set(place, count + 1);
    if (down) progress.waiting(place);
    else progress.failed(place, performance.now());
    const ms = down ? error.retryAfterMs : Math.min(30_000, 500 * 2 ** count);
    settings.log.warn(
      { group: settings.groupId, place, ms, reason: messageOf(error) },
      down ? 'waiting for a dependency' : 'batch failed, trying it again',
    );
    const resume = payload.pause();
    void pause(ms, stopping).then(() => {
      if (!stopping.aborted) resume();
    });
  }

  async function eachBatch(payload: EachBatchPayload): Promise<void> {
    const begunAt = performance.now();
    const { messages } = payload.batch;
    for (let from = 0; from < messages.length; from += settings.batchSize) {
      if (!payload.isRunning() || payload.isStale() || stopping.aborted) return;
      const part = messages.slice(from, from + settings.batchSize);
      const last = part.at(-1);
      if (last === undefined || !(await handle(payload, part))) return;
      payload.resolveOffset(last.offset);
      await payload.commitOffsetsIfNecessary();
      await payload.heartbeat();
    }
    await pause(Math.max(0, begunAt + gatherMs - performance.now()), stopping);
  }

  return { eachBatch };
}
