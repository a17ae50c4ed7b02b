/**
 * `npm run bench`: how many signed submissions a second, against the bare floor of the same machine in the same run.
 * What counts are the ratios; the figures themselves depend on the machine. On a platform of its own, which vanishes.
 *
 * `--submissions n` (1000), `--callers n` (64), `--rounds n` of the portal (3); how long a notice takes at `--rate n` a second
 * (100) for `--seconds n` (20).
 */
import { parseArgs } from 'node:util';
import { killAll } from '@kyzmat/engines';
import { startWorld, toolEnvironment, type World } from '@kyzmat/world';
import { signIn, people } from './src/citizens.ts';
import { followers } from './src/followers.ts';
import { startFloor } from './src/floor-process.ts';
import { measure, together, type Measured } from './src/measure.ts';
import { untilInCabinet } from './src/notices.ts';
import { platformFrom, type Platform } from './src/platform.ts';
import { portalDoor } from './src/portal.ts';
import { closeConnections, post } from './src/post.ts';
import { untilQuiet } from './src/quiet.ts';
import { prepare, storedBytes, submit, type Signed } from './src/submissions.ts';

/** Longer than it ever takes: then something hangs. */
const limitMs = 8 * 60_000;
const turns = 4;

const { values } = parseArgs({
  options: {
    submissions: { type: 'string', default: '1000' },
    callers: { type: 'string', default: '64' },
    rounds: { type: 'string', default: '3' },
    rate: { type: 'string', default: '100' },
    seconds: { type: 'string', default: '20' },
  },
});
const count = Number(values.submissions);
const callers = Number(values.callers);
const rate = Number(values.rate);
const noticed = rate * Number(values.seconds);

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void killAll());
setTimeout(() => {
  say(`Not done within ${limitMs / 60_000} minutes`);
  void killAll().finally(() => process.exit(2));
}, limitMs).unref();

say('Starting a platform of its own; it vanishes afterwards');
const world = await startWorld();
const failed = await bench(world, platformFrom(toolEnvironment(world.platform.place))).finally(() =>
  world.stop(),
);
process.exit(failed === 0 ? 0 : 1);

/** Resolves with how much failed. */
async function bench(on: World, platform: Platform): Promise<number> {
  for (const person of people) await signIn(platform, person);
  const wanted = callers + 2 * count + noticed;
  say(`Preparing ${wanted} signed drafts`);
  const prepared = [...(await prepare(platform, wanted))];
  const next = (n: number): readonly Signed[] => prepared.splice(0, n);
  const warming = next(callers);
  await measure(
    callers,
    warming.map((each) => () => submit(platform, each)),
  );
  await untilQuiet(platform);
  const bytes = await storedBytes(platform, warming);
  say(`An application is ${bytes} bytes in the database`);
  say(`${callers} callers                       req/s     p50 ms   p99 ms   failed   of the floor`);

  const following = followers(on);
  await following.stop();
  const alone = await inTurns(platform, bytes, next(count));
  show('Express + one driver insert', alone.floor, alone.floor);
  show("applications' own door", alone.own, alone.floor);
  await following.start();
  await untilQuiet(platform);

  say('The same with all that follows from a submission done on the same machine:');
  const together = await inTurns(platform, bytes, next(count));
  show('Express + one driver insert', together.floor, together.floor);
  show("applications' own door", together.own, together.floor);
  await untilQuiet(platform);
  const portal = await portalDoor(platform, people, callers, Number(values.rounds));
  show("the portal's door, 32 callers", portal, together.floor);
  await untilQuiet(platform);

  const reached = await untilInCabinet(platform, next(noticed), rate, (each) => submit(platform, each));
  say(
    `From submission to the notice in the cabinet at ${reached.perSecond.toFixed(0)}/s: ` +
      `p50 ${reached.p50.toFixed(0)} ms, p99 ${reached.p99.toFixed(0)} ms, ` +
      `${reached.missing} of ${reached.sent} not there`,
  );
  closeConnections();
  return alone.own.failed + together.own.failed + reached.missing;
}

/** Floor and door one after the other, several times, so that neither has the better part of the machine's mood. */
async function inTurns(
  platform: Platform,
  bytes: number,
  submissions: readonly Signed[],
): Promise<{ readonly floor: Measured; readonly own: Measured }> {
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
    owns.push(await run(some, (each) => submit(platform, each)));
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
