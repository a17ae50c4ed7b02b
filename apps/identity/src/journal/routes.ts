import type { IdentityApi } from '@kyzmat/contracts';
import { permit } from '@kyzmat/http';
import { linesFor, type Journal } from '@kyzmat/journal';
import { noContent, type ContractRoutes } from '@kyzmat/kit';
import { may } from '@kyzmat/policy';
import type { Anchors } from './anchors.ts';
import type { Exports } from './exports.ts';

interface JournalParts {
  readonly journal: Pick<Journal, 'page'>;
  readonly anchors: Anchors;
  readonly exports: Exports;
}

/** P573-13c for what identity itself gave out; P573-19d for the journals of all processes. */
export function journalRoutes(
  routes: ContractRoutes<IdentityApi>,
  { journal, anchors, exports }: JournalParts,
): void {
  routes.get('/journal', ({ caller, query }) => linesFor(journal, caller, query));

  routes.post('/journal-heads', async ({ caller, body }) => {
    permit(may(caller, 'journal.witness'));
    await anchors.take(caller.process, body);
    return noContent;
  });

  routes.post('/data-exports', async ({ caller }) => {
    await exports.take(caller);
    return noContent;
  });
}
