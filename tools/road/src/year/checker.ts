import {
  acceptanceNotice,
  actionNotice,
  intakeRefusalNotice,
  provisionEnd,
  statusAfterOutage,
} from '@kyzmat/working-time';
import type { ApplicationRecord, Chronicle, ClockRecord, NoticeRecord } from './chronicle.ts';

/**
 * Reads a chronicle as an inspector would who knows the law and nothing of the platform's graph: from what happened to
 * each application it says which notices the law wanted, where, by when, and what is wrong. An empty answer: every
 * notice is there once, at its place, in time or with a record of its breach.
 */
export function check(chronicle: Chronicle): readonly string[] {
  const noticesOf = Map.groupBy(chronicle.notices, ({ applicationId }) => applicationId);
  return [
    ...chronicle.applications.flatMap((application) => {
      const notices = noticesOf.get(application.id) ?? [];
      const found = [
        ...countOf(application, notices),
        ...lawOf(application, notices),
        ...placesOf(application, notices, chronicle),
        ...limitsOf(application, chronicle),
        ...breachesOf(application, chronicle),
        ...outagesOf(application, chronicle),
      ];
      return found.map((what) => `${application.id}: ${what}`);
    }),
    ...strangers(chronicle),
  ];
}

/** What each event has to tell the user, and by which rule. */
const wanted: Readonly<Record<string, string>> = {
  submitted: 'submitted', // P573-31c
  registered: 'intake_registered', // P573-35a, P573-41c
  intake_refused: 'intake_refused', // P573-35b, P573-41a
  suspended: 'suspended_unpaid', // P573-40
  payment_confirmed: 'payment_confirmed', // P573-32, P573-35c
  clarification_asked: 'clarification_asked', // P573-34a
  completed: 'result_ready', // P573-35d
  provision_refused: 'provision_refused', // P573-35e
  withdrawn: 'withdrawn', // P573-34a
  refund_opened: 'refund_opened', // P573-34a
  refunded: 'refunded', // P573-34a
};

/** Missing, doubled and uncalled-for notices. */
function countOf({ events }: ApplicationRecord, notices: readonly NoticeRecord[]): string[] {
  const due = events.flatMap(({ type, movedPromise = false }, index) => [
    // P573-29c, P573-34a: told when the appearance itself starts the service, not when it was too early for that.
    ...(type === 'appearance_recorded' && events[index + 1]?.type === 'started' ? ['started'] : []),
    ...(wanted[type] === undefined ? [] : [wanted[type]]),
    ...(type === 'clocks_replanned' && movedPromise ? ['term_changed'] : []),
  ]);
  const kinds = new Set([...due, ...notices.map(({ kind }) => kind)]);
  return [...kinds].flatMap((kind) => {
    const want = due.filter((each) => each === kind).length;
    const have = notices.filter((notice) => notice.kind === kind).length;
    if (have < want) return [`${kind} is missing (${have} of ${want})`];
    return have > want ? [`${kind} is there too often (${have} of ${want})`] : [];
  });
}

/** P573-35: one answer at intake, one at the end; nothing of money for a free service. */
function lawOf({ priceTyiyn }: ApplicationRecord, notices: readonly NoticeRecord[]): string[] {
  const count = (...kinds: readonly string[]): number =>
    notices.filter(({ kind }) => kinds.includes(kind)).length;
  const paid = ['payment_confirmed', 'suspended_unpaid', 'refund_opened', 'refunded'];
  return [
    ...(count('intake_registered', 'intake_refused') > 1 ? ['two answers at intake (P573-35b)'] : []),
    ...(count('result_ready', 'provision_refused') > 1 ? ['two answers at the end (P573-35e)'] : []),
    ...(priceTyiyn === 0 && count(...paid) > 0 ? ['a free service speaks of payment (P573-35c)'] : []),
  ];
}

/** The cabinet of the right person always, the e-message system of the right telephone once (P573-34a, P573-41c). */
function placesOf(
  application: ApplicationRecord,
  notices: readonly NoticeRecord[],
  { messages, phones }: Chronicle,
): string[] {
  return notices.flatMap(({ id, kind, recipientId, at, deliveries }) => {
    const wrong: string[] = [];
    if (recipientId !== application.ownerId) wrong.push(`${kind} went to somebody else`);
    const took = (channel: string): boolean =>
      deliveries.some((each) => each.channel === channel && each.status === 'handed_over');
    if (!took('cabinet')) wrong.push(`${kind} is not in the cabinet`);
    const sent = messages.filter((message) => message.id === `${id}:emessage`);
    const owed = kind === 'submitted' ? 0 : 1;
    if (sent.length !== owed) wrong.push(`${kind} was an e-message ${sent.length} times, not ${owed}`);
    if (owed === 1 && !took('emessage')) wrong.push(`${kind} has no proof of its e-message`);
    const letters = deliveries.filter((each) => each.channel === 'email' && each.status === 'handed_over');
    if (letters.length > 1) wrong.push(`${kind} was a letter ${letters.length} times`);
    const inTime = deliveries.some(
      (each) => each.channel === 'emessage' && (each.at ?? '') < afterHours(at, 1),
    );
    if (inTime && letters.some(({ insteadOf }) => insteadOf !== undefined)) {
      wrong.push(`${kind} was a letter in place of an e-message that went`);
    }
    const phone = phones.get(application.ownerId);
    if (sent.some(({ to }) => to !== phone)) wrong.push(`${kind} was an e-message to a wrong telephone`);
    return wrong;
  });
}

