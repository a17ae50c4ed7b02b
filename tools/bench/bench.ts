/**
 * Measures the running platform (`npm run bench`): its own floor and door in turns, then the portal's door, all with the
 * same callers on the same machine. What counts are the ratios of one run; the figures themselves depend on the machine.
 *
 * `--submissions n` (400), `--callers n` (64), `--rounds n` of the portal (3), `--rate n` a second (100).
 */
import { parseArgs } from 'node:util';
import { mongo } from 'mongoose';
import { people, principalOf, signed, signIn, type Signed } from './src/citizens.ts';
import { startFloor } from './src/floor-process.ts';
import { measure, together, type Measured } from './src/measure.ts';
import { untilInCabinet } from './src/notices.ts';
import { platformFrom, type Platform } from './src/platform.ts';
import { portalDoor } from './src/portal.ts';
import { closeConnections, post } from './src/post.ts';
import { untilQuiet } from './src/quiet.ts';

/** Longer than it ever takes: then something hangs. */
const limitMs = 8 * 60_000;
const prepareAtOnce = 8;
const turns = 4;

const { values } = parseArgs({
  options: {
    submissions: { type: 'string', default: '400' },
    callers: { type: 'string', default: '64' },
    rounds: { type: 'string', default: '3' },
    rate: { type: 'string', default: '100' },
  },
});
const count = Number(values.submissions);
const callers = Number(values.callers);

setTimeout(() => {
  say(`Not done within ${limitMs / 60_000} minutes`);
  process.exit(2);
}, limitMs).unref();

const platform = platformFrom(process.env);

say('Signing in');
for (const person of people) await signIn(platform, person);
say(`Preparing ${2 * count + callers} signed drafts`);
const prepared = await prepare(platform, 2 * count + callers);
const [warming, first, second] = [
  prepared.slice(0, callers),
  prepared.slice(callers, callers + count),
  prepared.slice(callers + count),
];

const submit = async ({ subject, body }: Signed): Promise<boolean> => {
  const principal = { subject, actor: subject, role: 'user' as const };
  const token = platform.portal.tokenFor('applications', principal);
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  return (await post(`${platform.urls.applications}/applications`, headers, body)).status === 201;
};

await measure(
  callers,
  warming.map((each) => () => submit(each)),
);
const { floor, own } = await inTurns(await storedBytes(platform, warming), first);
say(`${callers} callers                       req/s     p50 ms   p99 ms   failed   of the floor`);
show('Express + one driver insert', floor, floor);
show("applications' own door", own, floor);
await untilQuiet(platform);
show(
  "the portal's door, 32 callers",
  await portalDoor(platform, people, callers, Number(values.rounds)),
  floor,
);

await untilQuiet(platform);
const reached = await untilInCabinet(platform, second, Number(values.rate), submit);
say(
  `From submission to the notice in the cabinet at ${reached.perSecond.toFixed(0)}/s: ` +
    `p50 ${reached.p50.toFixed(0)} ms, p99 ${reached.p99.toFixed(0)} ms, ` +
    `${reached.missing} of ${reached.sent} not there`,
);
closeConnections();
process.exit(own.failed + reached.missing === 0 ? 0 : 1);

async function prepare(on: Platform, wanted: number): Promise<readonly Signed[]> {
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

/** What an application takes in the database, on average. */
async function storedBytes(on: Platform, some: readonly Signed[]): Promise<number> {
  const client = await mongo.MongoClient.connect(on.mongodbUri);
  const applications = client.db('applications').collection<{ _id: string }>('applications');
  const found = await applications.find({ _id: { $in: some.map(({ draftId }) => draftId) } }).toArray();
  await client.close();
  const bytes = found.map((document) => mongo.BSON.calculateObjectSize(document));
  return Math.round(bytes.reduce((sum, each) => sum + each, 0) / Math.max(1, bytes.length));
}

/** Floor and door one after the other, several times, so that neither has the better part of the machine's mood. */
async function inTurns(
  bytes: number,
  submissions: readonly Signed[],
): Promise<{ readonly floor: Measured; readonly own: Measured }> {
  say(`An application is ${bytes} bytes in the database`);
  const bare = await startFloor(platform.mongodbUri, Math.max(0, bytes - (submissions[0]?.body.length ?? 0)));
  const insert = async ({ body }: Signed): Promise<boolean> =>
    (await post(bare.url, { 'Content-Type': 'application/json' }, body)).status === 201;
  const run = (some: readonly Signed[], job: (signed: Signed) => Promise<boolean>): Promise<Measured> =>
    measure(
      callers,
      some.map((each) => () => job(each)),
    );
  await run(submissions.slice(0, callers), insert);
  const floors: Measured[] = [];
  const owns: Measured[] = [];
  const size = Math.ceil(submissions.length / turns);
  for (let from = 0; from < submissions.length; from += size) {
    const some = submissions.slice(from, from + size);
    await untilQuiet(platform);
    floors.push(await run(some, insert));
    owns.push(await run(some, submit));
  }
  await bare.stop();
  return { floor: together(floors), own: together(owns) };
}

function show(what: string, { perSecond, p50, p99, failed }: Measured, against: Measured): void {
  const columns = [
    perSecond.toFixed(0).padStart(8),
    p50.toFixed(1).padStart(10),
    p99.toFixed(1).padStart(8),
    String(failed).padStart(8),
    `${(perSecond / against.perSecond).toFixed(2)} times, p99 ${(p99 / against.p99).toFixed(2)} times`,
  ];
  say(`${what.padEnd(28)} ${columns.join(' ')}`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
