import { beginning, hashOf, placeOf, type Entry, type Head } from './entry.ts';

export type Fault =
  /** The entry is not what was written: its hash differs. */
  | 'changed'
  /** One or more entries before this one are gone. */
  | 'missing'
  /** The entry does not follow from the one before it, or lies at a place that is not its own. */
  | 'out_of_order'
  /** An anchor knows another entry at this place: the chain was written anew. */
  | 'rewritten'
  /** An anchor knows of entries after the last one. */
  | 'truncated'
  /** A record that entries should prove has none: it was slipped in. */
  | 'unproved';

export interface Finding {
  readonly chain: string;
  readonly seq: number;
  readonly fault: Fault;
}

/** What an anchor saw of a chain. */
export type Anchor = Head;

export interface Verified {
  readonly entries: number;
  readonly findings: readonly Finding[];
}

/** Walks a chain from its beginning, in the order of ids. Without anchors a cut at its end cannot be seen. */
export async function verifyChain<B>(
  chain: string,
  entries: AsyncIterable<Entry<B>> | Iterable<Entry<B>>,
  anchors: readonly Anchor[] = [],
): Promise<Verified> {
  const seen = new Map(
    anchors.filter((anchor) => anchor.chain === chain).map((each) => [each.seq, each.hash]),
  );
  const findings: Finding[] = [];
  let before = beginning(chain);
  let count = 0;
  for await (const entry of entries) {
    count++;
    const fault = faultOf(entry, before, seen.get(entry.seq));
    if (fault !== undefined) findings.push({ chain, seq: entry.seq, fault });
    before = { chain, seq: entry.seq, hash: entry.hash };
  }
  const furthest = Math.max(-1, ...seen.keys());
  if (furthest > before.seq) findings.push({ chain, seq: before.seq + 1, fault: 'truncated' });
  return { entries: count, findings };
}

function faultOf<B>(entry: Entry<B>, before: Head, anchored: string | undefined): Fault | undefined {
  if (entry.hash !== hashOf(entry)) return 'changed';
  if (entry.seq > before.seq + 1) return 'missing';
  const place = placeOf(before.chain, before.seq + 1);
  if (entry._id !== place || entry.chain !== before.chain || entry.previous !== before.hash)
    return 'out_of_order';
  return anchored === undefined || anchored === entry.hash ? undefined : 'rewritten';
}
