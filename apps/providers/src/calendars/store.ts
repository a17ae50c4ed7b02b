import { instant, type Clock } from '@kyzmat/clock';
import type { EventData, Providers } from '@kyzmat/contracts';
import { notFound } from '@kyzmat/http';
import type { Aggregates, Store, StoredEvent } from '@kyzmat/store';
import {
  createCalendar,
  kyrgyzCalendar,
  type Calendar,
  type CalendarData,
  type CalendarException,
} from '@kyzmat/working-time';

/** The head: which version is in force. Versions themselves never change and stay for ever. */
export interface CalendarState {
  readonly current: string;
  readonly count: number;
}
interface StoredVersion {
  readonly _id: string;
  readonly publishedAt: string;
  readonly calendar: CalendarData;
}

export interface Calendars {
  /** The calendar that comes with the software is the first version. */
  ensureFirst(): Promise<void>;
  current(): Promise<Calendar>;
  version(version: string): Promise<Providers['CalendarVersion']>;
  currentVersion(): Promise<Providers['CalendarVersion']>;
  /** A new version with the exceptions added; announced to everybody who counts days. */
  addExceptions(list: readonly CalendarException[]): Promise<Providers['CalendarVersion']>;
}

const headId = 'calendar';

export function openCalendars(heads: Aggregates<CalendarState>, store: Store, clock: Clock): Calendars {
  const versions = store.collection<StoredVersion>('calendar_versions');
  let cached: Calendar | undefined;

  const keep = async (calendar: CalendarData): Promise<void> => {
    const version: StoredVersion = { _id: calendar.version, publishedAt: instant(clock), calendar };
    await versions.updateOne({ _id: calendar.version }, { $setOnInsert: version }, { upsert: true });
  };
  const head = async (): Promise<{ version: number; state: CalendarState }> => {
    const found = await heads.load(headId);
    if (found === undefined) throw new Error('The first calendar has not been stored');
    return found;
  };
  const read = async (version: string): Promise<StoredVersion> => {
    const found = await versions.findOne({ _id: version });
    if (found === null) throw notFound('No such version of the calendar.');
    return found;
  };
  const current = async (): Promise<Calendar> => {
    const { state } = await head();
    if (cached?.version !== state.current) cached = createCalendar((await read(state.current)).calendar);
    return cached;
  };

  return {
    async ensureFirst() {
      if ((await heads.load(headId)) !== undefined) return;
      await keep(kyrgyzCalendar);
      const state = { current: kyrgyzCalendar.version, count: 1 };
      await heads.create(
        { _id: headId, state, pending: [published(kyrgyzCalendar.version, 1, instant(clock))] },
        () => true,
      );
    },
    current,
    async version(version) {
      return view(await read(version));
    },
    async currentVersion() {
      return view(await read((await head()).state.current));
    },
    async addExceptions(list) {
      const { version, state } = await head();
      // No plus sign: a version is part of an address.
      const name = `${kyrgyzCalendar.version}.${state.count}`;
      const calendar = (await current()).withExceptions(list, name);
      await keep(calendar.data);
      await heads.update(headId, version, {
        state: { current: name, count: state.count + 1 },
        pending: [published(name, version + 1, instant(clock))],
      });
      return view(await read(name));
    },
  };
}

function view({ _id, publishedAt, calendar }: StoredVersion): Providers['CalendarVersion'] {
  return { version: _id, publishedAt, calendar: { ...calendar } };
}

function published(version: string, n: number, at: string): StoredEvent<EventData['CalendarPublished']> {
  return { id: `${headId}:${n}:published`, type: 'calendar.published.v1', time: at, data: { version, at } };
}
