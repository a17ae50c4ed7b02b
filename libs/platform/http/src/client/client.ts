import type { Principal } from '@kyzmat/auth';
import openapiFetch, { type Client } from 'openapi-fetch';
import { Problem } from '../problem.ts';
import { serviceFetch, type ServiceTarget } from './service-fetch.ts';

/**
 * A client typed by a contract: `const applications = createClient<ApplicationsApi>({ … })`, then
 * `dataOf(await applications(principal).GET('/drafts'))`. Calls throw Problem, or Unavailable when nobody answers.
 */
export function createClient<Paths extends object>(
  target: ServiceTarget,
): (principal: Principal) => Client<Paths> {
  const fetchAs = serviceFetch(target);
  return (principal) => openapiFetch<Paths>({ baseUrl: target.baseUrl, fetch: fetchAs(principal) });
}

/** The body of a typed call. Throws when the answer has none. */
export function dataOf<T>(result: { readonly data?: T | undefined; readonly response: Response }): T {
  if (result.data === undefined) throw new Problem(502, 'empty_answer', 'An answer came without a body');
  return result.data;
}
