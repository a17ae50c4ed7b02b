import { performance } from 'node:perf_hooks';
import type { Telemetry } from '@kyzmat/telemetry';
import type { RequestHandler } from 'express';
import { routeName } from './route-name.ts';

/** Measures each request and writes one line for it: method, route pattern, status, milliseconds. Nothing else. */
export function observe(telemetry: Telemetry): RequestHandler {
  const { log } = telemetry;
  const duration = telemetry.histogram('http_request_seconds', 'Time to answer a request', [
    'method',
    'route',
    'status',
  ]);
  return (request, response, next) => {
    const start = performance.now();
    response.once('close', () => {
      const ms = performance.now() - start;
      const { method } = request;
      const route = routeName(request);
      const status = response.writableFinished ? response.statusCode : 499;
      duration.observe({ method, route, status }, ms / 1000);
      log.info({ method, route, status, ms: Math.round(ms * 10) / 10 }, 'request');
    });
    next();
  };
}
