import type { Common } from '@kyzmat/contracts';
import { dataOf, Problem } from '@kyzmat/http';
import { checkService, type ServiceCheck } from '@kyzmat/service-definition';
import type { Site } from './site.ts';

/** A service version ready for use: its description and the form of its decision. */
export type Service = Pick<Extract<ServiceCheck, { ok: true }>, 'definition' | 'decisionForm'>;

export interface Services {
  /** A version never changes, so each is asked for once. Throws Problem not_found, Unavailable. */
  version(code: string, version: number): Promise<Service>;
  /** What a provider offers now, for a filter: at most some seconds old. */
  ofProvider(providerId: string): Promise<readonly { code: string; title: Common['Text'] }[]>;
}

const listForMs = 10_000;

export function openServices({ clients, kit }: Pick<Site, 'clients' | 'kit'>): Services {
  const providers = clients.providers(kit.self);
  const versions = new Map<string, Promise<Service>>();
  let list: { readonly until: number; readonly all: ReturnType<typeof askAll> } | undefined;

  async function ask(code: string, version: number): Promise<Service> {
    const params = { path: { code, version } };
    const { definition } = dataOf(await providers.GET('/services/{code}/versions/{version}', { params }));
    const check = checkService(definition);
    if (!check.ok) throw new Problem(502, 'service_unreadable', `${code} version ${version} cannot be read`);
    return { definition: check.definition, decisionForm: check.decisionForm };
  }
  async function askAll(): Promise<{ code: string; title: Common['Text']; providerId: string }[]> {
    return dataOf(await providers.GET('/services')).services;
  }
  return {
    version(code, version) {
      const key = `${code}:${version}`;
      const asked = versions.get(key) ?? ask(code, version);
      versions.set(key, asked);
      asked.catch(() => versions.delete(key));
      return asked;
    },
    async ofProvider(providerId) {
      if (list === undefined || performance.now() > list.until) {
        list = { until: performance.now() + listForMs, all: askAll() };
        list.all.catch(() => (list = undefined));
      }
      return (await list.all).filter((service) => service.providerId === providerId);
    },
  };
}
