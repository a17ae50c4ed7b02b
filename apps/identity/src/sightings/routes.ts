import type { Clock } from '@kyzmat/clock';
import type { Common, IdentityApi } from '@kyzmat/contracts';
import { permit } from '@kyzmat/http';
import type { Refusals } from '@kyzmat/journal';
import type { ContractRoutes } from '@kyzmat/kit';
import { may } from '@kyzmat/policy';
import type { Store } from '@kyzmat/store';
import type { AccessFact } from '../sessions/facts.ts';

/** So many refused sign-ins of one account, or from one network where no account is known, within a day. */
const worthLooking = 5;
const dayMs = 86_400_000;

export interface RefusedSignIns {
  ensureIndexes(): Promise<void>;
  lately(): Promise<Common['Sighting'][]>;
}

/** P573-19e: passwords, codes and certificates that were refused again and again, as they are recorded (P573-19d). */
export function openRefusedSignIns(store: Store, clock: Clock): RefusedSignIns {
  const facts = store.collection<AccessFact>('access_facts');
  return {
    async ensureIndexes() {
      await facts.createIndex({ at: -1 }, { partialFilterExpression: { outcome: 'refused' } });
    },
    async lately() {
      const since = new Date(clock.now().getTime() - dayMs).toISOString();
      const target = { person: '$person', address: { $cond: ['$person', null, '$address'] } };
      const found = await facts
        .aggregate<Grouped>([
          { $match: { outcome: 'refused', at: { $gte: since } } },
          {
            $group: { _id: target, count: { $sum: 1 }, firstAt: { $min: '$at' }, lastAt: { $max: '$at' } },
          },
          { $match: { count: { $gte: worthLooking } } },
          { $sort: { count: -1, firstAt: 1 } },
          { $limit: 50 },
        ])
        .toArray();
      return found.map(sightingOf);
    },
  };
}

interface Grouped extends Pick<Common['Sighting'], 'count' | 'firstAt' | 'lastAt'> {
  readonly _id: { readonly person?: string; readonly address?: string | null };
}

function sightingOf({ _id: { person, address }, ...counted }: Grouped): Common['Sighting'] {
  const target = person ?? address ?? 'unknown';
  return {
    key: `refused_sign_ins:${target}:${counted.firstAt.slice(0, 10)}`,
    kind: 'refused_sign_ins',
    ...(person === undefined ? {} : { who: person }),
    ...(typeof address === 'string' ? { address } : {}),
    ...counted,
  };
}

export function sightingRoutes(
  routes: ContractRoutes<IdentityApi>,
  signIns: RefusedSignIns,
  access: Refusals,
): void {
  routes.get('/sightings', async ({ caller }) => {
    permit(may(caller, 'incident.record'));
    const all = await Promise.all([signIns.lately(), access.lately()]);
    return { sightings: all.flat() };
  });
}
