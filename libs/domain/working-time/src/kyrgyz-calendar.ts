import type {
  AnnouncedHoliday,
  CalendarData,
  CalendarException,
  FixedHoliday,
  Regime,
} from './calendar-data.ts';
import { formatDate } from './format.ts';
import type { LocalDate, Text } from './types.ts';

/*
 * The calendar of the Kyrgyz Republic as seed data: known from public news of the Labour Ministry and the muftiyat,
 * for the operator to check against the acts themselves, correct and publish under versions of its own.
 */

const newYear = { ky: 'Жаңы жыл', ru: 'Новый год' };
const christmas = { ky: 'Рождество', ru: 'Рождество Христово' };
const fatherland = { ky: 'Ата Мекенди коргоочунун күнү', ru: 'День защитника Отечества' };
const women = { ky: 'Эл аралык аялдар күнү', ru: 'Международный женский день' };
const nooruz = { ky: 'Нооруз', ru: 'Нооруз' };
const april = { ky: 'Элдик Апрель революциясы күнү', ru: 'День народной Апрельской революции' };
const labour = { ky: 'Эмгек майрамы', ru: 'Праздник труда' };
const may = { ky: 'Май майрамдары', ru: 'Майские праздники' };
const constitution = { ky: 'Конституция күнү', ru: 'День Конституции' };
const victory = { ky: 'Жеңиш күнү', ru: 'День Победы' };
const independence = { ky: 'Эгемендүүлүк күнү', ru: 'День независимости' };
const ancestors = { ky: 'Тарых жана ата-бабаларды эскерүү күндөрү', ru: 'Дни истории и памяти предков' };
const orozoAit = { ky: 'Орозо айт', ru: 'Орозо айт' };
const kurmanAit = { ky: 'Курман айт', ru: 'Курман айт' };

const on = (from: string, name: Text): FixedHoliday => ({ from, name });
const from = (first: string, to: string, name: Text): FixedHoliday => ({ from: first, to, name });

const code2004: Regime = {
  from: '2018-01-01',
  source: 'Labour Code of 2004, article 113',
  weekend: [6, 7],
  movesFromWeekend: true,
  holidays: [
    on('01-01', newYear),
    on('01-07', christmas),
    on('02-23', fatherland),
    on('03-08', women),
    on('03-21', nooruz),
    on('04-07', april),
    on('05-01', labour),
    on('05-05', constitution),
    on('05-09', victory),
    on('08-31', independence),
    from('11-07', '11-08', ancestors),
  ],
};

const code2025: Regime = {
  from: '2025-01-01',
  source: 'Labour Code of 2025; Labour Ministry, 4 February 2025',
  weekend: [6, 7],
  movesFromWeekend: false,
  holidays: [
    from('01-01', '01-06', newYear),
    on('01-07', christmas),
    on('03-08', women),
    on('03-21', nooruz),
    on('05-01', labour),
    from('05-02', '05-04', may),
    on('05-05', constitution),
    from('05-06', '05-08', may),
    on('05-09', victory),
    on('08-31', independence),
  ],
};

const ait = (date: LocalDate, name: Text, source: string): AnnouncedHoliday => ({
  date,
  name,
  source,
  confirmed: true,
});

/** By the lunar tables (Umm al-Qura); no announcement at hand, so it may be a day off. */
const aitByTable = (date: LocalDate, name: Text): AnnouncedHoliday => ({
  date,
  name,
  source: 'lunar tables (Umm al-Qura); check with the muftiyat',
  confirmed: false,
});

const announced: readonly AnnouncedHoliday[] = [
  ait('2018-06-15', orozoAit, 'muftiyat, June 2018'),
  ait('2018-08-21', kurmanAit, 'Labour Ministry, August 2018'),
  ait('2019-06-05', orozoAit, 'muftiyat, 4 June 2019'),
  ait('2019-08-11', kurmanAit, 'Labour Ministry, 2 August 2019'),
  ait('2020-05-24', orozoAit, 'Labour Ministry, 19 May 2020'),
  ait('2020-07-31', kurmanAit, 'muftiyat, 21 July 2020'),
  aitByTable('2021-05-13', orozoAit),
  ait('2021-07-20', kurmanAit, 'Cabinet of Ministers, 15 July 2021'),
  ait('2022-05-02', orozoAit, 'muftiyat, April 2022'),
  ait('2022-07-09', kurmanAit, 'muftiyat, June 2022'),
  ait('2023-04-21', orozoAit, 'muftiyat, 17 April 2023'),
  ait('2023-06-28', kurmanAit, 'muftiyat, 19 June 2023'),
  aitByTable('2024-04-10', orozoAit),
  ait('2024-06-17', kurmanAit, 'Cabinet of Ministers, June 2024'),
  ait('2025-03-30', orozoAit, 'muftiyat, 29 March 2025'),
  ait('2025-06-06', kurmanAit, 'muftiyat, 28 May 2025'),
  ait('2026-03-20', orozoAit, 'muftiyat, 10 March 2026'),
  aitByTable('2026-05-27', kurmanAit),
  aitByTable('2027-03-09', orozoAit),
  aitByTable('2027-05-16', kurmanAit),
];

