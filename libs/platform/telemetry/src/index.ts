import type { Logger } from 'pino';
import type { Counter, Gauge, Histogram, Registry } from 'prom-client';

export type { Counter, Gauge, Histogram, Logger, Registry };
/** A loop that must tick at least each `maxSilenceMs`; else liveness fails and the supervisor restarts the process. */
export interface Loop {
  tick(): void;
  end(): void;
}
export interface Telemetry {
  readonly process: string;
  readonly log: Logger;
  readonly metrics: Registry;
  counter<L extends string = never>(name: string, help: string, labels?: readonly L[]): Counter<L>;
  /** `collect` gives the value when the metrics are read. */
  gauge<L extends string = never>(name: string, help: string, labels?: readonly L[]): Gauge<L>;
  histogram<L extends string = never>(
    name: string,
    help: string,
    labels?: readonly L[],
    seconds?: readonly number[],
  ): Histogram<L>;
  loop(name: string, maxSilenceMs: number): Loop;
  stalledLoops(): readonly string[];
  /** Stops the collection of process metrics. */
  stop(): void;
}
export interface TelemetryOptions {
  readonly level?: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Where log lines go; standard output by default. */
  readonly write?: (line: string) => void;
}
export declare function createTelemetry(processName: string, options?: TelemetryOptions): Telemetry;
export declare function withCorrelation<T>(id: string, work: () => T): T;
export declare function correlationId(): string | undefined;
export declare function newCorrelationId(): string;
