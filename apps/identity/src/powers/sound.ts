import type { Identity } from '@kyzmat/contracts';
import { Problem } from '@kyzmat/http';
import type { Person } from '../persons/person.ts';

/** P573-15: a power has another person, a last day to come, and three years at most. @throws Problem power_unsound */
export function mustBeSound(
  { representativePin, validFrom, validUntil }: Identity['NewPower'],
  actor: Person,
  today: string,
): void {
  if (representativePin === actor.profile.pin) throw wrong('representativePin', faults.self);
  if (validUntil < validFrom) throw wrong('validUntil', faults.order);
  if (validUntil < today) throw wrong('validUntil', faults.past);
  const years = Number(validUntil.slice(0, 4)) - Number(validFrom.slice(0, 4));
  if (years > 3) throw wrong('validUntil', faults.long);
}

function wrong(field: string, fault: object): Problem {
  return new Problem(422, 'power_unsound', undefined, { field, ...fault });
}

const faults = {
  self: {
    what: { ky: 'Бул өзүңүздүн ПИНиңиз.', ru: 'Это ваш собственный ПИН.', en: 'This is your own PIN.' },
    mend: {
      ky: 'Башка адамдын ПИНин жазыңыз.',
      ru: 'Укажите ПИН другого человека.',
      en: 'Give the PIN of another person.',
    },
  },
  order: {
    what: {
      ky: 'Аяктаган күнү башталган күнүнөн эрте.',
      ru: 'Дата окончания раньше даты начала.',
      en: 'The last day is before the first.',
    },
    mend: { ky: 'Эки күндү тең текшериңиз.', ru: 'Проверьте обе даты.', en: 'Check both dates.' },
  },
  past: {
    what: { ky: 'Бул күн өтүп кеткен.', ru: 'Эта дата уже прошла.', en: 'This day is over.' },
    mend: {
      ky: 'Бүгүнкү же кийинки күндү жазыңыз.',
      ru: 'Укажите сегодняшний или более поздний день.',
      en: 'Give today or a later day.',
    },
  },
  long: {
    what: {
      ky: 'Мөөнөт үч жылдан узун.',
      ru: 'Срок больше трёх лет.',
      en: 'The term is longer than three years.',
    },
    mend: {
      ky: 'Үч жылдан ашпаган мөөнөт коюңуз, кийин жаңы ишеним кат бере аласыз.',
      ru: 'Укажите не больше трёх лет; потом можно выдать новую доверенность.',
      en: 'Give three years at most; you can give a new power later.',
    },
  },
};
