export { DependencyDown, noFaults } from '@kyzmat/event-bus';
export type { Faults, Log } from '@kyzmat/event-bus';
export { createAggregates } from './aggregates.ts';
export type { AggregateOperation, Aggregates, AggregatesOptions } from './aggregates.ts';
export { bulk } from './bulk.ts';
export { shardOf } from './document.ts';
export { connect } from './connect.ts';
export { untilUp } from './database-errors.ts';
export type { Store } from './connect.ts';
export { Conflict, Overloaded, StaleVersion } from './errors.ts';
export { consumeIntoStore } from './inbox.ts';
export type { DeadLetter, Fold, Inbox, InboxOptions, KeyEvents, Parked, Replayed } from './inbox-types.ts';
export { startLeases } from './leases.ts';
export type { LeaseDocument, LeaseOptions, Leases } from './leases.ts';
export { startRelay } from './relay.ts';
export type { Relay, RelayOptions } from './relay.ts';
export { startTimers } from './timers.ts';
export type { TimerOptions, Timers } from './timers.ts';
export type {
  Aggregate,
  AggregateCollection,
  Clock,
  Created,
  Instant,
  NewAggregate,
  Next,
  StoredEvent,
  WorkRequest,
  Writes,
} from './types.ts';
export { startWorkMover } from './work-mover.ts';
export type { WorkMover, WorkMoverOptions, WorkTarget } from './work-mover.ts';
export { workItems } from './work.ts';
export type { NewWork, WorkItem, WorkItems } from './work.ts';
export type { Worker, WorkerOptions } from './worker.ts';
