import { isDeepStrictEqual } from 'node:util';
import type { ServiceDefinition } from '@kyzmat/service-definition';

export interface Differences {
  /** Places that differ, as JSON pointers: `/service/term`, `/form`. */
  readonly changed: readonly string[];
  /** How the service is applied for, handled or paid changes, not only what is said about it (P573-17c). */
  readonly affectsPortal: boolean;
}

/** What is only said about a service: every other change is one of its process. */
const materials: ReadonlySet<string> = new Set(
  [
    'title',
    'summary',
    'description',
    'whoCanGet',
    'whatYouGet',
    'searchWords',
    'group',
    'demo',
    'appeal',
  ].map((name) => `/service/${name}`),
);

/** Compares a service with the version in force; one that is new changes nothing that already works. */
export function differences(before: ServiceDefinition | undefined, after: ServiceDefinition): Differences {
  const [old, now] = [before === undefined ? undefined : partsOf(before), partsOf(after)];
  const names = [...new Set([...Object.keys(old ?? {}), ...Object.keys(now)])];
  const changed = names.filter((name) => !isDeepStrictEqual(old?.[name], now[name]));
  return { changed, affectsPortal: old !== undefined && changed.some((place) => !materials.has(place)) };
}

/** Numbers of versions follow from publication and are no change themselves. */
function partsOf({ service, form, result }: ServiceDefinition): Record<string, unknown> {
  const described = Object.entries(service).filter(([name]) => name !== 'version');
  return {
    ...Object.fromEntries(described.map(([name, value]) => [`/service/${name}`, value])),
    '/form': { ...form, version: 0 },
    '/result': result,
  };
}
