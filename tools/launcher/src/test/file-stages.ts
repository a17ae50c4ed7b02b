import { createKafka, createMongo, freePort, provision, type Program } from '@kyzmat/engines';
import { mkdtemp } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { namedEngines, unreachable } from '../start/named-engines.ts';
import type { Kind } from './result.ts';
import { runFiles, type FileRun } from './run-file.ts';
import type { Stage } from './stage.ts';

/** Files that need nothing but themselves. */
export const plainStage = (title: string, kind: Kind, files: readonly string[], atOnce: number): Stage => ({
  title,
  async run(print) {
    const runs = await runFiles(kind, files, { atOnce, onEnd: (run) => print(lineOf(run)) });
    return runs.flatMap(({ results }) => results);
  },
});

/** Files that share one Kafka and one MongoDB, each with databases and topics of its own. */
export const specStage = (files: readonly string[]): Stage => ({
  title: 'integration tests, with a real Kafka and MongoDB',
  async run(print) {
    const engines = await startEngines();
    try {
      const runs = await runFiles('spec', files, {
        atOnce: availableParallelism(),
        env: engines.env,
        onEnd: (run) => print(lineOf(run)),
      });
      return runs.flatMap(({ results }) => results);
    } finally {
      await engines.stop();
    }
  },
});

async function startEngines(): Promise<{ readonly env: NodeJS.ProcessEnv; stop(): Promise<void> }> {
  const named = namedEngines(process.env);
  const wrong = await unreachable(named);
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  const { kafka: files, mongod } = await provision();
  const dir = await mkdtemp(join(tmpdir(), 'kyzmat-spec-'));
  const kafka = createKafka({
    dir: join(dir, 'kafka'),
    port: await freePort(),
    controllerPort: await freePort(),
    files,
  });
  const mongo = createMongo({ dir: join(dir, 'mongo'), port: await freePort(), mongod, testCommands: true });
  const own: readonly Program[] = [
    ...(named.kafkaBrokers === undefined ? [kafka] : []),
    ...(named.mongodbUri === undefined ? [mongo] : []),
  ];
  await Promise.all(own.map((engine) => engine.start()));
  return {
    env: {
      KAFKA_BROKERS: named.kafkaBrokers ?? kafka.brokers,
      MONGODB_URI: named.mongodbUri ?? mongo.uri,
    },
    async stop() {
      await Promise.all(own.map((engine) => engine.kill9()));
    },
  };
}

function lineOf({ file, results, printed }: FileRun): string {
  const failed = results.filter(({ passed }) => !passed).length;
  if (failed > 0) return printed;
  const seconds = results.reduce((sum, { durationMs }) => sum + durationMs, 0) / 1000;
  return `  ✔ ${file} (${results.length}, ${seconds.toFixed(1)} s)`;
}
