import {
  createKafka,
  createMongo,
  type Engines,
  type Kafka,
  type Mongo,
  type Program,
} from '@kyzmat/engines';
import { join } from 'node:path';
import type { Place } from './environment.ts';
import type { Ports } from './ports.ts';
import { processes, type ProcessName } from './processes.ts';
import { secretsAt } from './secrets.ts';
import { createService } from './service.ts';

export interface PlatformOptions {
  readonly folder: string;
  readonly ports: Ports;
  /** The processes to run; all unless told. */
  readonly only?: readonly ProcessName[];
  /** Where the processes' sources are; `apps` unless told. */
  readonly apps?: string;
  /** Engines that run elsewhere already, instead of own ones. */
  readonly kafkaBrokers?: string;
  readonly mongodbUri?: string;
  /** Opens MongoDB's test commands (failpoints). */
  readonly testCommands?: boolean;
}

/** All that belongs to one platform, put together and not yet started. */
export interface Platform {
  readonly place: Place;
  readonly kafka: Kafka | undefined;
  readonly mongo: Mongo | undefined;
  /** The own engines among the two. */
  readonly engines: readonly Program[];
  readonly services: ReadonlyMap<ProcessName, Program>;
  /** Stops all: the doors for people, then the other processes, then the engines. */
  stop(onStopping?: (name: string) => void): Promise<void>;
}

export function createPlatform(options: PlatformOptions, files: Engines): Platform {
  const { folder, ports } = options;
  const logOf = (name: string): string => join(folder, 'logs', `${name}.log`);
  const kafka =
    options.kafkaBrokers === undefined
      ? createKafka({
          dir: join(folder, 'kafka'),
          port: ports.kafka,
          controllerPort: ports['kafka-controller'],
          files: files.kafka,
          log: logOf('kafka'),
        })
      : undefined;
  const mongo =
    options.mongodbUri === undefined
      ? createMongo({
          dir: join(folder, 'mongo'),
          port: ports.mongo,
          mongod: files.mongod,
          log: logOf('mongod'),
          testCommands: options.testCommands ?? false,
        })
      : undefined;
  const place: Place = {
    folder,
    ports,
    secrets: secretsAt(join(folder, 'secrets.json')),
    engines: {
      kafkaBrokers: kafka?.brokers ?? options.kafkaBrokers ?? '',
      mongodbUri: mongo?.uri ?? options.mongodbUri ?? '',
    },
  };
  const names = processes.map(({ name }) => name).filter((name) => options.only?.includes(name) ?? true);
  const services = new Map(names.map((name) => [name, createService(name, place, options.apps)] as const));
  const engines = [kafka, mongo].filter((engine) => engine !== undefined);
  return {
    place,
    kafka,
    mongo,
    engines,
    services,
    stop: (onStopping) => stopInOrder(services, engines, onStopping),
  };
}

const doors: ReadonlySet<ProcessName> = new Set(['portal', 'desk']);

async function stopInOrder(
  services: ReadonlyMap<ProcessName, Program>,
  engines: readonly Program[],
  onStopping: (name: string) => void = () => undefined,
): Promise<void> {
  const entries = [...services];
  const waves = [
    entries.filter(([name]) => doors.has(name)).map(([, program]) => program),
    entries.filter(([name]) => !doors.has(name)).map(([, program]) => program),
    engines,
  ];
  for (const wave of waves) {
    await Promise.all(
      wave.map((program) => {
        if (program.isRunning()) onStopping(program.name);
        return program.stop();
      }),
    );
  }
}
