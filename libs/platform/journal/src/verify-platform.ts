import { processNames, type ProcessName } from '@kyzmat/auth';
import type { mongo } from 'mongoose';
import type { Entry, Head } from './entry.ts';
import { anchorsCollection, journalCollection, journalDatabase } from './place.ts';
import { verifyAttested } from './attested.ts';
import type { Finding } from './verify.ts';
import { verifyDatabase, type DatabaseReport } from './verify-database.ts';

/** How far a process' journal had come, as that process said to identity. */
export interface AnchorBody extends Head {
  readonly process: ProcessName;
}

export interface PlatformReport {
  readonly anchors: DatabaseReport;
  readonly journals: Readonly<Partial<Record<ProcessName, DatabaseReport>>>;
  /** P573-19d: who signed in and who was refused, as identity's journal proves. */
  readonly access: { readonly records: number; readonly findings: readonly Finding[] };
  /** Of the newest chain of anchors: to be written down outside, for it holds everything before it. */
  readonly head: Head | undefined;
}

/** Facts of access to the portal, in identity's own database: they hold whereabouts, the journal only their hashes. */
export const accessCollection = 'access_facts';

export interface Known {
  /** Heads of anchors that were written down outside: what was cut off behind them is found too. */
  readonly kept?: readonly Head[];
  /** Heads that Kafka has: a cut of the last moment is found too. */
  readonly witnessed?: readonly Head[];
}

/** Checks anchors and journals of all processes, each in the journal database of its name. */
export async function verifyPlatform(
  client: mongo.MongoClient,
  { kept = [], witnessed = [] }: Known = {},
): Promise<PlatformReport> {
  const journalOf = (name: ProcessName): mongo.Db => client.db(journalDatabase(name));
  const anchors = journalOf('identity').collection<Entry<AnchorBody>>(anchorsCollection);
  const known = (await anchors.find().sort({ _id: 1 }).toArray()).map(({ body }) => body);
  const journals: Partial<Record<ProcessName, DatabaseReport>> = {};
  for (const name of processNames) {
    const anchored = known.filter(({ process }) => process === name);
    const seen = witnessed.filter(({ chain }) => chain.startsWith(`${name}-`));
    const entries = journalOf(name).collection<Entry<unknown>>(journalCollection);
    const report = await verifyDatabase(entries, [...anchored, ...seen]);
    if (report.chains > 0) journals[name] = report;
  }
  const newest = await anchors.find().sort({ at: -1, _id: -1 }).limit(1).next();
  return {
    anchors: await verifyDatabase(anchors, kept),
    journals,
    access: await verifyAttested(
      client.db('identity').collection(accessCollection),
      journalOf('identity').collection(journalCollection),
    ),
    head: newest === null ? undefined : { chain: newest.chain, seq: newest.seq, hash: newest.hash },
  };
}
