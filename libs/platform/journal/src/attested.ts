import { createHash } from 'node:crypto';
import type { mongo } from 'mongoose';
import { canonical, type Entry } from './entry.ts';
import type { Finding } from './verify.ts';

/** A record that is kept elsewhere, and that nobody can change, remove or slip in unseen any more. */
export interface Attested {
  /** Id of the record. */
  readonly attests: string;
  /** SHA-256 of its canonical JSON, hex. The id in it cannot be guessed, so the hash tells nothing of the rest. */
  readonly sha256: string;
}
interface Proved {
  readonly _id: string;
  /** Not proved yet: nobody is shown it, and nobody waits for it. */
  readonly unproved?: boolean;
}

export function attestationOf(record: Proved): Attested {
  const { unproved, ...proved } = record;
  return { attests: record._id, sha256: createHash('sha256').update(canonical(proved)).digest('hex') };
}

interface Report {
  readonly records: number;
  readonly findings: readonly Finding[];
}

/** Holds records against the entries that prove them: changed, taken out, or there without an entry. */
export async function verifyAttested(
  records: mongo.Collection<Proved>,
  entries: mongo.Collection<Entry<Attested>>,
): Promise<Report> {
  const proofs = await entries.find({ 'body.attests': { $exists: true } }).toArray();
  // A proof may stand twice, when the database failed over in between.
  const open = new Map(proofs.map((proof) => [proof.body.attests, proof]));
  const findings: Finding[] = [];
  let count = 0;
  for await (const record of records.find()) {
    const proof = open.get(record._id);
    open.delete(record._id);
    if (proof === undefined && record.unproved === true) continue;
    count++;
    const at = { chain: proof?.chain ?? record._id, seq: proof?.seq ?? 0 };
    if (proof === undefined) findings.push({ ...at, fault: 'unproved' });
    else if (attestationOf(record).sha256 !== proof.body.sha256) findings.push({ ...at, fault: 'changed' });
  }
  for (const { chain, seq } of open.values()) findings.push({ chain, seq, fault: 'missing' });
  return { records: count, findings };
}
