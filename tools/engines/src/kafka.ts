import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runToEnd } from './guarded.ts';
import { tailOf } from './log-tail.ts';
import { createProgram, ProgramFailed, type Program } from './program.ts';
import type { KafkaFiles } from './provision/kafka.ts';

export interface KafkaOptions {
  /** Its data; made when missing, formatted once. */
  readonly dir: string;
  readonly port: number;
  readonly controllerPort: number;
  readonly files: KafkaFiles;
  readonly log?: string;
  /** More flags of the JVM. */
  readonly jvm?: readonly string[];
}

export interface Kafka extends Program {
  readonly brokers: string;
}

/** One Kafka node, broker and controller in one. Topics are made by those who own them, never by accident. */
export function createKafka(options: KafkaOptions): Kafka {
  const { dir, port, files } = options;
  const log = options.log ?? join(dir, 'kafka.log');
  const properties = join(dir, 'server.properties');
  const java = (...args: readonly string[]): readonly string[] => [
    '-Xmx384m',
    '-XX:+UseSerialGC',
    ...(existsSync(files.archive) ? [`-XX:SharedArchiveFile=${files.archive}`] : []),
    ...(options.jvm ?? []),
    `-Dlog4j2.configurationFile=${files.log4j}`,
    ...args,
  ];
  const tail = tailOf(log);
  const program = createProgram({
    name: 'kafka',
    command: {
      file: 'java',
      args: java('kafka.Kafka', properties),
      env: environment(files),
      cwd: dir,
      graceSeconds: 15,
    },
    log,
    readyWithinMs: 90_000,
    async prepare() {
      await mkdir(dir, { recursive: true });
      await writeFile(properties, settings(options));
      if (!existsSync(join(dir, 'data', 'meta.properties'))) await format(options, java, properties);
      await tail.skip();
    },
    isReady: async () => (await tail.lines()).some((line) => line.includes('Kafka Server started')),
  });
  return Object.assign(program, { brokers: `127.0.0.1:${port}` });
}

const environment = ({ classPath }: KafkaFiles): NodeJS.ProcessEnv => ({
  ...process.env,
  CLASSPATH: classPath,
});

async function format(
  { dir, files }: KafkaOptions,
  java: (...args: readonly string[]) => readonly string[],
  properties: string,
): Promise<void> {
  // What a killed formatting left half done would be refused for ever.
  await rm(join(dir, 'data'), { recursive: true, force: true });
  // Written with "=", for one of 64 begins with a dash and would be taken for an option.
  const id = randomBytes(16).toString('base64url');
  const args = java('kafka.tools.StorageTool', 'format', `--cluster-id=${id}`, '-c', properties);
  const { code, printed } = await runToEnd({ file: 'java', args, env: environment(files), cwd: dir });
  if (code !== 0) throw new ProgramFailed(`the folder of kafka could not be prepared\n${printed}`);
}

const settings = ({ dir, port, controllerPort }: KafkaOptions): string =>
  `process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:${controllerPort}
controller.listener.names=CONTROLLER
listeners=PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}
advertised.listeners=PLAINTEXT://127.0.0.1:${port}
listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
log.dirs=${join(dir, 'data')}
auto.create.topics.enable=false
num.partitions=6
offsets.topic.replication.factor=1
offsets.topic.num.partitions=8
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
transaction.state.log.num.partitions=1
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
group.initial.rebalance.delay.ms=0
# A broker that was killed may come back only when its old session is over.
broker.session.timeout.ms=3000
broker.heartbeat.interval.ms=500
`;
