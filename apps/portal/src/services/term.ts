import type { Text } from '@kyzmat/web';
import type { ServiceTerm } from '@kyzmat/working-time';

type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

const units: Readonly<Record<ServiceTerm['unit'], { ky: string; ru: Forms; en: Forms }>> = {
  working_days: {
    ky: 'жумуш күнү',
    ru: { one: 'рабочий день', few: 'рабочих дня', other: 'рабочих дней' },
    en: { one: 'working day', other: 'working days' },
  },
  calendar_days: {
    ky: 'күн',
    ru: { one: 'день', few: 'дня', other: 'дней' },
    en: { one: 'day', other: 'days' },
  },
  hours: { ky: 'саат', ru: { one: 'час', few: 'часа', other: 'часов' }, en: { one: 'hour', other: 'hours' } },
};
const russian = new Intl.PluralRules('ru');
const english = new Intl.PluralRules('en');

/** "5 жумуш күнү", "5 рабочих дней": Kyrgyz nouns keep their form after a number. */
export function termInWords({ count, unit }: ServiceTerm): Text {
  const { ky, ru, en } = units[unit];
  return {
    ky: `${count} ${ky}`,
    ru: `${count} ${ru[russian.select(count)] ?? ru.other}`,
    en: `${count} ${en[english.select(count)] ?? en.other}`,
  };
}
