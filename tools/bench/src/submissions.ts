import { mongo } from 'mongoose';
import { people, principalOf, signed, type Signed } from './citizens.ts';
import type { Platform } from './platform.ts';
import { post } from './post.ts';

export type { Signed } from './citizens.ts';

const prepareAtOnce = 8;

/** Signed drafts of the demo people in turns, ready to be submitted. */
export async function prepare(on: Platform, wanted: number): Promise<readonly Signed[]> {
  const ready: Signed[] = [];
  let begun = 0;
  const principals = await Promise.all(people.map((person) => principalOf(on, person)));
  const pairs = people.flatMap(({ phone }, index) => {
    const principal = principals[index];
    return principal === undefined ? [] : [{ phone, principal }];
  });
  await Promise.all(
    Array.from({ length: prepareAtOnce }, async () => {
      while (begun < wanted) {
        const pair = pairs[begun++ % pairs.length];
        if (pair !== undefined) ready.push(await signed(on, pair.principal, pair.phone));
      }
    }),
  );
  return ready;
}

/** At the door of applications, as the portal does it; whether it was taken. */
export async function submit({ urls, portal }: Platform, { subject, body }: Signed): Promise<boolean> {
  const token = portal.tokenFor('applications', { subject, actor: subject, role: 'user' });
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  return (await post(`${urls.applications}/applications`, headers, body)).status === 201;
}

/** What an application takes in the database, on average. */
export async function storedBytes(on: Platform, some: readonly Signed[]): Promise<number> {
  const client = await mongo.MongoClient.connect(on.mongodbUri);
  const applications = client.db('applications').collection<{ _id: string }>('applications');
  const found = await applications.find({ _id: { $in: some.map(({ draftId }) => draftId) } }).toArray();
  await client.close();
  const bytes = found.map((document) => mongo.BSON.calculateObjectSize(document));
  return Math.round(bytes.reduce((sum, each) => sum + each, 0) / Math.max(1, bytes.length));
}
