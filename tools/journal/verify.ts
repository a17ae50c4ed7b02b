// npm run journal:verify [-- chain:seq:hash …]: is every entry of every journal as it was written? See docs/journal.md.
import { existsSync, readFileSync } from 'node:fs';
import { createEventBus } from '@kyzmat/event-bus';
import {
  verifyPlatform,
  witnessedHeads,
  type DatabaseReport,
  type Finding,
  type Head,
} from '@kyzmat/journal';
import { connect } from '@kyzmat/store';

const { mongodbUri, kafkaBrokers } = engines();
const kept = process.argv.slice(2).map(headIn);
const witnessed = await headsOnKafka(kafkaBrokers);
const store = await connect(mongodbUri, 'identity');
const { anchors, journals, access, head } = await verifyPlatform(store.client, { kept, witnessed });
await store.close();

const reports = Object.entries({ anchors, ...journals });
for (const [name, report] of reports) process.stdout.write(lineOf(name, report));
process.stdout.write(`access: ${access.records} facts, ${faultsOf(access.findings)}`);
if (head !== undefined) {
  process.stdout.write(
    `Keep this outside, it proves all of the above: ${head.chain}:${head.seq}:${head.hash}\n`,
  );
}
const findings = [access, ...Object.values({ anchors, ...journals })].flatMap((report) => report.findings);
process.exitCode = findings.length > 0 ? 1 : 0;

function lineOf(name: string, { chains, entries, findings }: DatabaseReport): string {
  return `${name}: ${entries} entries in ${chains} chains, ${faultsOf(findings)}`;
}

function faultsOf(findings: readonly Finding[]): string {
  const each = findings.map(({ chain, seq, fault }) => `  ${fault} at ${chain}:${seq}\n`);
  return `${findings.length} faults\n${each.join('')}`;
}

function headIn(text: string): Head {
  const [, chain = '', seq = '', hash = ''] = /^(.+):(\d+):([0-9a-f]{64})$/.exec(text) ?? [];
  if (chain === '') throw new Error(`${text} is no chain:seq:hash`);
  return { chain, seq: Number(seq), hash };
}

/** Read before the database: what is written meanwhile is not missed in it. */
async function headsOnKafka(brokers: string): Promise<readonly Head[]> {
  const silent = (): void => undefined;
  const bus = createEventBus({
    brokers: brokers.split(','),
    clientId: 'journal-verify',
    prefix: process.env['TOPIC_PREFIX'] ?? '',
    log: { info: silent, warn: silent, error: silent },
    onStuck(reason) {
      throw new Error(reason);
    },
  });
  const heads = await witnessedHeads(bus);
  await bus.close();
  return heads;
}

/** MONGODB_URI and KAFKA_BROKERS, or the engines of the platform that `npm start` runs. */
function engines(): { readonly mongodbUri: string; readonly kafkaBrokers: string } {
  const lock = new URL('../../.kyzmat/launcher.json', import.meta.url);
  const running = existsSync(lock) ? readFileSync(lock, 'utf8') : '';
  const { MONGODB_URI: uri, KAFKA_BROKERS: brokers } = process.env;
  const mongodbUri = uri ?? /"mongodbUri":\s*"([^"]+)"/.exec(running)?.[1];
  const kafkaBrokers = brokers ?? /"kafkaBrokers":\s*"([^"]+)"/.exec(running)?.[1];
  if (mongodbUri === undefined || kafkaBrokers === undefined) {
    throw new Error('Set MONGODB_URI and KAFKA_BROKERS, or start the platform with npm start');
  }
  return { mongodbUri, kafkaBrokers };
}
