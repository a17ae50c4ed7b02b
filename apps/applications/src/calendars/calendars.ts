import type { ProvidersApi } from '@kyzmat/contracts';
import { dataOf } from '@kyzmat/http';
import type { Kit } from '@kyzmat/kit';
import { readCalendar, type Calendar } from '@kyzmat/working-time';

export interface Calendars {
  /** The calendar in force: asked for again after a minute, or when a new one was published. */
  current(): Promise<Calendar>;
  /** A version never changes: asked for once. */
  version(version: string): Promise<Calendar>;
  /** A new calendar was published. */
  forget(): void;
}

const currentForMs = 60_000;

export function openCalendars(kit: Kit): Calendars {
  const providers = kit.to<ProvidersApi>('providers')(kit.self);
  const versions = new Map<string, Promise<Calendar>>();
  let head: { readonly until: number; readonly calendar: Promise<Calendar> } | undefined;

  async function askCurrent(): Promise<Calendar> {
    const { version, calendar } = dataOf(await providers.GET('/calendars/current'));
    return keep(version, () => Promise.resolve(readCalendar(calendar)));
  }
  async function askVersion(version: string): Promise<Calendar> {
    const path = { version };
    return readCalendar(dataOf(await providers.GET('/calendars/{version}', { params: { path } })).calendar);
  }
  function keep(version: string, ask: () => Promise<Calendar>): Promise<Calendar> {
    const known = versions.get(version);
    if (known !== undefined) return known;
    const calendar = ask();
    versions.set(version, calendar);
    calendar.catch(() => versions.delete(version));
    return calendar;
  }

  return {
    version: (version) => keep(version, () => askVersion(version)),
    current() {
      const now = performance.now();
      if (head !== undefined && now < head.until) return head.calendar;
      const calendar = askCurrent();
      head = { calendar, until: now + currentForMs };
      calendar.catch(() => (head = undefined));
      return calendar;
    },
    forget() {
      head = undefined;
    },
  };
}
