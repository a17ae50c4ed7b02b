import assert from 'node:assert/strict';
import test from 'node:test';
import { createCalendar, kyrgyzCalendar } from '@kyzmat/working-time';
import { check } from './checker.ts';
import type { ApplicationRecord, Chronicle, ClockRecord, NoticeRecord } from './chronicle.ts';

const calendar = createCalendar(kyrgyzCalendar);
/** Friday 2021-03-12, 10:00 in Bishkek; a working day later is Monday 10:00. */
const friday = '2021-03-12T04:00:00.000Z';
const monday = '2021-03-15T04:00:00.000Z';
const soon = '2021-03-12T05:00:00.000Z';
const late = '2021-03-15T05:00:00.000Z';

function clockOf(kind: string, change: Partial<ClockRecord> = {}): ClockRecord {
  return {
    id: `a:1:${kind}`,
    kind: 'notice',
    dueRule: 'action',
    ruleId: 'P573-34a',
    responsible: 'portal',
    since: friday,
    dueAt: monday,
    calendarVersion: calendar.version,
    notice: { kind, required: ['cabinet'] },
    closedAt: soon,
    outcome: 'met',
    replanned: [],
    ...change,
  };
}
function noticeOf(kind: string, change: Partial<NoticeRecord> = {}): NoticeRecord {
  const deliveries = ['cabinet', 'emessage'].map((channel) => ({ channel, status: 'handed_over', at: soon }));
  return {
    id: `a:1:${kind}`,
    applicationId: 'a',
    recipientId: 'aigul',
    kind,
    at: soon,
    deliveries,
    ...change,
  };
}
const application: ApplicationRecord = {
  id: 'a',
  ownerId: 'aigul',
  providerId: 'registry',
  priceTyiyn: 0,
  submittedAt: friday,
  endedAt: late,
  term: { count: 2, unit: 'working_days' },
  events: ['submitted', 'registered', 'approved', 'completed'].map((type) => ({ type, at: friday })),
  clocks: [
    clockOf('submitted'),
    clockOf('intake_registered', { dueRule: 'acceptance' }),
    clockOf('result_ready'),
  ],
};
const good: Chronicle = {
  now: '2022-03-12T04:00:00.000Z',
  applications: [application],
  notices: [noticeOf('submitted'), noticeOf('intake_registered'), noticeOf('result_ready')],
  messages: ['intake_registered', 'result_ready'].map((kind) => ({ id: `a:1:${kind}:emessage`, to: '+1' })),
  alerts: [],
  outages: [],
  phones: new Map([['aigul', '+1']]),
  calendars: new Map([[calendar.version, calendar]]),
};

const withApplication = (change: Partial<ApplicationRecord>): Chronicle => ({
  ...good,
  applications: [{ ...application, ...change }],
});
const withClock = (kind: string, change: Partial<ClockRecord>, more: Partial<Chronicle> = {}): Chronicle => ({
  ...withApplication({
    clocks: application.clocks.map((clock) =>
      clock.notice?.kind === kind ? { ...clock, ...change } : clock,
    ),
  }),
  ...more,
});
const withNotice = (kind: string, change: Partial<NoticeRecord>): Chronicle => ({
  ...good,
  notices: good.notices.map((notice) => (notice.kind === kind ? { ...notice, ...change } : notice)),
});
const inCabinet = { channel: 'cabinet', status: 'handed_over', at: soon };
const byMessage = (at: string) => ({ channel: 'emessage', status: 'handed_over', at });
const byLetter = { channel: 'email', status: 'handed_over', at: late, insteadOf: 'emessage' };
const { closedAt: _closed, outcome: _outcome, ...open } = clockOf('result_ready');

test('a history as the law wants it has no fault', () => {
  assert.deepEqual(check(good), []);
});

test('a late notice with its record and its word to the staff has no fault either', () => {
  const mended = { closedAt: late, outcome: 'late', breachedAt: monday };
  assert.deepEqual(check(withClock('result_ready', mended, { alerts: ['a:1:result_ready:breach'] })), []);
});