/** The Government's swaps read "the day off A is moved to the working day B": A is worked, B is off. */
const swap = (dayOff: LocalDate, workingDay: LocalDate): CalendarException[] => [
  {
    date: dayOff,
    working: true,
    reason: {
      ky: `дем алыш башка күнгө которулган: ${formatDate(workingDay, 'ky')}`,
      ru: `выходной перенесён на другой день: ${formatDate(workingDay, 'ru')}`,
    },
  },
  {
    date: workingDay,
    working: false,
    reason: {
      ky: `башка күндөн которулган дем алыш: ${formatDate(dayOff, 'ky')}`,
      ru: `выходной, перенесённый с другого дня: ${formatDate(dayOff, 'ru')}`,
    },
  },
];

const grantedDayOff = (date: LocalDate): CalendarException => ({
  date,
  working: false,
  reason: { ky: 'жаңы жылдык эс алуу узартылган', ru: 'новогодний отдых продлён' },
});

const exceptions: readonly CalendarException[] = [
  // 2018: resolution No 117 of 28 February, and August's for Kurman Ait.
  ...swap('2018-03-03', '2018-03-09'),
  ...swap('2018-04-28', '2018-04-30'),
  ...swap('2018-05-07', '2018-09-03'),
  ...swap('2018-09-22', '2018-08-20'),
  ...swap('2018-11-03', '2018-11-09'),
  // 2019: resolution of December 2018.
  ...swap('2019-02-25', '2019-01-02'),
  ...swap('2019-04-08', '2019-01-03'),
  ...swap('2019-09-02', '2019-01-04'),
  ...swap('2019-05-06', '2019-05-10'),
  // 2020: resolution of 16 December 2019.
  ...swap('2020-02-24', '2020-01-02'),
  ...swap('2020-03-09', '2020-01-03'),
  ...swap('2020-03-23', '2020-01-06'),
  ...swap('2020-05-11', '2020-05-04'),
  // 2021: May's and July's decisions.
  ...swap('2021-05-10', '2021-08-30'),
  ...swap('2021-07-24', '2021-07-19'),
  // 2022: decisions of 24 December 2021 and of April.
  ...swap('2022-01-15', '2022-01-04'),
  ...swap('2022-02-26', '2022-01-05'),
  ...swap('2022-03-26', '2022-01-06'),
  ...swap('2022-04-30', '2022-05-04'),
  ...swap('2022-05-14', '2022-05-06'),
  // 2023: decision of 16 December 2022.
  ...swap('2023-01-09', '2023-01-03'),
  ...swap('2023-02-25', '2023-01-04'),
  ...swap('2023-03-11', '2023-01-05'),
  ...swap('2023-03-25', '2023-01-06'),
  ...swap('2023-04-29', '2023-03-20'),
  ...swap('2023-05-13', '2023-05-08'),
  ...swap('2023-11-11', '2023-11-06'),
  // 2024: the decree on days off, as far as May's news tells it.
  ...swap('2024-05-06', '2024-05-02'),
  ...swap('2024-05-11', '2024-05-03'),
  // 2025: of the resolution of 30 December 2024 only this came to pass before its repeal on 4 February.
  ...swap('2025-01-11', '2025-01-02'),
  // 2026: decision of 26 December 2025, nothing to be worked off.
  grantedDayOff('2026-01-08'),
  grantedDayOff('2026-01-09'),
];

/** Working days of the Kyrgyz Republic from 2018, in the zone Asia/Bishkek. */
export const kyrgyzCalendar: CalendarData = {
  version: 'kg-2026-1',
  zone: 'Asia/Bishkek',
  hours: { from: 9, to: 18 },
  regimes: [code2004, code2025],
  announced,
  exceptions,
};
