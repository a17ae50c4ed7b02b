import { createHash } from 'node:crypto';

/** One link of a chain, as it is stored. It names what stands before it, so nothing can be changed or taken out unseen. */
export interface Entry<B> {
  /** `<chain>:<seq>`, so that the order of ids is the order of the chain and a place is taken once. */
  readonly _id: string;
  readonly chain: string;
  /** Counts from 0. */
  readonly seq: number;
  /** Instant in UTC. */
  readonly at: string;
  /** Hash of the entry before; of the chain's own name for the first one. */
  readonly previous: string;
  /** SHA-256 of the canonical JSON of everything above and the body, hex. */
  readonly hash: string;
  readonly body: B;
}

/** The last entry of a chain: whoever knows it knows of every entry before it. */
export interface Head {
  readonly chain: string;
  readonly seq: number;
  readonly hash: string;
}

/** Where a chain begins: before its first entry. */
export function beginning(chain: string): Head {
  return { chain, seq: -1, hash: sha256(chain) };
}

/** The entry that follows. */
export function follow<B>({ chain, seq, hash }: Head, at: string, body: B): Entry<B> {
  const link = { chain, seq: seq + 1, at, previous: hash, body };
  return { _id: placeOf(chain, link.seq), ...link, hash: hashOf(link) };
}

export function placeOf(chain: string, seq: number): string {
  return `${chain}:${String(seq).padStart(12, '0')}`;
}

export function hashOf<B>({ chain, seq, at, previous, body }: Omit<Entry<B>, '_id' | 'hash'>): string {
  return sha256(canonical({ chain, seq, at, previous, body }));
}

/** JSON with the members of each object in one order, as RFC 8785 has it for texts, whole numbers and lists. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