test('a letter in place of an e-message that came only later has no fault', () => {
  const deliveries = [inCabinet, byMessage(late), byLetter];
  assert.deepEqual(check(withNotice('result_ready', { deliveries })), []);
});

const broken: readonly (readonly [name: string, history: Chronicle, fault: RegExp])[] = [
  ['missing', { ...good, notices: good.notices.slice(1) }, /submitted is missing \(0 of 1\)/],
  [
    'doubled',
    { ...good, notices: [...good.notices, noticeOf('result_ready', { id: 'a:9:result_ready' })] },
    /result_ready is there too often \(2 of 1\)/,
  ],
  [
    'uncalled for',
    { ...good, notices: [...good.notices, noticeOf('withdrawn', { id: 'a:9:withdrawn' })] },
    /withdrawn is there too often \(1 of 0\)/,
  ],
  ['to somebody else', withNotice('result_ready', { recipientId: 'bakyt' }), /went to somebody else/],
  ['not in the cabinet', withNotice('submitted', { deliveries: [] }), /submitted is not in the cabinet/],
  [
    'e-message twice',
    { ...good, messages: [...good.messages, ...good.messages.slice(0, 1)] },
    /was an e-message 2 times/,
  ],
  [
    'two letters',
    withNotice('result_ready', { deliveries: [inCabinet, byMessage(soon), byLetter, byLetter] }),
    /result_ready was a letter 2 times/,
  ],
  [
    'a letter in place of an e-message that went',
    withNotice('result_ready', { deliveries: [inCabinet, byMessage(soon), byLetter] }),
    /in place of an e-message that went/,
  ],
  ['e-message never', { ...good, messages: good.messages.slice(1) }, /was an e-message 0 times/],
  ['wrong telephone', { ...good, phones: new Map([['aigul', '+2']]) }, /to a wrong telephone/],
  [
    'payment of a free service',
    {
      ...withApplication({ events: [...application.events, { type: 'payment_confirmed', at: friday }] }),
      notices: [...good.notices, noticeOf('payment_confirmed')],
      messages: [...good.messages, { id: 'a:1:payment_confirmed:emessage', to: '+1' }],
    },
    /a free service speaks of payment/,
  ],
  [
    'both answers at intake',
    { ...good, notices: [...good.notices, noticeOf('intake_refused', { id: 'a:9:intake_refused' })] },
    /two answers at intake/,
  ],
  [
    'both answers at the end',
    { ...good, notices: [...good.notices, noticeOf('provision_refused', { id: 'a:9:provision_refused' })] },
    /two answers at the end/,
  ],
  [
    'late without a record',
    withClock('result_ready', { closedAt: late, outcome: 'late' }),
    /result_ready: late without a record/,
  ],
  [
    'never handed over, and silent',
    withApplication({ clocks: [...application.clocks.slice(0, 2), open] }),
    /late without a record[\s\S]*never handed over/,
  ],
  [
    'record without lateness',
    withClock('result_ready', { breachedAt: monday }, { alerts: ['a:1:result_ready:breach'] }),
    /was in time/,
  ],
  [
    'breach told to nobody',
    withClock('result_ready', { closedAt: late, outcome: 'late', breachedAt: monday }),
    /the staff was told 0 times/,
  ],
  ['a limit too generous', withClock('result_ready', { dueAt: late }), /the law says 2021-03-15T04/],
  [
    'a moved date nobody was told of',
    withApplication({
      events: [...application.events, { type: 'clocks_replanned', at: friday, movedPromise: true }],
    }),
    /term_changed is missing/,
  ],
  [
    'an outage without its clock',
    { ...good, outages: [{ providerId: 'registry', startedAt: friday, removedAt: soon }] },
    /0 clocks for the outage/,
  ],
  [
    'a start nobody was told of',
    withApplication({
      events: ['appearance_recorded', 'started', ...application.events.map(({ type }) => type)].map(
        (type) => ({
          type,
          at: friday,
        }),
      ),
    }),
    /started is missing/,
  ],
  ['a notice of nothing', { ...good, applications: [] }, /is of no application/],
];
for (const [name, history, fault] of broken) {
  test(`the checker finds: ${name}`, () => {
    assert.match(check(history).join('\n'), fault);
  });
}
