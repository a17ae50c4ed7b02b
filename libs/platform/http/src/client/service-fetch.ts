import { setTimeout as wait } from 'node:timers/promises';
import type { Principal, ProcessName, TokenIssuer } from '@kyzmat/auth';
import { correlationId } from '@kyzmat/telemetry';
import { Problem, Unavailable } from '../problem.ts';
import { correlationHeader } from '../service/correlation.ts';
import { problemOf } from './problem-of.ts';

export interface ServiceTarget {
  /** The process that is called: the token names it. */
  readonly audience: ProcessName;
  readonly baseUrl: string;
  readonly issuer: TokenIssuer;
  /** Until the answer begins, retries included; 5000 when left out. */
  readonly timeoutMs?: number;
}

export type ServiceFetch = (request: Request) => Promise<Response>;

const retries = 2;
const firstPauseMs = 50;
const usualTimeoutMs = 5_000;

/**
 * `fetch` in a principal's name: adds the service token and the correlation id, repeats reads that met silence or an
 * overload, never writes. Gives successes only: an answer that is none is thrown as Problem, silence as Unavailable.
 * Connections are kept alive by Node's own agent.
 */
export function serviceFetch(target: ServiceTarget): (principal: Principal) => ServiceFetch {
  const { audience, issuer, timeoutMs = usualTimeoutMs } = target;
  return (principal) => async (request) => {
    request.headers.set('Authorization', `Bearer ${issuer.tokenFor(audience, principal)}`);
    const correlation = correlationId();
    if (correlation !== undefined) request.headers.set(correlationHeader, correlation);

    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), timeoutMs);
    const signal = AbortSignal.any([request.signal, patience.signal]);
    try {
      return await attempt(request, signal, audience);
    } finally {
      // The answer has begun: a person on a slow line may take longer to read a document than we wait for its start.
      clearTimeout(timer);
    }
  };
}

async function attempt(request: Request, signal: AbortSignal, audience: ProcessName): Promise<Response> {
  const readOnly = request.method === 'GET' || request.method === 'HEAD';
  for (let left = readOnly ? retries : 0; ; left -= 1) {
    try {
      const response = await fetch(request, { signal, redirect: 'error' });
      if (response.ok) return response;
      throw await problemOf(response, audience);
    } catch (error) {
      if (request.signal.aborted) throw error;
      const problem = error instanceof Problem ? error : silence(audience, error);
      if (!(problem instanceof Unavailable) || left === 0 || signal.aborted) throw problem;
      await pause(retries - left, signal);
    }
  }
}

function silence(audience: ProcessName, cause: unknown): Unavailable {
  const unavailable = new Unavailable(`${audience} does not answer`);
  unavailable.cause = cause;
  return unavailable;
}

/** Doubles, with a random part so that callers do not come back together; ends early when patience does. */
async function pause(times: number, signal: AbortSignal): Promise<void> {
  const longest = firstPauseMs * 2 ** times;
  await wait(longest / 2 + (Math.random() * longest) / 2, undefined, { signal }).catch(() => undefined);
}
