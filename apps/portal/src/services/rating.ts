import type { Applications } from '@kyzmat/contracts';
import { dataOf } from '@kyzmat/http';
import type { Kit } from '@kyzmat/kit';
import type { Clients } from '../site/clients.ts';
import { remember } from '../site/remember.ts';

type Rating = Applications['ServiceRating'];

const freshMs = 60_000;
const mostServices = 1_000;

/** How users rate a service, some seconds old; undefined while few have rated, or while nobody can tell. */
export function openRatings(kit: Kit, clients: Clients): (code: string) => Promise<Rating | undefined> {
  const known = new Map<string, () => Promise<Rating | undefined>>();
  return async (code) => {
    const params = { path: { code } };
    const ask = async () =>
      dataOf(await clients.applications(kit.self).GET('/services/{code}/rating', { params })).rating;
    const asked = known.get(code) ?? remember(ask, freshMs);
    if (known.size >= mostServices) known.clear();
    known.set(code, asked);
    return asked().catch(() => undefined);
  };
}
