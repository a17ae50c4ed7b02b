import kafkajs from 'kafkajs';
import type { Kafka, LogEntry } from 'kafkajs';
import RequestQueue from 'kafkajs/src/network/requestQueue/index.js';
import type { Log } from './types.ts';

/** Retries of a send or a fetch inside the client; the loops around them go on for ever, so that a stop can end them. */
export const retry = { initialRetryTime: 100, maxRetryTime: 2000, retries: 8 };

/** The client with the settings that were measured; nothing connects yet. */
export function createClient(options: { brokers: readonly string[]; clientId: string; log: Log }): Kafka {
  quietTimers();
  return new kafkajs.Kafka({
    brokers: [...options.brokers],
    clientId: options.clientId,
    connectionTimeout: 3000,
    requestTimeout: 15_000,
    // Connecting gives up soon: a process that stops while Kafka is away must not wait for it.
    retry: { ...retry, retries: 3 },
    logLevel: kafkajs.logLevel.WARN,
    logCreator: () => throttled(options.log),
  });
}

let quiet = false;

/** kafkajs checks each connection's queue every millisecond, also when it is empty (its #1751): check only when not. */
function quietTimers(): void {
  if (quiet) return;
  quiet = true;
  const queue = RequestQueue.prototype;
  const schedule = queue.scheduleCheckPendingRequests;
  queue.scheduleCheckPendingRequests = function () {
    if (this.pending.length > 0) schedule.call(this);
  };
}

/** The client warns at each start of what publisher.ts takes care of: a producer that gave up is thrown away. */
const expected = 'Limiting retries for the idempotent producer';

/** One line in ten seconds for each message: a broker that is away would fill the disk. All are warnings to us. */
function throttled(log: Log): (entry: LogEntry) => void {
  const last = new Map<string, number>();
  return (entry) => {
    const message = `kafka ${entry.namespace}: ${entry.log.message}`;
    const now = performance.now();
    if (message.includes(expected) || now - (last.get(message) ?? -Infinity) < 10_000) return;
    if (last.size > 200) last.clear();
    last.set(message, now);
    log.warn({}, message);
  };
}

/** Waits; returns at once, without throwing, when the signal ends the wait. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
