import type { ProvidersApi } from '@kyzmat/contracts';
import { dataOf, Unavailable } from '@kyzmat/http';
import type { Kit } from '@kyzmat/kit';
import { checkService, type ServiceDescription } from '@kyzmat/service-definition';
import { DependencyDown } from '@kyzmat/store';

/** What a payment needs to know of a service version. */
type PricedService = Pick<ServiceDescription, 'title'> & {
  readonly providerName: { readonly ky: string; readonly ru: string };
  readonly split: { receiver: { ky: string; ru: string }; amountTyiyn: number }[];
};
export type PriceOf = (code: string, version: number) => Promise<PricedService>;

/** Prices by service version. A version never changes, so each is asked for once. */
export function openPrices(kit: Kit): PriceOf {
  const providers = kit.to<ProvidersApi>('providers')(kit.self);
  const known = new Map<string, PricedService>();
  return async (code, version) => {
    const key = `${code}:${version}`;
    const found = known.get(key) ?? (await ask(code, version));
    known.set(key, found);
    return found;
  };

  async function ask(code: string, version: number): Promise<PricedService> {
    try {
      const path = { code, version };
      const answer = await providers.GET('/services/{code}/versions/{version}', { params: { path } });
      const service = dataOf(answer);
      const check = checkService(service.definition);
      if (!check.ok) throw new TypeError(`${code} version ${version} is not a service definition`);
      const { title, price } = check.definition.service;
      return { title, providerName: service.providerName, split: price.split.map((share) => ({ ...share })) };
    } catch (error) {
      // The register is away: wait for it, the application's charge is not lost.
      if (error instanceof Unavailable) throw new DependencyDown('providers');
      throw error;
    }
  }
}
