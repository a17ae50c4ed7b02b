import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Principal } from '@kyzmat/auth';
import { parseEvent, topics, type Applications, type EventData } from '@kyzmat/contracts';
import type { CloudEvent } from '@kyzmat/event-bus';
import { eventually } from '@kyzmat/testing/eventually';
import { createCalendar, kyrgyzCalendar } from '@kyzmat/working-time';
import request from 'supertest';
import { breachCursor } from '../breaches/routes.ts';
import type { ApplicationDocument } from '../state/application.ts';
import { publishVariant } from '../testing/neighbours.ts';
import type { Calls } from '../testing/calls.ts';
import { act, aigul, apply, bodyOf, ermek, nurlan, operator, register, view } from '../testing/people.ts';
import { openStage, type Stage } from '../testing/stage.ts';

let stage: Stage;
let calls: Calls;
/** What applications told the others so far. */
const told: EventData['ApplicationEvent'][] = [];
let listener: { joined(): Promise<void>; stop(): Promise<void> };

/** The law's own week: Friday 2021-03-12. Times below are those of Bishkek. */
const local = (text: string): string => new Date(`${text.replace(' ', 'T')}:00+06:00`).toISOString();
const friday = local('2021-03-12 10:00');
const head: Principal = { ...nurlan, subject: 'zhyldyz', role: 'provider_head' };
const notifications: Principal = { subject: 'notifications', role: 'system' };
before(async () => {
  stage = await openStage(friday);
  ({ calls } = stage);
  publishVariant(stage.neighbours, 'in-person', {
    appearanceRequired: true,
    appearanceBasis: { ky: 'Жобо, 3-пункт', ru: 'Положение, пункт 3' },
    appearancePlace: { ky: '1-терезе', ru: 'Окно 1' },
  });
  listener = await stage.kit.bus.consume({
    group: 'test',
    topics: [topics.applications],
    handle({ messages }) {
      const events = messages.flatMap(({ event }) => event ?? []);
      told.push(...events.map(({ data }) => parseEvent('ApplicationEvent', data)));
      return Promise.resolve();
    },
  });
  await listener.joined();
});
after(async () => {
  await listener.stop();
  await stage.stop();
});

type View = Applications['ApplicationView'];
const publish = (type: string, subject: string, data: object): Promise<void> => {
  const envelope = { specversion: '1.0', source: '/test', datacontenttype: 'application/json' } as const;
  const event: CloudEvent = { ...envelope, id: randomUUID(), type, subject, time: friday, data };
  return stage.kit.bus.publish(topics.providers, [event]);
};
const seenWhen = (id: string, holds: (seen: View) => boolean): Promise<View> =>
  eventually(async () => {
    const seen = await view(calls, aigul, id);
    return holds(seen) ? seen : undefined;
  });
function clockOf({ clocks }: Pick<View, 'clocks'>, kind: string): View['clocks'][number] {
  const found = clocks.findLast((clock) => clock.kind === kind);
  assert.ok(found, `no clock ${kind}`);
  return found;
}
async function breachesOf(who: Principal, id: string): Promise<Applications['Breach'][]> {
  const { breaches } = bodyOf<{ breaches: Applications['Breach'][] }>(
    await calls.get(who, '/breaches?limit=100'),
  );
  return breaches.filter(({ applicationId }) => applicationId === id);
}
const alertsOf = (id: string): string[] =>
  told
    .filter(({ applicationId }) => applicationId === id)
    .flatMap(({ alerts = [] }) => alerts.map(({ alertId }) => alertId.replace(`${id}:`, '')));

test('P573-29c: a service that wants the person there starts with the appearance; its end and its notice follow', async () => {
  stage.clock.set(friday);
  const id = await apply(stage, calls, aigul, 'in-person');
  await act(calls, nurlan, id, register);
  const waiting = await view(calls, aigul, id);
  assert.equal(waiting.stage, 'accepted');
  assert.ok(waiting.clocks.every(({ kind }) => kind !== 'provision_end'));
  stage.clock.set(local('2021-03-16 12:00'));
  const appearedAt = local('2021-03-16 11:40');
  const came = await act(calls, nurlan, id, { type: 'record_appearance', appearedAt });
  assert.equal(came.status, 200, came.text);
  const started = await view(calls, aigul, id);
  assert.deepEqual(
    [started.stage, started.startedAt, started.provisionEndsAt],
    ['in_progress', appearedAt, local('2021-03-18 11:40')],
  );
  assert.equal(clockOf(started, 'provision_end').dueAt, local('2021-03-18 11:40'));
  await eventually(() =>
    told.some((event) => event.notices.some(({ noticeId }) => noticeId.endsWith(':started'))),
  );
});

