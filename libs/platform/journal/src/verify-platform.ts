import { processNames, type ProcessName } from '@kyzmat/auth';
import type { mongo } from 'mongoose';
import type { Entry, Head } from './entry.ts';
import { journalCollection } from './journal.ts';
import { verifyDatabase, type DatabaseReport } from './verify-database.ts';

/** How far a process' journal had come, as that process said to identity. */
export interface AnchorBody extends Head {
  readonly process: ProcessName;
}

/** In identity's database. */
export const anchorsCollection = 'journal-anchors';

export interface PlatformReport {
  readonly anchors: DatabaseReport;
  readonly journals: Readonly<Partial<Record<ProcessName, DatabaseReport>>>;
  /** Of the newest chain of anchors: to be written down outside, for it holds everything before it. */
  readonly head: Head | undefined;
}

/**
 * Checks anchors and journals of all processes, each in the database of its name.
 * @param kept heads of anchors that were written down outside: what was cut off behind them is found too
 */
export async function verifyPlatform(
  client: mongo.MongoClient,
  kept: readonly Head[] = [],
): Promise<PlatformReport> {
  const anchors = client.db('identity').collection<Entry<AnchorBody>>(anchorsCollection);
  const known = (await anchors.find().sort({ _id: 1 }).toArray()).map(({ body }) => body);
  const journals: Partial<Record<ProcessName, DatabaseReport>> = {};
  for (const name of processNames) {
    const ofProcess = known.filter(({ process }) => process === name);
    const report = await verifyDatabase(
      client.db(name).collection<Entry<unknown>>(journalCollection),
      ofProcess,
    );
    if (report.chains > 0) journals[name] = report;
  }
  const newest = await anchors.find().sort({ at: -1, _id: -1 }).limit(1).next();
  return {
    anchors: await verifyDatabase(anchors, kept),
    journals,
    head: newest === null ? undefined : { chain: newest.chain, seq: newest.seq, hash: newest.hash },
  };
}
