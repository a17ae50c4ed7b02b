import { randomUUID } from 'node:crypto';
import { instant, type Clock } from '@kyzmat/clock';
import type { Providers } from '@kyzmat/contracts';
import { notFound, Problem } from '@kyzmat/http';
import type { Store } from '@kyzmat/store';

type WorksWindow = Providers['WorksWindow'];

interface StoredWindow extends Omit<WorksWindow, 'id'> {
  readonly _id: string;
}

/** P573-19b: works that the operator announced. A window never moves; it may end sooner, and what was announced stays. */
export interface Works {
  ensureIndexes(): Promise<void>;
  list(): Promise<WorksWindow[]>;
  /** @throws Problem works_in_the_past, works_too_long: works are announced beforehand, and end within a day. */
  announce(works: Providers['WorksAnnouncement'], operator: string): Promise<WorksWindow>;
  end(id: string, operator: string): Promise<WorksWindow>;
}

/** The law gives no number; a portal closed for longer is not open "round the clock, permanently". */
const longestMs = 24 * 3_600_000;
const shown = 50;

export function openWorks(store: Store, clock: Clock): Works {
  const collection = store.collection<StoredWindow>('works');
  return {
    async ensureIndexes() {
      await collection.createIndex({ from: -1 });
    },
    async list() {
      return (await collection.find().sort({ from: -1 }).limit(shown).toArray()).map(view);
    },
    async announce({ from, to, reason, closes }, recordedBy) {
      const recordedAt = instant(clock);
      if (from <= recordedAt) throw wrong('works_in_the_past', 'Works are announced before they begin.');
      if (to <= from || Date.parse(to) - Date.parse(from) > longestMs) {
        throw wrong('works_too_long', 'Works end after they began, and within 24 hours.');
      }
      const works = { _id: randomUUID(), from, to, reason, closes, recordedBy, recordedAt };
      await collection.insertOne(works);
      return view(works);
    },
    async end(id, endedBy) {
      const endedAt = instant(clock);
      const lasting = { _id: id, to: { $gt: endedAt }, endedAt: { $exists: false } };
      await collection.updateOne(lasting, { $set: { endedAt, endedBy } });
      const found = await collection.findOne({ _id: id });
      if (found === null) throw notFound('No such works.');
      return view(found);
    },
  };
}

function wrong(code: string, detail: string): Problem {
  return new Problem(422, code, detail, { ruleId: 'P573-19b' });
}

function view({ _id, ...works }: StoredWindow): WorksWindow {
  return { id: _id, ...works };
}