test('P573-34a: a question is told within a working day, and no limit stops for it', async () => {
  stage.clock.set(local('2021-03-12 17:00'));
  const id = await apply(stage, calls, aigul);
  await act(calls, nurlan, id, register);
  const before = clockOf(await view(calls, aigul, id), 'provision_end').dueAt;
  const asked = { type: 'ask_clarification', wants: 'information', question: 'Кайсы дарек?' };
  assert.equal((await act(calls, nurlan, id, asked)).status, 200);
  const { clocks } = await view(calls, operator, id);
  const owed = clocks.find(({ noticeKind }) => noticeKind === 'clarification_asked');
  assert.deepEqual([owed?.dueAt, owed?.ruleId], [local('2021-03-15 17:00'), 'P573-34a']);
  assert.equal(clockOf({ clocks }, 'provision_end').dueAt, before);
});

test('P573-42: an outage removed Saturday 09:00 leaves until Sunday 09:00; it is the reason shown, and moves nothing', async () => {
  stage.clock.set(local('2021-03-12 15:30'));
  const early = await apply(stage, calls, aigul);
  const inWork = await apply(stage, calls, aigul);
  await act(calls, nurlan, inWork, register);
  const intake = clockOf(await view(calls, aigul, early), 'intake_acceptance').dueAt;
  const outage = {
    providerId: 'population-register',
    outageId: randomUUID(),
    cause: 'no_electricity',
    startedAt: local('2021-03-12 18:00'),
    at: local('2021-03-12 18:10'),
  };
  stage.clock.set(local('2021-03-12 18:10'));
  await publish('provider.outage.v1', outage.providerId, outage);
  const during = await seenWhen(early, (seen) => seen.outage !== undefined);
  assert.equal(during.outage?.cause.ru, 'Не было электричества');
  // Who applies meanwhile reads it at once.
  const late = await apply(stage, calls, aigul);
  assert.equal((await view(calls, aigul, late)).outage?.startedAt, outage.startedAt);

  stage.clock.set(local('2021-03-13 09:05'));
  const removed = { ...outage, removedAt: local('2021-03-13 09:00') };
  await publish('provider.outage.v1', outage.providerId, removed);
  await publish('provider.outage.v1', outage.providerId, removed);
  for (const id of [early, inWork, late]) {
    const seen = await seenWhen(id, ({ clocks }) => clocks.some(({ kind }) => kind === 'outage_status'));
    const clock = clockOf(seen, 'outage_status');
    assert.deepEqual([clock.dueAt, clock.ruleId], [local('2021-03-14 09:00'), 'P573-42']);
    const recorded = seen.timeline.filter(({ type }) => type === 'outage_recorded');
    assert.deepEqual(
      recorded.map(({ because }) => because?.ky),
      ['Электр жарыгы жок болду'],
    );
  }
  const shown = await view(calls, aigul, early);
  assert.equal(clockOf(shown, 'intake_acceptance').dueAt, intake, 'the times of P573-41 stay');

  const owing = async (who: Principal): Promise<string[]> =>
    bodyOf<{ applications: Applications['ApplicationSummary'][] }>(
      await calls.get(who, '/applications?owes=outage_status&limit=100'),
    ).applications.map(({ id }) => id);
  assert.deepEqual((await owing(nurlan)).filter((id) => id === early || id === late).length, 2);
  assert.deepEqual(await owing(ermek), [], 'another provider has nothing to confirm');

  stage.clock.set(local('2021-03-13 12:00'));
  await act(calls, nurlan, early, { type: 'confirm_status' });
  assert.ok(!(await owing(nurlan)).includes(early));
  assert.ok((await owing(nurlan)).includes(late));
  assert.equal(clockOf(await view(calls, aigul, early), 'outage_status').outcome, 'met');
  stage.clock.set(local('2021-03-14 09:01'));
  await seenWhen(late, (seen) => clockOf(seen, 'outage_status').breachedAt !== undefined);
  assert.equal((await breachesOf(operator, late))[0]?.outage?.ru, 'Не было электричества');
});

test('P573-29d: the staff is reminded in working hours before a limit and told of its breach, each once', async () => {
  stage.clock.set(friday);
  const id = await apply(stage, calls, aigul);
  // Half of the working hours until Monday 10:00, and four fifths: both on Friday.
  stage.clock.set(local('2021-03-12 14:30'));
  const clock = '1:intake_acceptance';
  await eventually(() => alertsOf(id).includes(`${clock}:reminder:0`));
  stage.clock.set(local('2021-03-12 17:12'));
  await eventually(() => alertsOf(id).includes(`${clock}:reminder:1`));
  stage.clock.set(local('2021-03-16 00:01'));
  await eventually(() => alertsOf(id).includes(`1:intake_refusal:breach`));
  await act(calls, nurlan, id, register);
  await seenWhen(id, ({ stage: at }) => at === 'in_progress');
  assert.deepEqual(
    alertsOf(id).filter((alert) => alert.startsWith(clock)),
    [`${clock}:reminder:0`, `${clock}:reminder:1`, `${clock}:breach`],
  );
});

