export type { Logger } from 'pino';
export type { Counter, Gauge, Histogram, Registry } from 'prom-client';
export { correlationId, newCorrelationId, withCorrelation } from './correlation.ts';
export type { Loop, Loops } from './loops.ts';
export { createTelemetry } from './telemetry.ts';
export type { Telemetry, TelemetryOptions } from './telemetry.ts';
export { withoutPersonalData } from './privacy.ts';
