const maxRemembered = 1000;
const firstMs = 1000;
const longestMs = 60_000;

/** Remembers who failed, to come again after 1 s, 2 s … 1 min. Forgets the oldest beyond a thousand. */
export class PutOff {
  readonly #failed = new Map<string, { count: number; until: number }>();

  again(id: string, now: number): void {
    const count = (this.#failed.get(id)?.count ?? 0) + 1;
    this.#failed.delete(id);
    this.#failed.set(id, { count, until: now + Math.min(longestMs, firstMs * 2 ** (count - 1)) });
    const [oldest] = this.#failed.keys();
    if (this.#failed.size > maxRemembered && oldest !== undefined) this.#failed.delete(oldest);
  }

  done(id: string): void {
    this.#failed.delete(id);
  }

  /** Those whose time has not come. */
  waiting(now: number): string[] {
    return [...this.#failed].filter(([, { until }]) => until > now).map(([id]) => id);
  }
}
