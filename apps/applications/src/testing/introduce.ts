import type { Neighbours } from './neighbours.ts';

/** Everybody the tests know. */
export function introduce({ profiles, staff }: Neighbours): void {
  const address = { region: 'Чүй', settlement: 'Бишкек', street: 'Токтогул', house: '1' };
  const person = { kind: 'natural', phone: '+996700000001', address };
  profiles.set('aigul', {
    ...person,
    id: 'aigul',
    displayName: 'Сынакова Айгүл Демоевна',
    pin: '12003198500012',
    lastName: 'Сынакова',
    firstName: 'Айгүл',
    patronymic: 'Демоевна',
    birthDate: '1985-03-20',
    sex: 'female',
  });
  profiles.set('bakyt', {
    ...person,
    id: 'bakyt',
    displayName: 'Үлгүев Бакыт Демоевич',
    pin: '21206197900034',
    lastName: 'Үлгүев',
    firstName: 'Бакыт',
  });
  for (const [id, providerId] of [
    ['nurlan', 'population-register'],
    ['zhyldyz', 'population-register'],
    ['ermek', 'interior-information-centre'],
  ] as const) {
    staff.set(id, { id, name: `Демо ${id}`, providerId, roles: ['executor'] });
  }
}
