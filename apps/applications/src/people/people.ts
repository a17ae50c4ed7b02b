import type { Identity, IdentityApi } from '@kyzmat/contracts';
import { dataOf, Problem } from '@kyzmat/http';
import type { Kit } from '@kyzmat/kit';

/** What identity knows of people. */
export interface People {
  /** Throws Unavailable when identity is away. */
  profile(personId: string): Promise<Identity['Profile']>;
  /** A member of staff now; undefined when there is none of this id. */
  staff(id: string): Promise<Identity['StaffMember'] | undefined>;
  /** A name for a page: some minutes old at most, undefined when nobody can tell. */
  nameOfStaff(id: string): Promise<string | undefined>;
}

const namesForMs = 5 * 60_000;
const mostNames = 5_000;

export function openPeople(kit: Kit): People {
  const identity = kit.to<IdentityApi>('identity')(kit.self);
  const names = new Map<string, { readonly name: string; readonly until: number }>();

  async function staff(id: string): Promise<Identity['StaffMember'] | undefined> {
    try {
      return dataOf(await identity.GET('/staff/{id}', { params: { path: { id } } }));
    } catch (error) {
      if (error instanceof Problem && error.status === 404) return undefined;
      throw error;
    }
  }

  return {
    async profile(id) {
      return dataOf(await identity.GET('/persons/{id}/profile', { params: { path: { id } } }));
    },
    staff,
    async nameOfStaff(id) {
      const known = names.get(id);
      if (known !== undefined && performance.now() < known.until) return known.name;
      const found = await staff(id).catch(() => undefined);
      if (found === undefined) return known?.name;
      if (names.size >= mostNames) names.clear();
      names.set(id, { name: found.name, until: performance.now() + namesForMs });
      return found.name;
    },
  };
}
