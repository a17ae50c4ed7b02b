import type { Caller } from '@kyzmat/auth';
import { permit, Problem } from '@kyzmat/http';
import type { Journal } from '@kyzmat/journal';
import { may } from '@kyzmat/policy';
import type { Store } from '@kyzmat/store';

/** Copies of all data that people take: each stands in their journal, and there is a pause between two. */
export interface Exports {
  /** @throws Problem wait_before_next (429) */
  take(caller: Caller): Promise<void>;
}

interface LastExport {
  readonly _id: string;
  readonly at: Date;
}

const pauseMs = 10 * 60_000;

export function openExports(store: Store, journal: Pick<Journal, 'records'>): Exports {
  const collection = store.collection<LastExport>('data-exports');
  return {
    async take(caller) {
      permit(may(caller, 'own-data.manage'));
      const { subject } = caller;
      // In real time: it is about load, not about law.
      const now = Date.now();
      const known = await collection.findOneAndUpdate(
        { _id: subject },
        [{ $set: { at: { $cond: [{ $gt: ['$at', new Date(now - pauseMs)] }, '$at', new Date(now)] } } }],
        { upsert: true, returnDocument: 'before' },
      );
      const waitMs = known === null ? 0 : known.at.getTime() + pauseMs - now;
      if (waitMs > 0) throw tooSoon(Math.ceil(waitMs / 1000));
      await journal.records(caller, { subject, act: 'data.exported' });
    },
  };
}

function tooSoon(retryAfterSeconds: number): Problem {
  const minutes = Math.ceil(retryAfterSeconds / 60);
  return new Problem(429, 'wait_before_next', undefined, {
    retryAfterSeconds,
    message: {
      ky: `Көчүрмөнү жакында алгансыз. Кийинкисин ${minutes} мүнөттөн кийин алсаңыз болот.`,
      ru: `Вы недавно получили копию. Следующую можно получить через ${minutes} мин.`,
      en: `You took a copy a short while ago. The next one can be taken in ${minutes} min.`,
    },
  });
}
