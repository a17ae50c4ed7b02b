import type { Telemetry } from '@kyzmat/telemetry';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { notFound, problemBody } from '../problem.ts';
import { toProblem } from './to-problem.ts';

/** Put after all routes: what nobody answered is not there. */
export const nothingThere: RequestHandler = () => {
  throw notFound();
};

/** Put last: every error becomes problem+json; those that are our fault are logged, with the correlation id. */
export function answerProblems({ log }: Telemetry): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    const problem = toProblem(error);
    if (problem.status === 500) log.error({ err: error }, 'a request failed');
    else if (problem.status > 500) log.warn({ err: error }, 'a request could not be served');
    else log.debug({ err: error }, 'a request was refused');
    if (response.headersSent) {
      // Half an answer is out: cutting the connection is the only way left to say that it is not whole.
      response.destroy();
      next();
      return;
    }
    response
      .status(problem.status)
      .set({ 'Cache-Control': 'no-store', ...problem.headers })
      .type('application/problem+json')
      .send(JSON.stringify(problemBody(problem)));
  };
}
