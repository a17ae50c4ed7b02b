import { setTimeout as wait } from 'node:timers/promises';
import { mongo } from 'mongoose';
import type { Signed } from './citizens.ts';
import { percentiles } from './measure.ts';
import type { Platform } from './platform.ts';

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
  // What a majority has comes by itself; to keep asking for it would cost the platform what is to be measured.
  const stream = notices.watch([{ $match: { operationType: 'insert' } }, { $project: { documentKey: 1 } }]);
  const allThere = Promise.withResolvers<undefined>();
  stream.on('change', (change) => {
    const at = 'documentKey' in change ? sentAt.get(change.documentKey._id) : undefined;
    if (at === undefined) return;
    times.push(performance.now() - at);
    if (times.length === submissions.length) allThere.resolve(undefined);
  });
  await new Promise((resolve) => stream.once('resumeTokenChanged', resolve));

  const begun = performance.now();
  const answers = submissions.map(async (signed, index) => {
    await wait((index * 1000) / perSecond);
    sentAt.set(`${signed.draftId}:1:submitted`, performance.now());
    return submit(signed);
  });
  await Promise.allSettled(answers);
  const rate = submissions.length / ((performance.now() - begun) / 1000);
  await Promise.race([allThere.promise, wait(patienceMs, undefined, { ref: false })]);
  await stream.close();
  await client.close();
  const missing = submissions.length - times.length;
  return { sent: submissions.length, missing, perSecond: rate, ...percentiles(times) };
}
