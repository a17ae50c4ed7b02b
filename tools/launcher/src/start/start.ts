import { provision, waitForFreePorts } from '@kyzmat/engines';
import {
  createPlatform,
  defaultPorts,
  freePorts,
  processes,
  runTool,
  type Platform,
  type Ports,
} from '@kyzmat/world';
import { join } from 'node:path';
import { untilAsked } from './ending.ts';
import { resetFolder, rotateLogs } from './folder.ts';
import { isLock, takeLock, type Lock } from './lock.ts';
import { namedEngines, unreachable } from './named-engines.ts';
import type { StartOptions } from './options.ts';
import { welcome } from './people.ts';
import { watchProblems } from './problems.ts';
import { createSay, type Say } from './say.ts';
import { supervise } from './supervise.ts';

/** How long what a killed launcher left behind may take to end. */
const leftoversEndWithinMs = 25_000;

/** Runs the whole platform until it is asked to stop. Gives the exit code. */
export async function startPlatform(options: StartOptions): Promise<number> {
  const say = createSay();
  const asked = untilAsked();
  const lock = takeLock(join(options.folder, 'launcher.json'));
  if (!isLock(lock)) {
    const { pid } = lock;
    say(`Kyzmat runs on this data already (process ${pid}). Stop it first: Ctrl-C there, or kill ${pid}.`);
    return 1;
  }
  try {
    const platform = await Promise.race([prepare(options, lock, say), asked]);
    if (typeof platform !== 'string') await run(platform, lock, say, asked);
    return 0;
  } catch (error) {
    say(`Kyzmat could not run: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  } finally {
    lock.release();
  }
}

async function prepare(options: StartOptions, lock: Lock, say: Say): Promise<Platform> {
  const { folder, reset } = options;
  const named = namedEngines(process.env);
  const wrong = await unreachable(named);
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  const files = await provision(say);
  const ports = options.freePorts ? await freePorts() : defaultPorts;
  await checkPorts(ports, lock.wasStale ? leftoversEndWithinMs : 0);
  if (reset) {
    await resetFolder(folder);
    say('What was here before is thrown away (--reset)');
  }
  await rotateLogs(folder);
  return createPlatform({ ...options, ...named, ports }, files);
}

async function checkPorts(ports: Ports, waitMs: number): Promise<void> {
  const taken = await waitForFreePorts(Object.values(ports), waitMs);
  if (taken.length === 0) return;
  const names = Object.entries(ports).flatMap(([name, port]) =>
    taken.includes(port) ? [`${port} (${name})`] : [],
  );
  throw new Error(
    `Another program uses the port ${names.join(', ')}. Stop it, or use npm start -- --free-ports`,
  );
}

async function run(platform: Platform, lock: Lock, say: Say, asked: Promise<string>): Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  void watchProblems([...platform.services.values()], say, signal);
  try {
    const interrupted = await Promise.race([bringUp(platform, say, signal), asked]);
    if (interrupted === undefined) {
      const { ports, engines } = platform.place;
      lock.publish({ ports, engines });
      say('Kyzmat is ready');
      process.stdout.write(`\n${welcome(platform.place)}\n\n`);
    }
    say(`Stopping: ${await asked}`);
  } finally {
    stopping.abort();
    await platform.stop((name) => say(`stopping ${name}`));
    say('Everything is stopped');
  }
}

/** Starts everything and keeps it running; resolves when all of it is ready for the first time. */
async function bringUp(platform: Platform, say: Say, stopping: AbortSignal): Promise<void> {
  const { place, engines, services } = platform;
  await Promise.all([
    ...engines.map((engine) => supervise(engine, say, stopping)),
    runTool('authority', place),
  ]);
  await Promise.all([...services.values()].map((service) => supervise(service, say, stopping)));
  if (services.size === processes.length) await runTool('seed', place);
}
