export { DependencyDown, noFaults } from '@kyzmat/event-bus';
export type { Faults, Log } from '@kyzmat/event-bus';
export { createAggregates, shardOf } from './aggregates.ts';
export type { Aggregates, AggregatesOptions } from './aggregates.ts';
export { connect } from './connect.ts';
export type { Store } from './connect.ts';
export { Conflict, Overloaded, StaleVersion } from './errors.ts';
export { consumeIntoStore } from './inbox.ts';
export type { DeadLetter, Fold, Inbox, InboxOptions, KeyEvents, Parked } from './inbox.ts';
export { startLeases } from './leases.ts';
export type { LeaseDocument, LeaseOptions, Leases } from './leases.ts';
export { startRelay } from './relay.ts';
export type { Relay, RelayOptions } from './relay.ts';
export { startTimers } from './timers.ts';
export type { TimerOptions, Timers } from './timers.ts';
export type {
  Aggregate,
  Clock,
  Created,
  Instant,
  NewAggregate,
  Next,
  StoredEvent,
  WorkRequest,
  Writes,
} from './types.ts';
export { startWorkMover, workItems } from './work.ts';
export type { Worker, WorkerOptions, WorkItem, WorkItems, WorkMoverOptions } from './work.ts';
