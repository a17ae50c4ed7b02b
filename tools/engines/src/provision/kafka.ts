import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pins from '../../pins.json' with { type: 'json' };
import { runToEnd } from '../guarded.ts';
import { createKafka } from '../kafka.ts';
import { freePort } from '../ports.ts';
import { makeWhole, type Report } from './folder.ts';

export interface KafkaFiles {
  readonly classPath: string;
  readonly log4j: string;
  /** Classes as the JVM maps them into memory: halves the time to start. May be missing. */
  readonly archive: string;
}

const here = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));

/** Kafka's jars of the pinned version, each checked against its pinned hash, by Maven when they are missing. */
export async function provisionKafka(engines: string, report: Report): Promise<KafkaFiles> {
  const folder = join(engines, `kafka-${pins.kafka.version}`);
  await makeWhole(folder, async (temporary) => {
    report(`Kafka ${pins.kafka.version}: downloading with Maven (43 MB)`);
    await download(temporary);
    await checkHashes(temporary, await readFile(here('kafka.sha256'), 'utf8'));
  });
  const jars = (await readdir(folder)).filter((name) => name.endsWith('.jar')).sort();
  const files: KafkaFiles = {
    classPath: jars.map((jar) => join(folder, jar)).join(':'),
    log4j: here('log4j2.properties'),
    archive: join(folder, 'classes.jsa'),
  };
  await makeWhole(files.archive, async (temporary) => {
    report('Kafka: one rehearsal, so that it starts faster from now on');
    await rehearse(files, temporary);
  });
  return files;
}

async function download(folder: string): Promise<void> {
  await mkdir(folder);
  const { code, printed } = await runToEnd({
    file: 'mvn',
    args: [
      ...['-q', '-B', '-ntp', '-f', here('kafka.pom.xml')],
      ...['dependency:copy-dependencies', `-DoutputDirectory=${folder}`],
    ],
  });
  if (code !== 0) throw new Error(`Maven could not fetch Kafka:\n${printed.trimEnd()}`);
}

/** Throws unless the folder holds exactly the pinned files: a line `<sha256>  <name>` each, in order of name. */
export async function checkHashes(folder: string, pinned: string): Promise<void> {
  const names = (await readdir(folder)).sort();
  const found = await Promise.all(
    names.map(async (name) => `${sha256(await readFile(join(folder, name)))}  ${name}`),
  );
  const wrong = differing(pinned.trimEnd().split('\n'), found);
  if (wrong.length > 0) throw new Error(`Kafka's files are not the pinned ones:\n${wrong.join('\n')}`);
}

const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

/** Lines that are in one list only. */
function differing(left: readonly string[], right: readonly string[]): readonly string[] {
  return [...left.filter((line) => !right.includes(line)), ...right.filter((line) => !left.includes(line))];
}

/** Runs Kafka once on a folder of its own; the JVM writes its archive when it ends. */
async function rehearse(files: KafkaFiles, archive: string): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'kyzmat-kafka-'));
  try {
    const [port, controllerPort] = [await freePort(), await freePort()];
    const jvm = [`-XX:ArchiveClassesAtExit=${archive}`];
    const kafka = createKafka({ dir, port, controllerPort, files, jvm });
    await kafka.start();
    await kafka.stop();
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
