import { inspect } from 'node:util';

const shown = '[secret]';

/** A value that never prints, neither as text, as JSON nor in an inspected object: only reveal() gives it out. */
export class Secret<T> {
  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  reveal(): T {
    return this.#value;
  }

  toString(): string {
    return shown;
  }

  toJSON(): string {
    return shown;
  }

  [inspect.custom](): string {
    return shown;
  }
}
