import type { ActRule, Deadline } from '@kyzmat/working-time';
import { namedClock } from './conditions.ts';
import { commandAs, earlier, type Given } from './given.ts';
import type { ClosingRule, Effect } from './graph/edge.ts';
import { limit } from './limits.ts';
import { remindersOf } from './reminders.ts';
import type { ClockClosing, ClockKind, DueRule, Instant, LegalClock, Party } from './types.ts';

interface ClockRule {
  dueRule: DueRule;
  /** The act of an `action` limit. */
  act?: ActRule;
  responsible: Party;
  /** The fact its period is counted from. */
  since: (given: Given) => Instant | undefined;
}

const clockRules: Record<Exclude<ClockKind, 'notice'>, ClockRule> = {
  intake_acceptance: {
    dueRule: 'acceptance',
    responsible: 'provider',
    since: ({ state }) => state.submittedAt,
  },
  intake_refusal: { dueRule: 'refusal', responsible: 'provider', since: ({ state }) => state.submittedAt },
  provision_end: {
    dueRule: 'provision',
    responsible: 'provider',
    since: ({ outlook }) => outlook().startedAt,
  },
  result_handover: {
    dueRule: 'action',
    act: 'P573-35d',
    responsible: 'provider',
    since: ({ context }) => context.now,
  },
  outage_status: {
    dueRule: 'outage',
    responsible: 'provider',
    since: ({ command }) => commandAs(command, 'record_outage_removed').removedAt,
  },
};

/** The clocks an effect opens, those of its notices apart. */
export function opened(effect: Effect, given: Given, seq: number): LegalClock[] {
  const { state, context } = given;
  return (effect.opens ?? []).map((kind) => {
    const { dueRule, act, responsible, since: sinceWhat } = clockRules[kind];
    const since = sinceWhat(given);
    if (since === undefined) throw new TypeError(`The graph opens ${kind} before its fact`);
    const deadline = limit(dueRule, since, state.terms, context.calendar, act);
    const id = `${state.id}:${seq}:${kind}`;
    return {
      id,
      kind,
      dueRule,
      responsible,
      openedAt: context.now,
      since,
      ...timesOf(deadline),
      ...remindersOf({ kind, openedAt: context.now }, deadline.at, context.calendar),
      replanned: [],
    };
  });
}

/** What a clock keeps of the limit it stands for. */
export function timesOf(
  deadline: Deadline,
): Pick<LegalClock, 'ruleId' | 'dueAt' | 'loosest' | 'calendarVersion'> {
  const { ruleId, at, loosest, calendarVersion } = deadline;
  return { ruleId, dueAt: at, loosest, calendarVersion };
}

/** The open clocks an effect ends, each met in time, met late or no longer owed. */
export function closed(effect: Effect, given: Given): ClockClosing[] {
  return (effect.closes ?? []).flatMap((rule) =>
    given.state.clocks
      .filter((clock) => clock.closedAt === undefined && isMeant(rule, clock, given))
      .map((clock) => closing(rule, clock, given)),
  );
}

function isMeant(rule: ClosingRule, clock: LegalClock, given: Given): boolean {
  return rule.clock === 'named' ? clock === namedClock(given) : clock.kind === rule.clock;
}

function closing(rule: ClosingRule, clock: LegalClock, { command, context }: Given): ClockClosing {
  const now =
    command.type === 'close_notice' ? handedOver(clock, earlier(command.at, context.now)) : context.now;
  const late = now > clock.dueAt;
  const outcome = {
    met: late ? 'late' : 'met',
    not_owed: 'not_owed',
    dropped: late ? 'late' : 'not_owed',
  } as const;
  return { clockId: clock.id, outcome: outcome[rule.as], at: now };
}

/** A notice is handed over when the last of its required channels has taken it. */
function handedOver({ notice }: LegalClock, last: Instant): Instant {
  const earlierOnes = (notice?.handedOver ?? [])
    .filter(({ channel }) => notice?.required.includes(channel))
    .map(({ at }) => at);
  return earlierOnes.reduce((latest, at) => (at > latest ? at : latest), last);
}
