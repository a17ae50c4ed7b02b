import type { World } from '@kyzmat/world';
import { memberOf } from '../outside.ts';

/** The demo clock of a world. */
export interface Timekeeper {
  now(): Promise<Date>;
  /** Moves legal time of all processes; forward only, and done when all have made the jump. */
  to(at: Date): Promise<void>;
}

export function timekeeperOf({ urls }: World): Timekeeper {
  const url = `${urls.sandbox}/clock`;
  return {
    async now() {
      const answer: unknown = await (await fetch(url, { headers: { Accept: 'application/json' } })).json();
      return new Date(Date.now() + Number(memberOf(answer, 'offsetMs')));
    },
    async to(at) {
      const body = new URLSearchParams({ move: 'to', at: at.toISOString() });
      const { status } = await fetch(url, { method: 'POST', body, redirect: 'manual' });
      if (status !== 303) throw new Error(`The clock answered ${status}`);
    },
  };
}

interface Entry {
  readonly at: number;
  readonly what: string;
  readonly act: () => Promise<void>;
}

const hourMs = 3_600_000;

/** What is to happen, in the order of its time; what happens may plan more. */
export class Agenda {
  readonly #entries: Entry[] = [];
  #now: number;

  constructor(start: Date) {
    this.#now = start.getTime();
  }

  /** So many hours after what happens now. */
  in(hours: number, what: string, act: () => Promise<void>): void {
    this.#entries.push({ at: this.#now + hours * hourMs, what, act });
  }

  /** Lives through all of it; `settled` comes after every jump and every act. Gives how many steps it took. */
  async live(time: Timekeeper, settled: () => Promise<void>): Promise<number> {
    let steps = 0;
    for (let entry = this.#take(); entry !== undefined; entry = this.#take()) {
      this.#now = Math.max(this.#now, entry.at);
      try {
        await time.to(new Date(this.#now));
        await settled();
        await entry.act();
        await settled();
      } catch (error) {
        throw new Error(`${new Date(this.#now).toISOString()}: ${entry.what}: ${reasonOf(error)}`, {
          cause: error,
        });
      }
      steps++;
    }
    return steps;
  }

  #take(): Entry | undefined {
    this.#entries.sort((a, b) => a.at - b.at);
    return this.#entries.shift();
  }
}

/** The innermost reason, which is the one that tells something. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message} (${reasonOf(error.cause)})`;
}
