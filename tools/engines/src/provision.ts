import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createKafka, type Kafka, type KafkaOptions } from './kafka.ts';
import { createMongo, type Mongo, type MongoOptions } from './mongo.ts';
import { freePort } from './ports.ts';
import type { Report } from './provision/folder.ts';
import { provisionKafka, type KafkaFiles } from './provision/kafka.ts';
import { provisionMongod } from './provision/mongod.ts';

/** The folder of the workspace. */
export const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface Engines {
  readonly kafka: KafkaFiles;
  readonly mongod: string;
}

/** Where both engines are; fetches what is missing into the git-ignored folder. */
export async function provision(report: Report = () => undefined): Promise<Engines> {
  const folder = join(root, '.kyzmat', 'engines');
  const [kafka, mongod] = await Promise.all([
    provisionKafka(folder, report),
    provisionMongod(folder, report),
  ]);
  return { kafka, mongod };
}

/** Starts a Kafka of its own on the folder, for a test; a free port unless told. */
export async function startKafka(
  options: Pick<KafkaOptions, 'dir'> & Partial<Pick<KafkaOptions, 'port'>>,
): Promise<Kafka> {
  const { kafka: files } = await provision();
  const kafka = createKafka({ port: await freePort(), controllerPort: await freePort(), files, ...options });
  await kafka.start();
  return kafka;
}

/** Starts a MongoDB of its own on the folder, for a test, with the test commands open; a free port unless told. */
export async function startMongo(
  options: Pick<MongoOptions, 'dir'> & Partial<Pick<MongoOptions, 'port'>>,
): Promise<Mongo> {
  const { mongod } = await provision();
  const mongo = createMongo({ port: await freePort(), mongod, testCommands: true, ...options });
  await mongo.start();
  return mongo;
}
