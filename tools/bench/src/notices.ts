import { setTimeout as wait } from 'node:timers/promises';
import { mongo } from 'mongoose';
import type { Signed } from './citizens.ts';
import { percentiles } from './measure.ts';
import type { Platform } from './platform.ts';

const lookEveryMs = 10;
const patienceMs = 20_000;

interface Reached {
  readonly sent: number;
  readonly missing: number;
  readonly perSecond: number;
  /** Milliseconds from the beginning of the submission until the notice stands in the cabinet. */
  readonly p50: number;
  readonly p99: number;
}

/** Submits at a steady rate and sees when each notice of arrival stands in the cabinet. */
export async function untilInCabinet(
  { mongodbUri }: Platform,
  submissions: readonly Signed[],
  perSecond: number,
  submit: (signed: Signed) => Promise<boolean>,
): Promise<Reached> {
  const client = await mongo.MongoClient.connect(mongodbUri);
  const notices = client.db('notifications').collection<{ _id: string }>('notices');
  const sentAt = new Map<string, number>();
  const times: number[] = [];
  let lastSent = Number.POSITIVE_INFINITY;

  async function look(): Promise<void> {
    while (performance.now() < lastSent + patienceMs && times.length < submissions.length) {
      const ids = [...sentAt.keys()];
      const there = await notices.find({ _id: { $in: ids } }, { projection: { _id: 1 } }).toArray();
      const now = performance.now();
      for (const { _id } of there) {
        times.push(now - (sentAt.get(_id) ?? now));
        sentAt.delete(_id);
      }
      await wait(lookEveryMs);
    }
  }

  const looking = look();
  const begun = performance.now();
  const answers = submissions.map(async (signed, index) => {
    await wait((index * 1000) / perSecond);
    sentAt.set(`${signed.draftId}:1:submitted`, performance.now());
    return submit(signed);
  });
  await Promise.allSettled(answers);
  lastSent = performance.now();
  const rate = submissions.length / ((lastSent - begun) / 1000);
  await looking;
  await client.close();
  const missing = submissions.length - times.length;
  return { sent: submissions.length, missing, perSecond: rate, ...percentiles(times) };
}
