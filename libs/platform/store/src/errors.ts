/** The queue of writes is full: answer 503 with Retry-After. */
export class Overloaded extends Error {
  override readonly name = 'Overloaded';
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds = 1) {
    super('Too many writes are waiting');
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The id, or another unique value, is taken by different content: answer 409. */
export class Conflict extends Error {
  override readonly name = 'Conflict';
  readonly id: string;

  constructor(id: string, detail = 'other content has this id') {
    super(`Conflict on ${id}: ${detail}`);
    this.id = id;
  }
}

/** Somebody was faster: load again and decide again, or answer 409. */
export class StaleVersion extends Error {
  override readonly name = 'StaleVersion';
  readonly id: string;
  readonly expected: number;

  constructor(id: string, expected: number) {
    super(`${id} is no longer at version ${expected}`);
    this.id = id;
    this.expected = expected;
  }
}
