import type { ApplicationsApi } from '@kyzmat/contracts';
import { linesFor, type Journal, type Line } from '@kyzmat/journal';
import type { ContractRoutes } from '@kyzmat/kit';
import type { People } from '../people/people.ts';
import type { Applications } from '../state/store.ts';

/** P573-13c: who used the person's data here, and for which application. */
export function journalRoutes(
  routes: ContractRoutes<ApplicationsApi>,
  journal: Pick<Journal, 'page'>,
  { documents }: Pick<Applications, 'documents'>,
  people: Pick<People, 'nameOfStaff'>,
): void {
  /** P573-35a, P573-33a: of a provider's people the law names the executor and the signer to the person, and no others. */
  async function named(lines: readonly Line[]): Promise<ReadonlySet<string>> {
    const ids = [...new Set(lines.flatMap(({ application }) => application ?? []))];
    const fields = { 'state.executorId': 1, 'state.result.signedBy': 1 } as const;
    const found = await documents.find({ _id: { $in: ids } }, { projection: fields }).toArray();
    return new Set(
      found.flatMap(({ _id, state }) =>
        [state.executorId, state.result?.signedBy].map((staffId) => `${_id} ${staffId ?? ''}`),
      ),
    );
  }

  routes.get('/journal', ({ caller, query }) =>
    linesFor(journal, caller, query, async (lines) => {
      const known = await named(lines);
      return async ({ application = '', actor }) =>
        known.has(`${application} ${actor}`) ? people.nameOfStaff(actor) : undefined;
    }),
  );
}
