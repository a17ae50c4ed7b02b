import type { Calendar } from '@kyzmat/working-time';

/** An instant as text, ISO-8601 UTC. */
type Instant = string;

export interface ClockRecord {
  readonly id: string;
  readonly kind: string;
  readonly dueRule: 'acceptance' | 'refusal' | 'action' | 'provision' | 'outage';
  readonly ruleId: string;
  readonly responsible: string;
  readonly since: Instant;
  readonly dueAt: Instant;
  readonly calendarVersion: string;
  readonly notice?: { readonly kind: string; readonly required: readonly string[] };
  readonly breachedAt?: Instant;
  readonly closedAt?: Instant;
  readonly outcome?: string;
  readonly replanned: readonly {
    readonly from: Instant;
    readonly to: Instant;
    readonly calendarVersion: string;
  }[];
}

/** One application as it stands at the end, with the names of all that happened to it. */
export interface ApplicationRecord {
  readonly id: string;
  readonly ownerId: string;
  readonly providerId: string;
  readonly priceTyiyn: number;
  readonly submittedAt: Instant;
  readonly endedAt?: Instant;
  readonly term: { readonly count: number; readonly unit: 'working_days' | 'calendar_days' | 'hours' };
  /** `told`: whether the event itself said that a date shown to the user moved. */
  readonly events: readonly {
    readonly type: string;
    readonly at: Instant;
    readonly movedPromise?: boolean;
  }[];
  readonly clocks: readonly ClockRecord[];
}

/** A notice as its person finds it in the cabinet. */
export interface NoticeRecord {
  readonly id: string;
  readonly applicationId: string;
  readonly recipientId: string;
  readonly kind: string;
  /** When it came into the cabinet. */
  readonly at: Instant;
  readonly deliveries: readonly {
    readonly channel: string;
    readonly status: string;
    readonly at?: Instant;
    /** It went in the place of this channel. */
    readonly insteadOf?: string;
  }[];
}

/** What arrived at the e-message system. */
export interface MessageRecord {
  readonly id: string;
  readonly to: string;
}

export interface OutageRecord {
  readonly providerId: string;
  readonly startedAt: Instant;
  readonly removedAt?: Instant;
}

/** Everything there is at the end of the year, from all processes and from outside. */
export interface Chronicle {
  readonly now: Instant;
  readonly applications: readonly ApplicationRecord[];
  readonly notices: readonly NoticeRecord[];
  readonly messages: readonly MessageRecord[];
  /** Ids of the words to the staff that were sent. */
  readonly alerts: readonly string[];
  readonly outages: readonly OutageRecord[];
  /** By person: the telephone that messages must go to. */
  readonly phones: ReadonlyMap<string, string>;
  readonly calendars: ReadonlyMap<string, Calendar>;
}
