import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { dataOf } from '@kyzmat/http';
import { eventually } from '@kyzmat/testing/eventually';
import { startWorld, type World } from '@kyzmat/world';
import { behindTheDoors } from '../behind-the-doors.ts';
import { signIn, type Citizen } from '../citizen.ts';
import { Agenda, timekeeperOf } from './agenda.ts';
import { openBooks, type Books } from './books.ts';
import { check } from './checker.ts';
import { live, type Country } from './lives.ts';
import { randomOf } from './random.ts';
import { movedDay, outage, silence, someOutage } from './weather.ts';

/** Another seed is another year; this one has some of everything. */
const seed = 573;
const byChance = 14;
const hoursOfYear = 365 * 24;

let world: World;
let books: Books;
let people: Readonly<Record<'aigul' | 'bakyt' | 'nazira', Citizen>>;

before(async () => {
  world = await startWorld({ only: behindTheDoors, seed: true });
  books = await openBooks(world);
  const [aigul, bakyt, nazira] = [
    await signIn(world, 'aigul'),
    await signIn(world, 'bakyt'),
    await signIn(world, 'nazira'),
  ];
  people = { aigul, bakyt, nazira };
});
after(async () => {
  await books.close();
  await world.stop();
});

test('P573-34a, P573-35a, P573-35d, P573-40, P573-41a, P573-41c, P573-42: a year of applications, and no notice is missing, doubled, misplaced or late without a record', async (context) => {
  const random = randomOf(seed);
  const time = timekeeperOf(world);
  const agenda = new Agenda(await time.now());
  const country: Country = { world, time, agenda, random, eMessages: { fail: false } };
  const { aigul, bakyt, nazira } = people;
  // Who chose no e-mail is written to only where e-messages fail.
  const mine = { params: { path: { id: bakyt.principal.subject } }, body: { channels: [] } };
  dataOf(await bakyt.identity.PUT('/persons/{id}/contact', mine));
  // One of each end; paid before its holder appears, the licence has the notice of the start (P573-29c).
  agenda.in(1, 'apply', () => live(country, 'alcohol-retail-licence', nazira, 'granted'));
  agenda.in(1, 'apply', () => live(country, 'residence-certificate', aigul, 'refused'));
  agenda.in(1, 'apply', () => live(country, 'residence-certificate', bakyt, 'turned_away'));
  agenda.in(1, 'apply', () => live(country, 'criminal-record-certificate', aigul, 'withdrawn'));
  // While acceptances are still owed: then a limit moves, and people are told.
  agenda.in(2, 'a moved day', () => movedDay(country, books, 1));
  const known = { provider: 'licensing-office', lasts: 5, shownAfter: 4 } as const;
  agenda.in(6, 'an outage', () => outage(country, books, known));
  agenda.in(3.5, 'e-messages fail', () => silence(country, books, 30));
  agenda.in(4000, 'e-messages fail', () => silence(country, books, 8));
  for (let number = 0; number < byChance; number++) {
    const service = random.pick([
      'residence-certificate',
      'criminal-record-certificate',
      'residence-certificate',
      'alcohol-retail-licence',
    ] as const);
    const citizen = service === 'alcohol-retail-licence' ? nazira : random.pick([aigul, bakyt]);
    agenda.in(random.between(1, hoursOfYear), `apply for ${service}`, () => live(country, service, citizen));
  }
  for (let number = 0; number < 2; number++) {
    agenda.in(random.between(1, hoursOfYear), 'an outage', () => outage(country, books, someOutage(random)));
    agenda.in(random.between(1, hoursOfYear), 'a moved day', () =>
      movedDay(country, books, random.between(1, 4)),
    );
  }
  // Long after the last of it, so that every limit has passed or been met.
  agenda.in(hoursOfYear + 2000, 'the end', () => Promise.resolve());

  const began = performance.now();
  const steps = await agenda.live(time, quiet);
  const seconds = Math.round((performance.now() - began) / 1000);

  async function quiet(): Promise<void> {
    const now = await time.now();
    await eventually(
      async () => {
        const left = await books.underWay(now, country.eMessages.fail);
        if (left.length > 0) throw new Error(left.slice(0, 5).join('; '));
        return true;
      },
      { what: 'quiet' },
    );
  }

  const phones = new Map(
    Object.values(people).map(({ principal, phone }) => [principal.subject, phone] as const),
  );
  const chronicle = await books.chronicle(await time.now(), phones);
  assert.deepEqual(check(chronicle), []);
  assert.equal(chronicle.applications.length, byChance + 4);

  // The year has seen what it was made for; else it proves nothing.
  const kinds = new Set(chronicle.notices.map(({ kind }) => kind));
  const happened = new Set(chronicle.applications.flatMap(({ events }) => events.map(({ type }) => type)));
  for (const kind of [
    'intake_refused',
    'suspended_unpaid',
    'payment_confirmed',
    'started',
    'result_ready',
    'provision_refused',
    'withdrawn',
    'term_changed',
  ]) {
    assert.ok(kinds.has(kind), `nobody had a notice ${kind}`);
  }
  for (const type of ['outage_removed', 'clock_breached', 'clock_reminded', 'status_confirmed']) {
    assert.ok(happened.has(type), `${type} did not happen`);
  }
  const instead = chronicle.notices.filter(({ deliveries }) => deliveries.some(({ insteadOf }) => insteadOf));
  assert.ok(instead.length > 0, 'no letter went in place of an e-message');
  const broken = chronicle.applications.flatMap(({ clocks }) =>
    clocks.filter(({ breachedAt }) => breachedAt),
  );
  context.diagnostic(
    `${chronicle.applications.length} applications, ${chronicle.notices.length} notices, ${broken.length} broken limits, ${instead.length} letters instead, ${steps} steps in ${seconds} s`,
  );

  // What people see over HTTP is what the books say.
  const first = chronicle.notices[0];
  assert.ok(first);
  const owner = Object.values(people).find(({ principal }) => principal.subject === first.recipientId);
  assert.ok(owner);
  const seen = dataOf(await owner.notifications.GET('/notices/{id}', { params: { path: { id: first.id } } }));
  assert.equal(seen.kind, first.kind);
});
