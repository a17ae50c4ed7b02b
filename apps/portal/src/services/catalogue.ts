import type { Providers } from '@kyzmat/contracts';
import type { CompiledForm } from '@kyzmat/forms';
import { dataOf, Problem } from '@kyzmat/http';
import type { Kit } from '@kyzmat/kit';
import { checkService, type ServiceDefinition } from '@kyzmat/service-definition';
import { readCalendar, type Calendar } from '@kyzmat/working-time';
import type { Clients } from '../site/clients.ts';
import { remember } from '../site/remember.ts';
import { searchOf, type Found } from './search/search.ts';

export type ServiceSummary = Providers['ServiceSummary'];

/** A published version of a service, its form ready for use. */
export interface Service {
  readonly code: string;
  readonly version: number;
  readonly publishedAt: string;
  readonly providerName: Providers['PublishedService']['providerName'];
  readonly definition: ServiceDefinition;
  readonly form: CompiledForm;
}

export interface Catalogue {
  /** All published services, what is asked for most first. */
  list(): Promise<readonly ServiceSummary[]>;
  search(query: string): Promise<Found<ServiceSummary>>;
  /** The version in force. Throws not_found. */
  current(code: string): Promise<Service>;
  version(code: string, version: number): Promise<Service>;
  calendar(): Promise<Calendar>;
}

const freshMs = 5_000;
const mostVersions = 500;

/** The catalogue as `providers` publishes it, asked anew every few seconds; a version never changes. */
export function openCatalogue(kit: Kit, clients: Clients): Catalogue {
  const providers = clients.providers(kit.self);
  const versions = new Map<string, Promise<Service>>();
  const index = openIndex();

  const lists = remember(async () => {
    const { services } = dataOf(await providers.GET('/services'));
    const list = services.toSorted((a, b) => b.popular - a.popular);
    return { list, search: index(list) };
  }, freshMs);
  const list = async (): Promise<readonly ServiceSummary[]> => (await lists()).list;
  const calendar = remember(
    async () => readCalendar(dataOf(await providers.GET('/calendars/current')).calendar),
    freshMs,
  );

  function version(code: string, number: number): Promise<Service> {
    const key = `${code}:${number}`;
    const known = versions.get(key);
    if (known !== undefined) return known;
    const path = { code, version: number };
    const made = providers
      .GET('/services/{code}/versions/{version}', { params: { path } })
      .then((answer) => compiled(dataOf(answer)));
    if (versions.size >= mostVersions) versions.clear();
    versions.set(key, made);
    made.catch(() => versions.delete(key));
    return made;
  }

  return {
    list,
    search: async (query) => (await lists()).search(query),
    calendar,
    version,
    async current(code) {
      const summary = (await list()).find((service) => service.code === code);
      if (summary === undefined) throw new Problem(404, 'not_found', 'No such service.');
      return version(code, summary.version);
    },
  };
}

/** Words are indexed anew only when a service was published: how often services are asked for changes all the time. */
function openIndex(): (list: readonly ServiceSummary[]) => (query: string) => Found<ServiceSummary> {
  let of = '';
  let search = searchOf<ServiceSummary>([]);
  return (list) => {
    const published = list.map(({ code, version }) => `${code}:${version}`).sort();
    if (published.join() !== of) {
      of = published.join();
      search = searchOf(list);
    }
    return search;
  };
}

function compiled(published: Providers['PublishedService']): Service {
  const { code, version, publishedAt, providerName } = published;
  const check = checkService(published.definition);
  if (!check.ok) throw new Error(`service ${code}, version ${version}, cannot be read`);
  const { definition, form } = check;
  return { code, version, publishedAt, providerName, definition, form };
}
