import { type FieldDefinition, one, type Fields } from '@kyzmat/web';
import { zone } from '../../site/formats.ts';

/** A day and a time of the clock in Kyrgyzstan as two fields, and back to an instant; `of` where a form has two. */
export function momentFields(day: FieldDefinition['label'], of = ''): readonly FieldDefinition[] {
  return [
    { id: `${of}on`, type: 'date', label: day, required: true },
    {
      id: `${of}time`,
      type: 'text',
      label: { ky: 'Саат канчада', ru: 'В котором часу' },
      hint: { ky: 'Мисалы, 14:05', ru: 'Например, 14:05' },
      required: true,
    },
  ];
}

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** The fields of a moment, filled in with this one. */
export function momentTyped(at: string): Fields {
  const read = Object.fromEntries(
    parts.formatToParts(Date.parse(at)).map(({ type, value }) => [type, value]),
  );
  return {
    'on.day': String(Number(read['day'])),
    'on.month': String(Number(read['month'])),
    'on.year': read['year'] ?? '',
    time: `${read['hour'] ?? ''}:${read['minute'] ?? ''}`,
  };
}

/** The instant typed; undefined when there is no such day or hour. */
export function momentOf(posted: Fields, of = ''): string | undefined {
  const [year, month, day] = ['year', 'month', 'day'].map((part) => Number(one(posted, `${of}on.${part}`)));
  const [, hour, minute] = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(one(posted, `${of}time`)) ?? [];
  if (year === undefined || month === undefined || day === undefined || hour === undefined) return undefined;
  const wall = Date.UTC(year, month - 1, day, Number(hour), Number(minute));
  const date = new Date(wall);
  if (Number.isNaN(wall) || year < 2000 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) {
    return undefined;
  }
  return new Date(wall - offsetAt(wall)).toISOString();
}

/** How far the zone's clock is ahead of UTC. */
function offsetAt(ms: number): number {
  const read = new Map(parts.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
  const of = (type: Intl.DateTimeFormatPartTypes): number => read.get(type) ?? 0;
  return (
    Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute')) -
    Math.floor(ms / 60_000) * 60_000
  );
}
