import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isPortOpen } from './ports.ts';
import { createProgram, type Program } from './program.ts';
import { joinReplicaSet } from './replica-set.ts';

export interface MongoOptions {
  /** Its data; made when missing. */
  readonly dir: string;
  readonly port: number;
  /** The server's binary. */
  readonly mongod: string;
  readonly log?: string;
  /** Opens the server's own test commands (failpoints). */
  readonly testCommands?: boolean;
}

export interface Mongo extends Program {
  readonly uri: string;
}

/** One MongoDB node, a replica set of its own (rs0), so that transactions work. */
export function createMongo(options: MongoOptions): Mongo {
  const { dir, port } = options;
  const data = join(dir, 'data');
  const program = createProgram({
    name: 'mongod',
    command: {
      file: options.mongod,
      args: [
        ...['--dbpath', data, '--port', String(port), '--bind_ip', '127.0.0.1', '--nounixsocket'],
        ...['--replSet', 'rs0', '--oplogSize', '512', '--wiredTigerCacheSizeGB', '0.5'],
        ...['--setParameter', 'diagnosticDataCollectionEnabled=false'],
        // The open transaction of a client that was killed blocks its rows so long; the default is a minute.
        ...['--setParameter', 'transactionLifetimeLimitSeconds=10'],
        // Nobody reads the past here; kept for five minutes, it must be stepped over by every look for work that is done.
        ...['--setParameter', 'minSnapshotHistoryWindowInSeconds=0'],
        ...['--setParameter', `enableTestCommands=${options.testCommands === true ? 1 : 0}`],
      ],
      graceSeconds: 15,
    },
    log: options.log ?? join(dir, 'mongod.log'),
    readyWithinMs: 60_000,
    async prepare() {
      await mkdir(data, { recursive: true });
    },
    isReady: async () => (await isPortOpen(port)) && (await joinReplicaSet(port)),
  });
  return Object.assign(program, { uri: `mongodb://127.0.0.1:${port}/?replicaSet=rs0` });
}
