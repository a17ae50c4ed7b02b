import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

const current = new AsyncLocalStorage<string>();

/** Runs `work`, and all it starts, under one correlation id: every log line and every call to others carries it. */
export function withCorrelation<T>(id: string, work: () => T): T {
  return current.run(id, work);
}

/** The id of what is being worked on, if anything is. */
export function correlationId(): string | undefined {
  return current.getStore();
}

/** A fresh id for work that nobody outside started. */
export function newCorrelationId(): string {
  return randomUUID();
}
