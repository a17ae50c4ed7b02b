import type { ProvidersApi } from '@kyzmat/contracts';
import { dataOf } from '@kyzmat/http';
import type { Kit } from '@kyzmat/kit';

/** Whether a provider is blocked at this moment (C22-13). Rejects when that cannot be learnt: then nothing is allowed. */
export type Standing = (providerId: string) => Promise<{ readonly blocked: boolean }>;

/**
 * Asks the register on every call. Calls that come while a question is under way share the next one, which begins
 * after each of them: never an old answer, and never more than one question a provider at a time.
 */
export function openStanding(kit: Kit): Standing {
  const providers = kit.to<ProvidersApi>('providers')(kit.self);
  return shared(async (id) => {
    const standing = dataOf(await providers.GET('/providers/{id}/standing', { params: { path: { id } } }));
    return { blocked: standing.blocked };
  });
}

/** Shares one question among all who ask before it begins. */
export function shared<T>(ask: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const flights = new Map<string, { readonly now: Promise<unknown>; next?: Promise<T> }>();

  function begin(key: string): Promise<T> {
    const answer = ask(key);
    const flight = { now: answer };
    flights.set(key, flight);
    const end = (): void => {
      if (flights.get(key) === flight) flights.delete(key);
    };
    answer.then(end, end);
    return answer;
  }

  return (key) => {
    const flight = flights.get(key);
    if (flight === undefined) return begin(key);
    const again = (): Promise<T> => begin(key);
    flight.next ??= flight.now.then(again, again);
    return flight.next;
  };
}
