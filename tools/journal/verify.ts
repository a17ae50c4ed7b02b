// npm run journal:verify [-- chain:seq:hash …]: is every entry of every journal as it was written? See docs/journal.md.
import { existsSync, readFileSync } from 'node:fs';
import { verifyPlatform, type DatabaseReport, type Head } from '@kyzmat/journal';
import { connect } from '@kyzmat/store';

const store = await connect(addressOfDatabase(), 'identity');
const kept = process.argv.slice(2).map(headIn);
const { anchors, journals, head } = await verifyPlatform(store.client, kept);
await store.close();

const reports = Object.entries({ anchors, ...journals });
for (const [name, report] of reports) process.stdout.write(lineOf(name, report));
if (head !== undefined) {
  process.stdout.write(
    `Keep this outside, it proves all of the above: ${head.chain}:${head.seq}:${head.hash}\n`,
  );
}
process.exitCode = reports.some(([, { findings }]) => findings.length > 0) ? 1 : 0;

function lineOf(name: string, { chains, entries, findings }: DatabaseReport): string {
  const counted = `${name}: ${entries} entries in ${chains} chains, ${findings.length} faults\n`;
  return counted + findings.map(({ chain, seq, fault }) => `  ${fault} at ${chain}:${seq}\n`).join('');
}

function headIn(text: string): Head {
  const [, chain = '', seq = '', hash = ''] = /^(.+):(\d+):([0-9a-f]{64})$/.exec(text) ?? [];
  if (chain === '') throw new Error(`${text} is no chain:seq:hash`);
  return { chain, seq: Number(seq), hash };
}

/** MONGODB_URI, or the database of the platform that `npm start` runs. */
function addressOfDatabase(): string {
  const given = process.env['MONGODB_URI'];
  if (given !== undefined) return given;
  const lock = new URL('../../.kyzmat/launcher.json', import.meta.url);
  const uri = existsSync(lock)
    ? /"mongodbUri":\s*"([^"]+)"/.exec(readFileSync(lock, 'utf8'))?.[1]
    : undefined;
  if (uri === undefined) throw new Error('Set MONGODB_URI, or start the platform with npm start');
  return uri;
}
