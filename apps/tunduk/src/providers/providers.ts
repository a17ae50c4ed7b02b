import type { Providers, ProvidersApi } from '@kyzmat/contracts';
import { dataOf, Problem, Unavailable } from '@kyzmat/http';
import type { Kit } from '@kyzmat/kit';
import { DependencyDown } from '@kyzmat/store';

export type Provider = Providers['Provider'];
/** A provider without automated services, which works in its document system (C22-7, C22-8). */
export type EdmsProvider = Provider & { readonly edms: Providers['Edms'] };

export interface ProviderRegister {
  /** All of them, with their standing of this moment. */
  all(): Promise<readonly Provider[]>;
  /** With its standing of this moment; throws DependencyDown while the register is away. */
  get(id: string): Promise<Provider>;
  /** Who calls as this member of X-Road; undefined when nobody is connected as it. */
  byMember(member: string): Promise<Provider | undefined>;
  service(code: string, version: number): Promise<Providers['PublishedService']>;
}

/** Asked anew each time: a block counts from the moment it is written (C22-13). No answer means no. */
export function openProviders(kit: Kit): ProviderRegister {
  const api = kit.to<ProvidersApi>('providers')(kit.self);
  return {
    async all() {
      return dataOf(await waiting(api.GET('/providers'))).providers;
    },
    async get(id) {
      return dataOf(await waiting(api.GET('/providers/{id}', { params: { path: { id } } })));
    },
    async byMember(client) {
      try {
        return dataOf(await api.GET('/members', { params: { query: { client } } }));
      } catch (error) {
        if (error instanceof Problem && error.status === 404) return undefined;
        throw error;
      }
    },
    async service(code, version) {
      const path = { code, version };
      return dataOf(await waiting(api.GET('/services/{code}/versions/{version}', { params: { path } })));
    },
  };
}

/** Whoever is asked is away: what is owed waits. */
export async function waiting<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Unavailable) throw new DependencyDown(error.message);
    throw error;
  }
}

export function worksInEdms(provider: Provider): provider is EdmsProvider {
  return !provider.automated && provider.edms !== undefined;
}
