import { DependencyDown } from '@kyzmat/event-bus';
import mongoose from 'mongoose';

const { mongo } = mongoose;

/** The server is stepping down, shutting down or starting, or a majority did not answer in time. */
const downCodes = new Set([6, 7, 64, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436]);
const downErrors = [
  mongo.MongoNetworkError,
  mongo.MongoServerSelectionError,
  mongo.MongoNotConnectedError,
  mongo.MongoTopologyClosedError,
  mongo.MongoWriteConcernError,
  mongo.MongoOperationTimeoutError,
];

/** The database is away or has not confirmed: nothing is known about the write, so it is tried again by its own ids. */
export function isDown(error: unknown): boolean {
  if (downErrors.some((kind) => error instanceof kind)) return true;
  if (!(error instanceof mongo.MongoError)) return false;
  return (
    error.hasErrorLabel('RetryableWriteError') ||
    (typeof error.code === 'number' && downCodes.has(error.code))
  );
}

/** Another transaction was faster, the same again may go through. */
export function isTransient(error: unknown): boolean {
  return error instanceof mongo.MongoError && error.hasErrorLabel('TransientTransactionError');
}

/** A unique value is taken; names the key. Undefined for any other error. */
export function duplicateKey(message: string): string {
  return /index: (\S+)/.exec(message)?.[1] ?? 'unknown';
}

/** Repeats while the database is down, until the time is over: then DependencyDown. Other errors pass through. */
export async function untilUp<T>(forMs: number, work: (attempt: number) => Promise<T>): Promise<T> {
  const end = performance.now() + forMs;
  for (let attempt = 0; ; attempt++) {
    try {
      return await work(attempt);
    } catch (error) {
      if (!isDown(error) && !(error instanceof NotYet)) throw error;
      if (performance.now() > end) throw new DependencyDown('The database does not answer', { cause: error });
      await backoff(attempt);
    }
  }
}

/** Thrown inside untilUp: the write stands, but no majority has it yet. */
export class NotYet extends Error {
  override readonly name = 'NotYet';
}

/** 25 ms doubled to 1 s, each half of it by chance, so that many do not come back at once. */
export function backoff(attempt: number): Promise<void> {
  const ms = Math.min(1000, 25 * 2 ** attempt);
  return new Promise((resolve) => setTimeout(resolve, ms / 2 + (Math.random() * ms) / 2));
}
