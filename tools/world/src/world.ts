import { provision, type Kafka, type Mongo, type Program } from '@kyzmat/engines';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addressesOf, environmentOf, type Environment } from './environment.ts';
import { createPlatform, type Platform, type PlatformOptions } from './platform.ts';
import { freePorts } from './ports.ts';
import { processes, type ProcessName } from './processes.ts';
import { runTool } from './tool.ts';

export interface WorldOptions extends Pick<PlatformOptions, 'only' | 'apps'> {
  /** The data; a folder of its own, which vanishes at the end, unless told. */
  readonly dir?: string;
  /** Demo data; it needs all processes. Yes unless `only` leaves some out. */
  readonly seed?: boolean;
}

/** A whole platform for a test, on free ports with engines of its own, whose parts can be killed and started again. */
export interface World {
  readonly dir: string;
  /** The addresses by process, as the processes themselves know them. */
  readonly urls: Readonly<Record<ProcessName, string>>;
  readonly platform: Platform;
  env(name: ProcessName): Environment;
  readonly processes: {
    kill9(name: ProcessName): Promise<void>;
    stop(name: ProcessName): Promise<void>;
    /** Starts it, again if it runs, and waits until it is ready. */
    restart(name: ProcessName): Promise<void>;
    pid(name: ProcessName): number;
    /** Where its log is. */
    log(name: ProcessName): string;
  };
  readonly engines: { readonly kafka: Kafka; readonly mongo: Mongo };
  stop(): Promise<void>;
}

export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const dir = options.dir ?? (await mkdtemp(join(tmpdir(), 'kyzmat-world-')));
  const platform = createPlatform(
    { ...options, folder: dir, ports: await freePorts(), testCommands: true },
    await provision(),
  );
  const { place, kafka, mongo, services } = platform;
  if (kafka === undefined || mongo === undefined) throw new Error('a world has engines of its own');

  async function stop(): Promise<void> {
    await platform.stop();
    if (options.dir === undefined) await rm(dir, { recursive: true, force: true });
  }
  function service(name: ProcessName): Program {
    const program = services.get(name);
    if (program === undefined) throw new Error(`${name} is not part of this world`);
    return program;
  }

  try {
    await Promise.all([kafka.start(), mongo.start(), runTool('authority', place)]);
    await Promise.all([...services.values()].map((program) => program.start()));
    if (options.seed ?? services.size === processes.length) await runTool('seed', place);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    dir,
    urls: addressesOf(place.ports),
    platform,
    env: (name) => environmentOf(name, place),
    processes: {
      kill9: (name) => service(name).kill9(),
      stop: (name) => service(name).stop(),
      restart: (name) => service(name).restart(),
      pid: (name) => service(name).pid,
      log: (name) => service(name).log,
    },
    engines: { kafka, mongo },
    stop,
  };
}
