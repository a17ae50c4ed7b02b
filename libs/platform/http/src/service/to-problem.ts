import { TokenRefused } from '@kyzmat/auth';
import { Problem, Unavailable } from '../problem.ts';

/** Codes of errors that Express and its parsers make themselves. */
const codesByStatus: Readonly<Record<number, string>> = {
  400: 'invalid_request',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'payload_too_large',
  415: 'unsupported_media_type',
};

/**
 * What to answer for an error. The store's errors are known by their names, so that a process without a database does
 * not load one; what nobody knows is a 500 that tells nothing.
 */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof TokenRefused) {
    return new Problem(error.status, error.code, undefined, {}, { 'WWW-Authenticate': 'Bearer' });
  }
  return byName(error) ?? byStatus(error) ?? new Problem(500, 'internal_error');
}

function byName(error: unknown): Problem | undefined {
  if (!(error instanceof Error)) return undefined;
  switch (error.name) {
    case 'Overloaded':
      return new Unavailable('Too much is waiting', retryAfterOf(error), 'overloaded');
    case 'DependencyDown':
      return new Unavailable('Something this service needs is away');
    case 'StaleVersion':
      return new Problem(409, 'stale_version', 'Somebody was faster: load it again');
    case 'Conflict':
      return new Problem(409, 'conflict', 'Other content has this id');
    default:
      return undefined;
  }
}

function retryAfterOf(error: Error): number {
  return 'retryAfterSeconds' in error && typeof error.retryAfterSeconds === 'number'
    ? error.retryAfterSeconds
    : 1;
}

/** Errors with a 4xx status come from Express, its router and its parsers; their messages may quote the request. */
function byStatus(error: unknown): Problem | undefined {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return undefined;
  const code = codesByStatus[error.status];
  return code === undefined ? undefined : new Problem(error.status, code);
}
