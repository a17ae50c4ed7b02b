import { instant } from '@kyzmat/clock';
import type { Applications as Contract } from '@kyzmat/contracts';
import { Problem } from '@kyzmat/http';
import type { Kit } from '@kyzmat/kit';
import { isFinal, type ApplicationState } from '@kyzmat/lifecycle';
import type { mongo } from 'mongoose';

/** What a user thinks of one ended application. It stands beside the application, so that nothing can depend on it (P573-36b). */
interface StoredRating {
  /** The application's id: one rating an application. */
  readonly _id: string;
  readonly providerId: string;
  readonly serviceCode: string;
  readonly serviceVersion: number;
  readonly stars: number;
  readonly suggestion?: string;
  readonly at: string;
  readonly changedAt: string;
  /** How often it was changed; more than anybody would means a program. */
  readonly changes: number;
}
type Said = Pick<StoredRating, 'stars' | 'suggestion'>;

export interface Ratings {
  /** Gives or changes the rating of an ended application. Throws Problem. */
  rate(state: ApplicationState, said: Said): Promise<Contract['Rating']>;
  /** What its user sees of it; undefined while the application goes on. */
  of(state: ApplicationState): Promise<Contract['ApplicationView']['rating']>;
  /** Undefined while fewer than five have rated. */
  ofService(code: string): Promise<Contract['ServiceRating'] | undefined>;
  /** Suggestions, newest first; of one provider, or of all. */
  suggestions(about: { readonly providerId?: string; readonly before?: string }): Promise<StoredRating[]>;
  /** P573-49: what its person thought goes with the application. */
  remove(id: string): Promise<void>;
  start(): Promise<void>;
}

const dayMs = 86_400_000;
const changeableMs = 14 * dayMs;
const mostChanges = 20;
/** With fewer, one could tell who said what. */
const fewest = 5;
export const suggestionsAPage = 50;

export function openRatings(kit: Kit): Ratings {
  const collection = kit.store.collection<StoredRating>('ratings');
  const now = (): string => instant(kit.clock);

  async function rate(
    state: ApplicationState,
    { stars, suggestion = '' }: Said,
  ): Promise<Contract['Rating']> {
    if (!isFinal(state.stage)) throw notYet();
    const text = suggestion.trim();
    const at = now();
    const given = await collection.findOne({ _id: state.id });
    if (given !== null && at > changeableUntil(given)) throw tooLate();
    if (given !== null && given.changes >= mostChanges) throw tooOften();
    const { providerId, serviceCode, serviceVersion } = state;
    // One document and one upsert: pressed twice, or in two windows, it is still one rating, and the last word counts.
    await collection.updateOne(
      { _id: state.id },
      {
        $set: { stars, changedAt: at, ...(text !== '' && { suggestion: text }) },
        ...(text === '' && { $unset: { suggestion: '' } }),
        $setOnInsert: { providerId, serviceCode, serviceVersion, at },
        $inc: { changes: 1 },
      },
      { upsert: true },
    );
    const changed = await collection.findOne({ _id: state.id });
    if (changed === null) throw new Error('The rating that was just written is not there');
    return ratingOf(changed);
  }

  return {
    rate,
    async of(state) {
      if (!isFinal(state.stage)) return undefined;
      const given = await collection.findOne({ _id: state.id });
      if (given === null) return { open: true };
      return { given: ratingOf(given), open: now() <= changeableUntil(given) && given.changes < mostChanges };
    },
    async ofService(serviceCode) {
      const counted = await collection
        .aggregate<{ _id: number; count: number }>([
          { $match: { serviceCode } },
          { $group: { _id: '$stars', count: { $sum: 1 } } },
        ])
        .toArray();
      return summary(new Map(counted.map(({ _id, count }) => [_id, count])));
    },
    suggestions({ providerId, before }) {
      const filter: mongo.Filter<StoredRating> = {
        suggestion: { $exists: true },
        ...(providerId !== undefined && { providerId }),
        ...(before !== undefined && { changedAt: { $lt: before } }),
      };
      return collection.find(filter).sort({ changedAt: -1 }).limit(suggestionsAPage).toArray();
    },
    async remove(id) {
      await collection.deleteOne({ _id: id });
    },
    async start() {
      const said = { suggestion: { $exists: true } };
      await collection.createIndexes([
        { key: { serviceCode: 1, stars: 1 } },
        { key: { providerId: 1, changedAt: -1 }, partialFilterExpression: said },
        { key: { changedAt: -1 }, partialFilterExpression: said },
      ]);
    },
  };
}

/** Five kinds of rating with how many gave them, as one says it of a service. */
export function summary(counted: ReadonlyMap<number, number>): Contract['ServiceRating'] | undefined {
  const stars = [1, 2, 3, 4, 5].map((star) => counted.get(star) ?? 0);
  const count = stars.reduce((sum, many) => sum + many, 0);
  if (count < fewest) return undefined;
  const total = stars.reduce((sum, many, index) => sum + many * (index + 1), 0);
  return { count, average: Math.round((total / count) * 10) / 10, stars };
}

function changeableUntil({ at }: StoredRating): string {
  return new Date(Date.parse(at) + changeableMs).toISOString();
}

function ratingOf(rating: StoredRating): Contract['Rating'] {
  const { stars, suggestion, at } = rating;
  const said = suggestion === undefined ? {} : { suggestion };
  return { stars, ...said, at, changeableUntil: changeableUntil(rating) };
}

function notYet(): Problem {
  return new Problem(409, 'not_ended', undefined, {
    message: {
      ky: 'Арыз каралып бүткөндөн кийин баа берсеңиз болот.',
      ru: 'Оценить услугу можно, когда по заявлению всё закончится.',
    },
  });
}

function tooLate(): Problem {
  return new Problem(409, 'rating_closed', undefined, {
    message: {
      ky: 'Баанызды 14 күндүн ичинде гана өзгөртсө болот. Берген бааңыз сакталды.',
      ru: 'Изменить оценку можно было в течение 14 дней. Поставленная оценка сохранена.',
    },
  });
}

function tooOften(): Problem {
  return new Problem(429, 'rating_changed_too_often', undefined, {
    message: {
      ky: 'Баа өтө көп жолу өзгөртүлдү. Акыркы бааңыз сакталды.',
      ru: 'Оценку меняли слишком часто. Сохранена последняя.',
    },
  });
}
