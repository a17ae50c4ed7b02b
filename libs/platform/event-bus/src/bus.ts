import type { EventBus, Log } from './types.ts';

export interface EventBusOptions {
  /** `host:port` of the bootstrap brokers. */
  readonly brokers: readonly string[];
  readonly clientId: string;
  readonly log: Log;
  /** Put before topic and group names; tests use it to stay apart. */
  readonly prefix?: string;
  /** A consumer that cannot go on: end the process, the supervisor starts it again. */
  readonly onStuck: (reason: string) => void;
  /** Waiting messages and no commit for so long means stuck; default 60 s. */
  readonly stuckAfterMs?: number;
}

/** The bus over Kafka. Connects when first used and retries for ever, so Kafka may be down at start. */
export function createEventBus(options: EventBusOptions): EventBus {
  throw new Error(`Not ready: ${options.clientId}`);
}
