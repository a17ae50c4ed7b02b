/**
 * Tells a consumer that works, waits or idles from one that is stuck. Times are milliseconds of a clock that never goes
 * back. A wait for a dependency is no fault; a handler that hangs or fails on the same place for too long is.
 */
export class Progress {
  readonly #stuckAfterMs: number;
  readonly #handlingSince = new Map<string, number>();
  readonly #failingSince = new Map<string, number>();
  #turnedAt: number;

  constructor(stuckAfterMs: number, now: number) {
    this.#stuckAfterMs = stuckAfterMs;
    this.#turnedAt = now;
  }

  /** The loop went round, with or without messages. */
  turned(now: number): void {
    this.#turnedAt = now;
  }

  started(place: string, now: number): void {
    this.#handlingSince.set(place, now);
  }

  succeeded(place: string): void {
    this.#handlingSince.delete(place);
    this.#failingSince.delete(place);
  }

  waiting(place: string): void {
    this.succeeded(place);
  }

  failed(place: string, now: number): void {
    this.#handlingSince.delete(place);
    if (!this.#failingSince.has(place)) this.#failingSince.set(place, now);
  }

  /** Partitions given to others are not our concern any more. */
  assigned(places: readonly string[]): void {
    for (const known of [this.#handlingSince, this.#failingSince]) {
      for (const place of known.keys()) if (!places.includes(place)) known.delete(place);
    }
  }

  /** `silent`: nothing turns, which is a fault only if messages wait; ask the broker. */
  verdict(now: number): 'fine' | 'silent' | 'stuck' {
    const late = (since: number): boolean => now - since > this.#stuckAfterMs;
    const places = [...this.#handlingSince.values(), ...this.#failingSince.values()];
    if (places.some(late)) return 'stuck';
    return late(this.#turnedAt) ? 'silent' : 'fine';
  }
}
