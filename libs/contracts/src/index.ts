export type * from './services.ts';
export { contractPath, type ContractName } from './contract-path.ts';
export { topicDefinitions, topics, parseEvent, type EventData, type EventKind } from './events.ts';
