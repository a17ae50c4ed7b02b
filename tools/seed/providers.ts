import type { Providers } from '@kyzmat/contracts';

/** Providers of the demo platform, with the agreements the law asks for (C22-4, C22-5a). Numbers and dates are made up. */
export const demoProviders: readonly Providers['ProviderConnection'][] = [
  {
    id: 'population-register',
    name: { ky: 'Калктын мамлекеттик реестри', ru: 'Государственный реестр населения' },
    address: { ky: 'Бишкек ш., Демо көчөсү, 1', ru: 'г. Бишкек, ул. Демо, 1' },
    xroadMember: 'central-server/GOV/70000005/population-register',
    automated: true,
    headId: 'zhyldyz',
    agreement: agreement(1, ['residence-certificate']),
  },
  {
    id: 'interior-information-centre',
    name: { ky: 'ИИМдин маалымат борбору', ru: 'Информационный центр МВД' },
    address: { ky: 'Бишкек ш., Демо көчөсү, 2', ru: 'г. Бишкек, ул. Демо, 2' },
    xroadMember: 'central-server/GOV/70000006/edms',
    automated: false,
    edms: {
      kind: 'cmis',
      xroadService: 'central-server/GOV/70000006/edms/cmis',
      repositoryId: 'kyzmat',
      folder: '/kyzmat',
    },
    headId: 'gulnara',
    agreement: agreement(2, ['criminal-record-certificate']),
  },
  {
    id: 'licensing-office',
    name: { ky: 'Лицензиялоо кызматы', ru: 'Служба лицензирования' },
    address: { ky: 'Бишкек ш., Демо көчөсү, 3', ru: 'г. Бишкек, ул. Демо, 3' },
    xroadMember: 'central-server/GOV/70000007/licensing',
    automated: true,
    headId: 'azamat',
    agreement: agreement(3, ['alcohol-retail-licence']),
  },
];

function agreement(number: number, services: string[]): Providers['ProviderConnection']['agreement'] {
  return { number: `ДЕМО-${number}`, concludedAt: '2026-01-15T04:00:00.000Z', services };
}
