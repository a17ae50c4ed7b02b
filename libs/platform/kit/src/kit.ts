import { randomUUID } from 'node:crypto';
import {
  createTokenIssuer,
  createTokenVerifier,
  systemPrincipal,
  type Principal,
  type ProcessName,
  type TokenIssuer,
  type TokenVerifier,
} from '@kyzmat/auth';
import { demoClock, systemClock, type Clock } from '@kyzmat/clock';
import { topicDefinitions } from '@kyzmat/contracts';
import { createEventBus, type EventBus } from '@kyzmat/event-bus';
import { createClient, type Checks } from '@kyzmat/http';
import { connect, startLeases, type LeaseDocument, type Leases, type Store } from '@kyzmat/store';
import type { Telemetry } from '@kyzmat/telemetry';
import type { Client } from 'openapi-fetch';
import type { CommonConfig } from './common-config.ts';

/** What a process stands on: made once from its configuration, given to its features. */
export interface Kit {
  readonly name: ProcessName;
  readonly telemetry: Telemetry;
  /** Legal time: real, or the sandbox's demo clock. Sessions, codes and tokens use real time instead. */
  readonly clock: Clock;
  readonly store: Store;
  readonly bus: EventBus;
  readonly issuer: TokenIssuer;
  readonly verifier: TokenVerifier;
  /** The principal of this process when it acts by itself. */
  readonly self: Principal;
  /** A typed client of another process: `kit.to<ProvidersApi>('providers')(principal).GET(…)`. */
  to<Paths extends object>(audience: ProcessName): (principal: Principal) => Client<Paths>;
  /** Shares the shards of this process' aggregates among its replicas; started when first asked for. */
  leases(): Leases;
  /** For `/health/ready`: the database must answer; Kafka may be away, the outbox holds. */
  ready(): Promise<Checks>;
  /** A loop that must keep turning (relay, consumer, timers); when it no longer does, liveness fails. */
  watch(name: string, alive: () => boolean): void;
  /** For the alert: how long the oldest event of a collection has waited for Kafka, in seconds. */
  outboxAge(collection: string, seconds: number): void;
  close(): Promise<void>;
}

const watchEveryMs = 5_000;
const silenceMs = 60_000;

/** Connects to the engines. Waits for the database; Kafka may come later. */
export async function openKit(name: ProcessName, config: CommonConfig, telemetry: Telemetry): Promise<Kit> {
  const { log } = telemetry;
  log.level = config.logLevel;
  const store = await connect(config.mongodbUri, config.dbName ?? name, { log, appName: name });
  const bus = openBus(name, config, telemetry);
  const demo =
    config.demoClockUrl === undefined
      ? undefined
      : demoClock(config.demoClockUrl, log, { by: `${name}-${process.pid}` });
  const clock: Clock = demo ?? systemClock;
  const issuer = createTokenIssuer({ process: name, key: config.serviceKey.reveal() });
  const outboxAge = telemetry.gauge('outbox_oldest_pending_seconds', 'Age of the oldest unpublished event', [
    'collection',
  ]);
  const watches: NodeJS.Timeout[] = [];
  let leases: Leases | undefined;
  return {
    name,
    telemetry,
    clock,
    store,
    bus,
    issuer,
    verifier: createTokenVerifier({ process: name, keys: config.serviceKeys }),
    self: systemPrincipal(name),
    to: <Paths extends object>(audience: ProcessName) =>
      createClient<Paths>({ audience, baseUrl: config[audience], issuer }),
    leases: () =>
      (leases ??= startLeases({
        collection: store.collection<LeaseDocument>('leases'),
        owner: `${name}-${randomUUID()}`,
        // A lease is about processes that live or die, so it follows real time even when legal time is moved.
        clock: systemClock,
        log,
      })),
    ready: async () => ({ database: { ok: await store.ping() } }),
    watch(loopName, alive) {
      const loop = telemetry.loop(loopName, silenceMs);
      const look = (): void => {
        if (alive()) loop.tick();
      };
      watches.push(setInterval(look, watchEveryMs).unref());
    },
    outboxAge: (collection, seconds) => outboxAge.set({ collection }, seconds),
    async close() {
      watches.forEach((watch) => clearInterval(watch));
      demo?.stop();
      await bus.close();
      await leases?.stop();
      await store.close();
    },
  };
}

/** Not waited for: Kafka may come later than this process. */
function openBus(name: ProcessName, config: CommonConfig, { log }: Telemetry): EventBus {
  const bus = createEventBus({
    brokers: config.kafkaBrokers,
    clientId: name,
    log,
    ...(config.topicPrefix === undefined ? {} : { prefix: config.topicPrefix }),
    onStuck(reason) {
      log.error({ reason }, 'a consumer cannot go on: the process ends and is started again');
      process.exitCode = 1;
      process.kill(process.pid, 'SIGTERM');
    },
  });
  bus.ensureTopics(topicDefinitions).catch((error: unknown) => {
    log.warn({ reason: String(error) }, 'topics were not made');
  });
  return bus;
}
