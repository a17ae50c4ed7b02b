import type { ApplicationsApi } from '@kyzmat/contracts';
import { notFound, permit } from '@kyzmat/http';
import { systemCaller, type Journal } from '@kyzmat/journal';
import type { ContractRoutes } from '@kyzmat/kit';
import { may } from '@kyzmat/policy';
import { readCode } from '../state/codes.ts';
import type { Applications } from '../state/store.ts';
import type { ViewOf } from '../view/view.ts';

/**
 * C22-3a: the operator looks into one application "to the extent needed for technical support": for a support request,
 * which stands in the journal and which the person reads. Never silently, and nothing can be done by it.
 */
export function supportRoutes(
  routes: ContractRoutes<ApplicationsApi>,
  { documents }: Pick<Applications, 'documents'>,
  viewOf: ViewOf,
  journal: Pick<Journal, 'gives'>,
): void {
  routes.post('/support-accesses', async ({ caller, body: { reference, reason } }) => {
    permit(may(caller, 'application.support', { supportRequest: reason.request }));
    const found = await documents.findOne({ 'state.reference': readCode(reference) ?? reference });
    if (found === null) throw notFound('No such application.');
    // As the portal's own processes see it.
    const view = await viewOf(found, systemCaller('applications'));
    const { id: application, ownerId: subject } = found.state;
    const use = { subject, application, reference: found.state.reference, support: reason };
    await journal.gives(caller, { ...use, act: 'application.support' });
    return { ...view, actions: [] };
  });
}
