export type {
  Batch,
  BatchHandler,
  CloudEvent,
  Consumer,
  ConsumeOptions,
  EventBus,
  Faults,
  Log,
  Origin,
  Received,
  Topic,
} from './types.ts';
export { DependencyDown, noFaults } from './errors.ts';
export { createEventBus } from './bus.ts';
export type { EventBusOptions } from './bus.ts';
export { parse as readEvent } from './message.ts';
