import { randomUUID } from 'node:crypto';
import type { Caller } from '@kyzmat/auth';
import { instant, type Clock } from '@kyzmat/clock';
import type { Providers } from '@kyzmat/contracts';
import { notFound, Problem } from '@kyzmat/http';
import type { Store } from '@kyzmat/store';

type Incident = Providers['Incident'];
type Entry = Incident['entries'][number];
/** Everything that is told in words; the last word has none. */
type Told = Exclude<Entry['kind'], 'closed'>;

interface StoredIncident extends Omit<Incident, 'id'> {
  readonly _id: string;
}

/**
 * P573-19e: what was seen, what was found, which measure was taken, who and when. Entries are only ever added; the last
 * one closes it, and only where finding and measure stand before.
 */
export interface Incidents {
  ensureIndexes(): Promise<void>;
  list(): Promise<Incident[]>;
  get(id: string): Promise<Incident>;
  open(seen: string, sighting: string | undefined, by: Caller): Promise<Incident>;
  add(id: string, kind: Told, text: string, by: Caller): Promise<Incident>;
  close(id: string, by: Caller): Promise<Incident>;
}

const shown = 200;

export function openIncidents(store: Store, clock: Clock): Incidents {
  const collection = store.collection<StoredIncident>('incidents');
  const entry = (kind: Entry['kind'], { actor: by, role }: Caller, text?: string): Entry => ({
    kind,
    at: instant(clock),
    by,
    role,
    ...(text === undefined ? {} : { text }),
  });
  async function get(id: string): Promise<Incident> {
    const found = await collection.findOne({ _id: id });
    if (found === null) throw notFound('No such incident.');
    return view(found);
  }
  /** In one write, so that nothing is added to what was closed meanwhile. */
  async function append(id: string, added: Entry, must: readonly Entry['kind'][] = []): Promise<boolean> {
    const { matchedCount } = await collection.updateOne(
      {
        _id: id,
        $and: [{ 'entries.kind': { $ne: 'closed' } }, ...must.map((kind) => ({ 'entries.kind': kind }))],
      },
      { $push: { entries: added } },
    );
    return matchedCount > 0;
  }
  return {
    async ensureIndexes() {
      await collection.createIndex({ 'entries.0.at': -1 });
    },
    async list() {
      return (await collection.find().sort({ 'entries.0.at': -1 }).limit(shown).toArray()).map(view);
    },
    get,
    async open(seen, sighting, by) {
      const incident = {
        _id: randomUUID(),
        ...(sighting === undefined ? {} : { sighting }),
        entries: [entry('seen', by, seen)],
      };
      await collection.insertOne(incident);
      return view(incident);
    },
    async add(id, kind, text, by) {
      if (await append(id, entry(kind, by, text))) return get(id);
      await get(id);
      throw closedAlready();
    },
    async close(id, by) {
      if (await append(id, entry('closed', by), ['finding', 'measure'])) return get(id);
      const { entries } = await get(id);
      if (entries.some(({ kind }) => kind === 'closed')) throw closedAlready();
      throw new Problem(422, 'not_examined', 'An incident is closed with a finding and a measure.', {
        ruleId: 'P573-19e',
        missing: (['finding', 'measure'] as const).filter(
          (kind) => !entries.some((one) => one.kind === kind),
        ),
      });
    },
  };
}

function closedAlready(): Problem {
  return new Problem(409, 'incident_closed', 'This incident is closed: open another one.');
}

function view({ _id, ...incident }: StoredIncident): Incident {
  return { id: _id, ...incident };
}
