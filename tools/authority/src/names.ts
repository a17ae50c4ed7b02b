import type { MachineName, SignerName } from '@kyzmat/documents';

/** Who gets a certificate on the demo platform. All persons are made up. */

/** By the id of the member of staff, of the citizen, or of the portal itself, which seals information (P573-33b). */
export const demoSigners: Readonly<Record<string, SignerName>> = {
  nurlan: {
    commonName: 'Демо Нурлан Өмүров',
    organisation: 'Калктын мамлекеттик реестри',
    post: 'Бөлүм башчысы',
  },
  asel: {
    commonName: 'Демо Асел Төрөева',
    organisation: 'Ички иштер министрлигинин маалымат борбору',
    post: 'Улук инспектор',
  },
  timur: { commonName: 'Демо Тимур Жээнбаев', organisation: 'Лицензиялоо кызматы', post: 'Башкы адис' },
  portal: { commonName: '«Кызмат» порталы', organisation: 'Порталдын оператору' },
  aigul: { commonName: 'Демо Айгүл Сынакова', pin: '12003198500012' },
  bakyt: { commonName: 'Демо Бакыт Үлгүев', pin: '21206197900034' },
  nazira: {
    commonName: 'Демо Назира Мисалова',
    organisation: '«Демо Ала-Тоо» ЖЧК',
    post: 'Директор',
    pin: '11411199000056',
    inn: '02508201510123',
  },
};

const here = ['localhost', '127.0.0.1'];

/** The two ends of the Tunduk link. */
export const machines: Readonly<Record<string, MachineName>> = {
  tunduk: { commonName: 'tunduk.kyzmat', organisation: 'Порталдын оператору', hosts: ['tunduk', ...here] },
  'security-server': {
    commonName: 'security-server.kyzmat',
    organisation: 'Тундук',
    hosts: ['security-server', ...here],
  },
};

/** What each process finds in its own folder: it sees the keys it uses and no other. */
export const handouts: Readonly<Record<string, readonly string[]>> = {
  portal: [],
  desk: [],
  applications: [],
  payments: [],
  identity: ['signers/nurlan', 'signers/asel', 'signers/timur', 'signers/portal'],
  tunduk: ['tunduk'],
  sandbox: ['security-server', 'signers/aigul', 'signers/bakyt', 'signers/nazira'],
};
