import type { mongo } from 'mongoose';
import type { Entry } from './entry.ts';
import { verifyChain, type Anchor, type Finding } from './verify.ts';

export interface DatabaseReport {
  readonly chains: number;
  readonly entries: number;
  readonly findings: readonly Finding[];
}

/** Every chain of a collection, and every chain an anchor knows of, even when nothing is left of it. */
export async function verifyDatabase<B>(
  collection: mongo.Collection<Entry<B>>,
  anchors: readonly Anchor[] = [],
): Promise<DatabaseReport> {
  const stored = await collection.distinct('chain');
  const chains = [...new Set([...stored, ...anchors.map(({ chain }) => chain)])];
  const findings: Finding[] = [];
  let entries = 0;
  for (const chain of chains) {
    const inOrder = collection.find({ chain }).sort({ _id: 1 });
    const verified = await verifyChain(chain, inOrder, anchors);
    entries += verified.entries;
    findings.push(...verified.findings);
  }
  return { chains: chains.length, entries, findings };
}
