import { dataOf } from '@kyzmat/http';
import {
  fieldId,
  fieldViews,
  type FieldDefinition,
  asked,
  one,
  postedFields,
  type Fields,
} from '@kyzmat/web';
import { readCalendar, type CalendarException } from '@kyzmat/working-time';
import type { Request, Response, Router } from 'express';
import type { Site } from '../../site/site.ts';
import { staffIn } from '../../staff/staff.ts';

const fields: readonly FieldDefinition[] = [
  { id: 'date', type: 'date', label: { ky: 'Күнү', ru: 'Дата' }, required: true },
  {
    id: 'working',
    type: 'choice',
    label: { ky: 'Ал кандай күн болот', ru: 'Каким будет этот день' },
    required: true,
    options: [
      { id: 'no', label: { ky: 'Дем алыш күнү', ru: 'Нерабочим' } },
      { id: 'yes', label: { ky: 'Жумуш күнү', ru: 'Рабочим' } },
    ],
  },
  {
    id: 'reason.ky',
    type: 'text',
    label: { ky: 'Негизи кыргызча', ru: 'Основание на кыргызском' },
    required: true,
  },
  {
    id: 'reason.ru',
    type: 'text',
    label: { ky: 'Негизи орусча', ru: 'Основание на русском' },
    required: true,
  },
];

/** The calendar that legal time limits are counted by, and its exceptions. Each change is a new version. */
export function calendarRoutes(router: Router, { clients, pages }: Site): void {
  router.get('/calendar', (request, response) => show(request, response, {}));

  router.post('/calendar', async (request, response) => {
    const posted = postedFields(request.body);
    const exception = readException(posted);
    if (exception === undefined) {
      await show(request, response, posted, 422);
      return;
    }
    const providers = clients.providers(staffIn(request).principal);
    dataOf(await providers.POST('/calendars/exceptions', { body: { exceptions: [exception] } }));
    response.redirect(303, '/calendar?done=added');
  });

  async function show(request: Request, response: Response, posted: Fields, status = 200): Promise<void> {
    const current = dataOf(await clients.providers(staffIn(request).principal).GET('/calendars/current'));
    const { data } = readCalendar(current.calendar);
    const wrong = status === 422 ? missing(posted) : [];
    pages.render(
      response,
      'operator/calendar/calendar.njk',
      {
        version: current.version,
        publishedAt: current.publishedAt,
        exceptions: data.exceptions.toSorted((a, b) => b.date.localeCompare(a.date)),
        fields: fieldViews({ fields, errors: wrong, typed: (address) => typedIn(posted, address) }),
        errors: wrong.map((error) => ({ error, href: error.href })),
        done: asked(request.query, 'done') === 'added',
      },
      status,
    );
  }
}

function typedIn(posted: Fields, address: string): string | Record<string, string> {
  if (address !== 'date') return one(posted, address);
  return { day: one(posted, 'date.day'), month: one(posted, 'date.month'), year: one(posted, 'date.year') };
}

function readException(posted: Fields): CalendarException | undefined {
  const date = dateOf(posted);
  if (date === undefined || missing(posted).length > 0) return undefined;
  const reason = { ky: one(posted, 'reason.ky'), ru: one(posted, 'reason.ru') };
  return { date, working: one(posted, 'working') === 'yes', reason };
}

/** `2026-03-21`; undefined for 31 February. */
function dateOf(posted: Fields): string | undefined {
  const pad = (name: string, length: number): string => one(posted, `date.${name}`).padStart(length, '0');
  const text = `${pad('year', 4)}-${pad('month', 2)}-${pad('day', 2)}`;
  const date = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) && text >= '2021'
    ? text
    : undefined;
}

function missing(posted: Fields) {
  const wanted = fields.filter(({ id, type }) =>
    type === 'date' ? dateOf(posted) === undefined : one(posted, id) === '',
  );
  return wanted.map(({ id, type, label }) => ({
    field: id,
    href: `#${fieldId(type === 'date' ? `${id}.day` : id)}`,
    what: {
      ky: `${label.ky}: жазылган жок же мындай күн жок`,
      ru: `${label.ru}: не указано или такой даты нет`,
    },
    mend: { ky: 'Бул талааны толтуруңуз.', ru: 'Заполните это поле.' },
  }));
}
