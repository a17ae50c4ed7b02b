import { draftAccess, submittedAccess, type Calendar } from '@kyzmat/working-time';

/** What is kept how long, counted from which named moment. */
export interface RetentionRule {
  readonly what: 'draft' | 'application';
  readonly ruleId: string;
  /** The moment it is counted from, in words. */
  readonly from: { readonly ky: string; readonly ru: string };
  readonly months: number;
  /** Whether it is removed by itself when its time is over. */
  readonly removed: boolean;
  /** The last moment of its time: the end of the matching date in the zone of the calendar. */
  ends(from: string, calendar: Calendar): string;
}

/**
 * P573-27e and P573-27f as data. The law sets the least; what was submitted stays without end (P573-31c), until
 * somebody decides otherwise.
 */
export const retention = {
  draft: {
    what: 'draft',
    ruleId: 'P573-27f',
    from: { ky: 'Акыркы сакталган учур', ru: 'Последнее сохранение' },
    months: 3,
    removed: true,
    ends: (savedAt, calendar) => draftAccess(savedAt, { calendar }).at,
  },
  application: {
    what: 'application',
    ruleId: 'P573-27e',
    from: { ky: 'Арыз берилген учур', ru: 'Подача заявления' },
    months: 12,
    removed: false,
    ends: (submittedAt, calendar) => submittedAccess(submittedAt, { calendar }).at,
  },
} as const satisfies Readonly<Record<string, RetentionRule>>;

/** How long before its end the person is told that a draft will go. */
const reminderDays = 7;
const dayMs = 24 * 3_600_000;

/** The two moments in the life of a draft nobody touches: the reminder, and the end. */
export function draftMoments(
  savedAt: string,
  calendar: Calendar,
): { readonly remindAt: string; readonly endsAt: string } {
  const endsAt = retention.draft.ends(savedAt, calendar);
  return { endsAt, remindAt: new Date(Date.parse(endsAt) - reminderDays * dayMs).toISOString() };
}
