import { performance } from 'node:perf_hooks';
import type { Telemetry } from '@kyzmat/telemetry';
import express, { type Express, type Router } from 'express';
import { notFound } from '../problem.ts';

export interface Check {
  readonly ok: boolean;
  /** `false`: shown, but does not fail readiness. Kafka may be away: the outbox holds. */
  readonly required?: boolean;
  readonly detail?: string;
}
export type Checks = Readonly<Record<string, Check>>;

interface HealthOptions {
  readonly name: string;
  readonly telemetry: Telemetry;
  readonly ready: () => Promise<Checks>;
}

const cacheMs = 2_000;
const patienceMs = 2_000;
const leaving = new WeakSet<object>();
const farewells = new WeakMap<object, (() => void)[]>();

/** From now on the app says that it is not ready, so that nobody sends it new requests. */
export function startLeaving(app: object): void {
  if (leaving.has(app)) return;
  leaving.add(app);
  for (const farewell of farewells.get(app) ?? []) farewell();
}

/** Called once the app begins to leave: answers that never end by themselves, such as streams of events, must end then. */
export function onLeaving(app: object, farewell: () => void): void {
  farewells.set(app, [...(farewells.get(app) ?? []), farewell]);
}

/**
 * `/health/live`: the event loop answers and no loop has stopped ticking; never asks another system, or a broken
 * database would restart every process. `/health/ready`: the checks, at most once in 2 s. `/metrics`: for the scraper
 * inside only; a request that came through a proxy is told that nothing is there.
 */
export function healthRoutes(app: Express, { name, telemetry, ready }: HealthOptions): Router {
  const router = express.Router();
  const check = cached(() => withPatience(ready));

  router.get('/health/live', (_request, response) => {
    const stalled = telemetry.stalledLoops();
    response
      .status(stalled.length === 0 ? 200 : 503)
      .json({ process: name, ok: stalled.length === 0, stalled });
  });

  router.get('/health/ready', async (_request, response) => {
    if (leaving.has(app)) {
      response.status(503).json({ process: name, ok: false, leaving: true });
      return;
    }
    const checks = await check();
    const ok = Object.values(checks).every((each) => each.ok || each.required === false);
    response.status(ok ? 200 : 503).json({ process: name, ok, checks });
  });

  router.get('/metrics', async (request, response) => {
    if (request.headers['x-forwarded-for'] !== undefined || request.headers.forwarded !== undefined)
      throw notFound();
    response.type(telemetry.metrics.contentType).send(await telemetry.metrics.metrics());
  });
  return router;
}

/** A check that fails or does not answer is itself the answer. */
async function withPatience(ready: () => Promise<Checks>): Promise<Checks> {
  const silence = Promise.withResolvers<Checks>();
  const timer = setTimeout(
    () => silence.resolve({ checks: { ok: false, detail: 'no answer in time' } }),
    patienceMs,
  );
  try {
    return await Promise.race([ready(), silence.promise]);
  } catch {
    return { checks: { ok: false, detail: 'the check itself failed' } };
  } finally {
    clearTimeout(timer);
  }
}

/** Asked by many, answered by one call. */
function cached(ask: () => Promise<Checks>): () => Promise<Checks> {
  let answer: { at: number; checks: Promise<Checks> } | undefined;
  return () => {
    const now = performance.now();
    if (answer === undefined || now - answer.at >= cacheMs) answer = { at: now, checks: ask() };
    return answer.checks;
  };
}
