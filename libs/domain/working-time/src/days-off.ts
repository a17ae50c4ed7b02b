import type { CalendarData, Regime } from './calendar-data.ts';
import type { LocalDate, Text } from './types.ts';
import type { Zone } from './zone.ts';

const weekendName: Text = { ky: 'дем алыш күн', ru: 'выходной день' };

const movedName = (holiday: Text): Text => ({
  ky: `«${holiday.ky}» майрамынан которулган эс алуу күнү`,
  ru: `день отдыха, перенесённый с праздника «${holiday.ru}»`,
});

const monthDay = (date: LocalDate): string => date.slice(5);

/** What one year leaves off, and the holidays on its last weekend that still wait for a working day. */
interface Year {
  readonly off: ReadonlyMap<LocalDate, Text>;
  readonly waiting: readonly Text[];
}

/**
 * The days off that follow from the rules in force, exceptions apart: weekends, holidays, and where the regime says
 * so the working days that weekend holidays moved to. Worked out a year at a time, and kept.
 */
export const daysOffByRule = (data: CalendarData, zone: Zone): ((date: LocalDate) => Text | undefined) => {
  const announced = new Map(data.announced.map((holiday) => [holiday.date, holiday.name]));
  const years = new Map<number, Year>();

  const regimeOn = (date: LocalDate): Regime | undefined => data.regimes.findLast(({ from }) => from <= date);

  const holidayOn = (date: LocalDate, regime: Regime): Text | undefined => {
    const day = monthDay(date);
    const fixed = regime.holidays.find(({ from, to = from }) => from <= day && day <= to);
    return announced.get(date) ?? fixed?.name;
  };

  const workOut = (year: number): Year => {
    const off = new Map<LocalDate, Text>();
    const first = `${String(year)}-01-01`;
    // Only a regime that moves holidays can hand some over from the December before.
    let waiting = regimeOn(zone.day(first).previous)?.movesFromWeekend ? [...yearOf(year - 1).waiting] : [];
    for (let date = first; date.startsWith(String(year)); date = zone.day(date).next) {
      const regime = regimeOn(date);
      if (!regime) continue;
      if (!regime.movesFromWeekend) waiting = [];
      const holiday = holidayOn(date, regime);
      const weekend = regime.weekend.includes(zone.day(date).weekday);
      if (holiday && weekend) waiting.push(holiday);
      const moved = holiday || weekend ? undefined : waiting.shift();
      const name = holiday ?? (weekend ? weekendName : moved && movedName(moved));
      if (name) off.set(date, name);
    }
    return { off, waiting };
  };

  const yearOf = (year: number): Year => {
    const known = years.get(year) ?? workOut(year);
    years.set(year, known);
    return known;
  };

  return (date) => yearOf(Number(date.slice(0, 4))).off.get(date);
};
