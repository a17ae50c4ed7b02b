import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { contractPath, type ContractName } from './contract-path.ts';
import type { components } from './generated/events.ts';

/** One topic an aggregate; the key is the aggregate's id, so order holds for each aggregate. */
export const topics = {
  applications: 'applications',
  payments: 'payments',
  notices: 'notices',
  providers: 'providers',
  providerStanding: 'provider-standing',
  deliveries: 'deliveries',
  journalHeads: 'journal-heads',
} as const;

/** How each topic is made; whoever comes first makes it. Key = aggregate, so partitions keep each aggregate's order. */
export const topicDefinitions = [
  { name: topics.applications, partitions: 6 },
  { name: topics.payments, partitions: 6 },
  { name: topics.notices, partitions: 6 },
  { name: topics.deliveries, partitions: 6 },
  { name: topics.providers, partitions: 1 },
  { name: topics.providerStanding, partitions: 1, compacted: true },
  // One partition, so that whoever reads it knows when all of it has been read.
  { name: topics.journalHeads, partitions: 1, compacted: true },
] as const;

/** Shapes by name, for example `EventData['ApplicationEvent']`. */
export type EventData = Pick<
  components['schemas'],
  | 'NoticeOwed'
  | 'ApplicationEvent'
  | 'PaymentEvent'
  | 'NoticeEvent'
  | 'ServicePublished'
  | 'CalendarPublished'
  | 'ProviderOutage'
  | 'ProviderStanding'
  | 'StaffAlert'
  | 'DeliveryEvent'
>;
export type EventKind = keyof EventData;

const ajv = new Ajv2020({ strict: false });
for (const name of ['common', 'events'] satisfies ContractName[]) {
  const document: unknown = parse(readFileSync(contractPath(name), 'utf8'));
  if (typeof document !== 'object' || document === null)
    throw new TypeError(`${name}.yaml is not a contract`);
  ajv.addSchema(document, `${name}.yaml`);
}

const guards: { [K in EventKind]: (data: unknown) => data is EventData[K] } = {
  NoticeOwed: guard('NoticeOwed'),
  ApplicationEvent: guard('ApplicationEvent'),
  PaymentEvent: guard('PaymentEvent'),
  NoticeEvent: guard('NoticeEvent'),
  ServicePublished: guard('ServicePublished'),
  CalendarPublished: guard('CalendarPublished'),
  ProviderOutage: guard('ProviderOutage'),
  ProviderStanding: guard('ProviderStanding'),
  StaffAlert: guard('StaffAlert'),
  DeliveryEvent: guard('DeliveryEvent'),
};

function guard<K extends EventKind>(kind: K): (data: unknown) => data is EventData[K] {
  return ajv.compile<EventData[K]>({ $ref: `events.yaml#/components/schemas/${kind}` });
}

/**
 * Parses the data of an event at the consumer's edge.
 * @throws TypeError naming the schema when the data is not what the contract says; such an event is parked, not guessed at.
 */
export function parseEvent<K extends EventKind>(kind: K, data: unknown): EventData[K] {
  const isKind: (value: unknown) => value is EventData[K] = guards[kind];
  if (!isKind(data))
    throw new TypeError(`Not the data of ${kind} as libs/contracts/openapi/events.yaml says`);
  return data;
}
