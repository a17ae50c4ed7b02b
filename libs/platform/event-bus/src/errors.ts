import type { Faults } from './types.ts';

/** Something we need is away for now (database, other process): wait and try again, nothing is wrong with the work. */
export class DependencyDown extends Error {
  override readonly name = 'DependencyDown';
  readonly retryAfterMs: number;

  constructor(message: string, options: { cause?: unknown; retryAfterMs?: number } = {}) {
    super(message, { cause: options.cause });
    this.retryAfterMs = options.retryAfterMs ?? 1000;
  }
}

/** Production: no crash points. */
export const noFaults: Faults = { at: () => Promise.resolve() };