function afterHours(at: string, hours: number): string {
  return new Date(Date.parse(at) + hours * 3_600_000).toISOString();
}

/** Each limit is the one that the law counts from its fact, by the calendar that was in force. */
function limitsOf(application: ApplicationRecord, { calendars }: Chronicle): string[] {
  return application.clocks.flatMap((clock) => {
    const [first] = clock.replanned;
    const counted = [
      { at: first?.from ?? clock.dueAt, by: first?.calendarVersion ?? clock.calendarVersion },
      { at: clock.dueAt, by: clock.calendarVersion },
    ];
    return counted.flatMap(({ at, by }) => {
      const calendar = calendars.get(by);
      if (calendar === undefined) return [`${nameOf(clock)} is counted by a calendar nobody knows`];
      const right = limitOf(clock, application, { calendar });
      return right === at ? [] : [`${nameOf(clock)} is due ${at}, the law says ${right}`];
    });
  });
}

type Counting = Parameters<typeof acceptanceNotice>[1];

function limitOf({ dueRule, since }: ClockRecord, { term }: ApplicationRecord, by: Counting): string {
  switch (dueRule) {
    case 'acceptance':
      return acceptanceNotice(since, by).at;
    case 'refusal':
      return intakeRefusalNotice(since, by).at;
    case 'action':
      return actionNotice(since, 'P573-34a', by).at;
    case 'provision':
      return provisionEnd(since, term, by).at;
    case 'outage':
      return statusAfterOutage(since, by).at;
  }
}

/** Nothing is late without a record and a word to the staff; nothing in time has one. */
function breachesOf({ clocks }: ApplicationRecord, { now, alerts }: Chronicle): string[] {
  return clocks.flatMap((clock) => {
    const { dueAt, closedAt, breachedAt, outcome, id } = clock;
    const late = (closedAt ?? now) > dueAt;
    const words = alerts.filter((alert) => alert === `${id}:breach`).length;
    const wrong: string[] = [];
    if (late && outcome !== 'not_owed' && breachedAt === undefined) wrong.push('late without a record');
    if (breachedAt !== undefined && breachedAt !== dueAt)
      wrong.push('breached at another moment than its limit');
    if (breachedAt !== undefined && !late) wrong.push('recorded as broken, and was in time');
    if (breachedAt !== undefined && outcome === 'met') wrong.push('broken and met at once');
    if (words !== (breachedAt === undefined ? 0 : 1)) wrong.push(`the staff was told ${words} times`);
    if (closedAt === undefined && clock.notice !== undefined) wrong.push('never handed over');
    return wrong.map((what) => `${nameOf(clock)}: ${what}`);
  });
}

/** P573-42: 24 hours after each removal, for every application that was open then. */
function outagesOf(application: ApplicationRecord, { outages }: Chronicle): string[] {
  const { providerId, submittedAt, endedAt, clocks } = application;
  return outages
    .filter((outage) => outage.providerId === providerId)
    .flatMap(({ removedAt }) => {
      const open =
        removedAt !== undefined && submittedAt < removedAt && (endedAt === undefined || endedAt > removedAt);
      const counted = clocks.filter(
        ({ kind, since }) => kind === 'outage_status' && since === removedAt,
      ).length;
      return counted === Number(open)
        ? []
        : [`${counted} clocks for the outage removed ${removedAt ?? 'never'}`];
    });
}

/** Notices and messages that belong to nothing. */
function strangers({ applications, notices, messages }: Chronicle): string[] {
  const known = new Set(applications.map(({ id }) => id));
  const ids = new Set(notices.map(({ id }) => id));
  const doubled = notices.length - ids.size;
  return [
    ...notices
      .filter((notice) => !known.has(notice.applicationId))
      .map(({ id }) => `${id} is of no application`),
    ...(doubled > 0 ? [`${doubled} notices have an id twice`] : []),
    ...messages
      .filter(({ id }) => id.endsWith(':emessage') && !ids.has(id.slice(0, -':emessage'.length)))
      .map(({ id }) => `${id} is an e-message of no notice`),
  ];
}

function nameOf({ kind, notice }: ClockRecord): string {
  return notice === undefined ? kind : `notice ${notice.kind}`;
}
