/** Demo persons of the stand-in: nobody of them exists. */
interface EsiPerson {
  readonly id: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

const address = (
  settlement: string,
  street: string,
  house: string,
  flat: string,
): Record<string, string> => ({
  region: 'Бишкек шаары',
  district: 'Биринчи Май району',
  settlement,
  street,
  house,
  flat,
});

export const people: readonly EsiPerson[] = [
  {
    id: 'aigul',
    claims: {
      name: 'Демо Айгүл Сынакова',
      family_name: 'Сынакова',
      given_name: 'Демо Айгүл',
      pin: '12003198500012',
      birthdate: '1985-03-20',
      gender: 'female',
      phone_number: '+996700000001',
      email: 'aigul@example.kg',
      address: address('Бишкек', 'Демо көчөсү', '12', '7'),
    },
  },
  {
    id: 'bakyt',
    claims: {
      name: 'Демо Бакыт Үлгүев',
      family_name: 'Үлгүев',
      given_name: 'Демо Бакыт',
      pin: '21206197900034',
      birthdate: '1979-06-12',
      gender: 'male',
      phone_number: '+996700000002',
      email: 'bakyt@example.kg',
      address: address('Бишкек', 'Сыноо көчөсү', '5', '31'),
    },
  },
  {
    id: 'nazira',
    claims: {
      name: 'Демо Назира Мисалова',
      family_name: 'Мисалова',
      given_name: 'Демо Назира',
      pin: '11411199000056',
      birthdate: '1990-11-14',
      gender: 'female',
      phone_number: '+996700000003',
      email: 'nazira@example.kg',
      address: address('Бишкек', 'Үлгү көчөсү', '3', '1'),
      organisation: {
        name: '«Демо Ала-Тоо» ЖЧК',
        inn: '02508201510123',
        address: address('Бишкек', 'Демо проспектиси', '100', ''),
        headName: 'Демо Назира Мисалова',
      },
    },
  },
];
