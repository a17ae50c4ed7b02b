export interface Measured {
  readonly count: number;
  readonly failed: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/** Runs every job, so many callers at a time, each taking the next job as soon as its last one has answered. */
export async function measure(callers: number, jobs: readonly (() => Promise<boolean>)[]): Promise<Measured> {
  const times: number[] = [];
  let next = 0;
  let failed = 0;
  const begun = performance.now();
  const caller = async (): Promise<void> => {
    for (let job = jobs[next++]; job !== undefined; job = jobs[next++]) {
      const start = performance.now();
      if (!(await job().catch(() => false))) failed++;
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  const seconds = (performance.now() - begun) / 1000;
  return { count: jobs.length, failed, perSecond: jobs.length / seconds, ...percentiles(times) };
}

/** Several runs as one: time between them, in which the next was prepared, does not count. */
export function together(runs: readonly Measured[]): Measured {
  const count = sum(runs.map((run) => run.count));
  return {
    count,
    failed: sum(runs.map(({ failed }) => failed)),
    perSecond: count / sum(runs.map((run) => run.count / run.perSecond)),
    // Of runs of one size: the median run's median, the worst run's tail.
    p50: percentiles(runs.map(({ p50 }) => p50)).p50,
    p99: Math.max(...runs.map(({ p99 }) => p99)),
  };
}

export function percentiles(times: readonly number[]): { readonly p50: number; readonly p99: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number): number => sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99) };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
