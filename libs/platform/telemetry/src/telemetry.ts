import { pino, type Logger } from 'pino';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { correlationId } from './correlation.ts';
import { type Loops, watchLoops } from './loops.ts';
import { loggedError, withoutSecrets } from './privacy.ts';
import { addProcessMetrics } from './process-metrics.ts';

/** What a process tells about itself: log lines, metrics, loops that must stay alive. */
export interface Telemetry extends Loops {
  readonly process: string;
  readonly log: Logger;
  readonly metrics: Registry;
  /** Resolves when every line so far is written: before the process ends. */
  flush(): Promise<void>;
  counter<L extends string = never>(name: string, help: string, labels?: readonly L[]): Counter<L>;
  gauge<L extends string = never>(name: string, help: string, labels?: readonly L[]): Gauge<L>;
  /** Buckets are upper bounds in seconds. */
  histogram<L extends string = never>(
    name: string,
    help: string,
    labels?: readonly L[],
    buckets?: readonly number[],
  ): Histogram<L>;
}

export interface TelemetryOptions {
  readonly level?: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Where log lines go; standard output by default. */
  readonly write?: (line: string) => void;
}

const secondsBuckets = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/**
 * One per process. Log lines are JSON with `time` (UTC), `level`, `process`, `correlation` and what the caller adds;
 * never bodies or personal data. Metrics have their own registry, so several processes can live in one test.
 */
export function createTelemetry(processName: string, options: TelemetryOptions = {}): Telemetry {
  const metrics = new Registry();
  metrics.setDefaultLabels({ process: processName });
  addProcessMetrics(metrics);
  const registers = [metrics];
  const log = createLog(processName, options);
  return {
    process: processName,
    log,
    metrics,
    flush: () => new Promise((resolve) => log.flush(() => resolve())),
    ...watchLoops(),
    counter: (name, help, labels = []) => new Counter({ name, help, labelNames: [...labels], registers }),
    gauge: (name, help, labels = []) => new Gauge({ name, help, labelNames: [...labels], registers }),
    histogram: (name, help, labels = [], buckets = secondsBuckets) =>
      new Histogram({ name, help, labelNames: [...labels], buckets: [...buckets], registers }),
  };
}

function createLog(processName: string, { level = 'info', write }: TelemetryOptions): Logger {
  const settings = {
    level,
    base: { process: processName },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: {
      level: (label: string) => ({ level: label }),
      log: (facts: Record<string, unknown>) => withoutSecrets(facts),
    },
    mixin() {
      const correlation = correlationId();
      return correlation === undefined ? {} : { correlation };
    },
    serializers: { err: loggedError, error: loggedError, cause: loggedError, reason: loggedError },
  };
  // Written beside the event loop: whoever reads the lines slowly must not hold up requests. A flush needs a least length.
  return pino(
    settings,
    write === undefined ? pino.destination({ dest: 1, sync: false, minLength: 1 }) : { write },
  );
}