test('P573-41c: the record of a breach stays, mended or not, for operator, provider and user; nothing takes it away', async () => {
  stage.clock.set(friday);
  const id = await apply(stage, calls, aigul);
  const [late, gone] = [id, await apply(stage, calls, aigul)];
  stage.clock.set(local('2021-03-16 09:00'));
  for (const each of [late, gone]) {
    await seenWhen(each, (seen) => clockOf(seen, 'intake_acceptance').breachedAt !== undefined);
  }
  await act(calls, nurlan, late, register);
  await act(calls, aigul, gone, { type: 'withdraw' });
  for (const each of [late, gone]) {
    for (const who of [operator, head]) {
      const breach = (await breachesOf(who, each)).find(({ kind }) => kind === 'intake_acceptance');
      assert.deepEqual(
        [breach?.breachedAt, breach?.mendedAt],
        [local('2021-03-15 10:00'), local('2021-03-16 09:00')],
      );
    }
    const { timeline } = await view(calls, aigul, each);
    assert.ok(timeline.some(({ text }) => text.ru === 'Срок прошёл: Уведомить о приёме'));
  }
  assert.deepEqual(await breachesOf(ermek, late), [], 'another provider sees nothing of it');
  assert.equal((await calls.get(aigul, '/breaches')).status, 403);
  for (const method of ['post', 'put', 'patch', 'delete'] as const) {
    for (const path of ['/breaches', `/breaches/${late}:1:intake_acceptance`]) {
      const answer = await request(stage.app.http)[method](path).set(stage.token('desk', operator)).send({});
      assert.ok([404, 405].includes(answer.status), `${method} ${path}: ${answer.status}`);
    }
  }
  assert.ok((await breachesOf(operator, late)).length > 0);
});

test('the list of breaches walks along an index', async () => {
  const documents = stage.kit.store.collection<ApplicationDocument>('applications');
  for (const scope of [{}, { 'state.providerId': 'population-register' }]) {
    const explained = JSON.stringify(await breachCursor(documents, scope, undefined, 25).explain());
    const plan = /"winningPlan":(.*?),"rejectedPlans"/u.exec(explained)?.[1] ?? '';
    assert.match(plan, /IXSCAN/);
    assert.doesNotMatch(plan, /COLLSCAN|"SORT"/);
  }
});

test('P573-35a: a new calendar moves promised dates openly: from, to, why, by which calendar, in a notice and on the page', async () => {
  stage.clock.set(friday);
  const [open, closed] = [await apply(stage, calls, aigul), await apply(stage, calls, aigul)];
  await act(calls, nurlan, open, register);
  await act(calls, aigul, closed, { type: 'withdraw' });
  const before = clockOf(await view(calls, aigul, open), 'provision_end');
  const ended = await view(calls, aigul, closed);
  const reason = { ky: 'Министрлер Кабинетинин токтому', ru: 'Распоряжение Кабинета министров' };
  const day = { date: '2021-03-15', working: false, reason };
  const calendar = createCalendar(kyrgyzCalendar).withExceptions([day], 'test-moved');
  stage.neighbours.calendar = calendar.data;
  await publish('calendar.published.v1', 'calendar', { version: 'test-moved', at: friday });
  const moved = await seenWhen(open, (seen) => clockOf(seen, 'provision_end').dueAt !== before.dueAt);

  const clock = clockOf(moved, 'provision_end');
  const after = local('2021-03-17 10:00');
  assert.deepEqual(
    [before.dueAt, clock.dueAt, moved.provisionEndsAt],
    [local('2021-03-16 10:00'), after, after],
  );
  const [replan] = clock.replanned ?? [];
  assert.deepEqual([replan?.from, replan?.to], [before.dueAt, after]);
  assert.match(replan?.reason.ru ?? '', /15 марта 2021.*нерабочий день \(Распоряжение Кабинета министров\)/);
  assert.equal(replan?.calendarVersion, kyrgyzCalendar.version);
  const line = moved.timeline.find(({ type }) => type === 'clocks_replanned');
  assert.deepEqual(
    line?.moved?.map(({ from, to }) => [from, to]),
    [[before.dueAt, after]],
  );
  const why = clock.why.map(({ text }) => text.ru).join(' ');
  assert.match(why, /Распоряжение Кабинета министров/, 'the count itself names the day');

  const owed = await eventually(() =>
    told.find(
      (event) => event.applicationId === open && event.notices.some(({ kind }) => kind === 'term_changed'),
    ),
  );
  const noticeId = owed.notices[0]?.noticeId ?? '';
  const facts = bodyOf<Applications['NoticeFacts']>(
    await request(stage.app.http)
      .get(`/applications/${open}/notices/${noticeId}`)
      .set(stage.token('notifications', notifications)),
  );
  assert.equal(facts.moved?.[0]?.to, after);
  assert.match(facts.because?.ky ?? '', /токтому/);

  const still = await view(calls, aigul, closed);
  assert.deepEqual(
    still.clocks.map(({ dueAt, closedAt, replanned }) => ({ dueAt, closedAt, replanned })),
    ended.clocks.map(({ dueAt, closedAt }) => ({ dueAt, closedAt, replanned: undefined })),
    'what was closed stays closed',
  );
  assert.deepEqual(still.timeline, ended.timeline);
  assert.deepEqual(await breachesOf(operator, open), [], 'a calendar makes nobody late');
});
