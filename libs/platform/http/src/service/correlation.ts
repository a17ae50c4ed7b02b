import { newCorrelationId, withCorrelation } from '@kyzmat/telemetry';
import type { RequestHandler } from 'express';

export const correlationHeader = 'X-Correlation-Id';
const acceptable = /^[\w.:-]{8,64}$/;

/** Everything a request starts runs under its correlation id: the caller's if it gave a decent one, else a new one. */
export const correlate: RequestHandler = (request, response, next) => {
  const given = request.get(correlationHeader);
  const id = given !== undefined && acceptable.test(given) ? given : newCorrelationId();
  response.set(correlationHeader, id);
  withCorrelation(id, next);
};
