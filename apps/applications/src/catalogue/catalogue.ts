import type { Common, Providers, ProvidersApi } from '@kyzmat/contracts';
import { dataOf, Problem } from '@kyzmat/http';
import type { Kit } from '@kyzmat/kit';
import { checkService, type ServiceCheck } from '@kyzmat/service-definition';

/** A service version ready for use: its description, its forms compiled, its result's filler. */
export interface Service extends Omit<Extract<ServiceCheck, { ok: true }>, 'ok'> {
  readonly code: string;
  readonly version: number;
  readonly providerName: Common['Text'];
}

export interface Catalogue {
  /** A version never changes: asked for once. Throws Problem not_found, Unavailable. */
  version(code: string, version: number): Promise<Service>;
  /** The version in force, at most some seconds old. */
  current(code: string): Promise<Service>;
}

const currentForMs = 5_000;

export function openCatalogue(kit: Kit): Catalogue {
  const providers = kit.to<ProvidersApi>('providers')(kit.self);
  const versions = new Map<string, Promise<Service>>();
  const heads = new Map<string, { readonly until: number; readonly service: Promise<Service> }>();

  /** Remembers the question itself, so that many who ask at once ask once; a failure is forgotten. */
  function keep(key: string, ask: () => Promise<Service>): Promise<Service> {
    const known = versions.get(key);
    if (known !== undefined) return known;
    const asked = ask();
    versions.set(key, asked);
    asked.catch(() => versions.delete(key));
    return asked;
  }

  async function askVersion(code: string, version: number): Promise<Service> {
    const params = { path: { code, version } };
    return compile(dataOf(await providers.GET('/services/{code}/versions/{version}', { params })));
  }

  async function askCurrent(code: string): Promise<Service> {
    const published = dataOf(await providers.GET('/services/{code}', { params: { path: { code } } }));
    return keep(`${code}:${published.version}`, () => Promise.resolve(compile(published)));
  }

  return {
    version: (code, version) => keep(`${code}:${version}`, () => askVersion(code, version)),
    current(code) {
      const known = heads.get(code);
      const now = performance.now();
      if (known !== undefined && now < known.until) return known.service;
      const service = askCurrent(code);
      heads.set(code, { service, until: now + currentForMs });
      service.catch(() => heads.delete(code));
      return service;
    },
  };
}

function compile({ code, version, providerName, definition }: Providers['PublishedService']): Service {
  const check = checkService(definition);
  if (!check.ok) throw new Problem(502, 'service_unreadable', `${code} version ${version} cannot be read`);
  const { ok: _ok, ...service } = check;
  return { ...service, code, version, providerName };
}
