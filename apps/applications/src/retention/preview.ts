import type { Applications as Contract } from '@kyzmat/contracts';
import type { mongo } from 'mongoose';
import type { RetentionParts } from './routes.ts';
import { retention, type RetentionRule } from './policy.ts';

type Day = Contract['Retention']['preview'][number];

/** How many drafts and applications there are of each day, and of them those on hold. */
interface Counted {
  /** `YYYY-MM-DD` in the zone of the calendar. */
  readonly _id: string;
  readonly count: number;
  readonly held: number;
  /** A moment of that day, from which the end is counted. */
  readonly from: string;
}

/** On which day how many come to their end, soonest first. Counts, so that nobody's data are shown (P573-43). */
export async function preview({ drafts, applications, calendars, holds }: RetentionParts): Promise<Day[]> {
  const [calendar, standing] = await Promise.all([calendars.current(), holds.standing()]);
  const held = standing.map(({ applicationId }) => applicationId);
  const unsubmitted = [
    {
      $lookup: {
        from: 'applications',
        localField: '_id',
        foreignField: '_id',
        as: 'sent',
        pipeline: [{ $project: { _id: 1 } }],
      },
    },
    { $match: { sent: [] } },
  ];
  const [ofDrafts, ofApplications] = await Promise.all([
    drafts.documents
      .aggregate<Counted>([...unsubmitted, ...byDay('$state.savedAt', calendar.zone, held)])
      .toArray(),
    applications.documents.aggregate<Counted>(byDay('$state.submittedAt', calendar.zone, held)).toArray(),
  ]);
  const ends = (rule: RetentionRule, counted: readonly Counted[]): Day[] =>
    counted.map(({ count, held: kept, from }) => {
      return {
        what: rule.what,
        on: calendar.dateOf(justBefore(rule.ends(from, calendar))),
        count,
        held: kept,
      };
    });
  return [...ends(retention.draft, ofDrafts), ...ends(retention.application, ofApplications)].sort((a, b) =>
    a.on < b.on ? -1 : 1,
  );
}

/** The end of a day is the first moment of the next: what is told is the last day on which it is kept. */
function justBefore(at: string): string {
  return new Date(Date.parse(at) - 1).toISOString();
}

function byDay(moment: string, timezone: string, held: readonly string[]): mongo.Document[] {
  const date = { $dateToString: { date: { $toDate: moment }, format: '%Y-%m-%d', timezone } };
  const isHeld = { $cond: [{ $in: ['$_id', [...held]] }, 1, 0] };
  return [{ $group: { _id: date, count: { $sum: 1 }, held: { $sum: isHeld }, from: { $min: moment } } }];
}
