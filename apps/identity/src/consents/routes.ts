import type { Caller } from '@kyzmat/auth';
import type { Identity, IdentityApi } from '@kyzmat/contracts';
import { notFound } from '@kyzmat/http';
import type { ContractRoutes } from '@kyzmat/kit';
import { may } from '@kyzmat/policy';
import type { Persons } from '../persons/store.ts';
import type { Consents } from './consents.ts';
import { missingConsents } from './missing.ts';

/** The texts are for everybody; one's consents for oneself; what is missing for the processes that keep services closed. */
export function consentRoutes(
  routes: ContractRoutes<IdentityApi>,
  { consents, persons }: { consents: Consents; persons: Persons },
): void {
  const given = async (id: string): Promise<{ consents: Identity['Consent'][] }> => ({
    consents: [...(await persons.get(id)).consents],
  });

  routes.get('/agreements', () => {
    const inForce = consents.inForce();
    const all = consents.published.map(({ paragraphs, ...agreement }) => ({
      ...agreement,
      paragraphs: [...paragraphs],
      inForce: inForce.some(({ kind, version }) => kind === agreement.kind && version === agreement.version),
    }));
    return Promise.resolve({ agreements: all });
  });

  routes.get('/persons/{id}/consents', async ({ caller, params }) => {
    mustBeOwn(caller, params.id);
    return given(params.id);
  });

  routes.get('/persons/{id}/consents/missing', async ({ caller, params, query }) => {
    if (!may(caller, 'consents.ask').allowed) mustBeOwn(caller, params.id);
    const [subject, actor] = await Promise.all([
      persons.get(params.id),
      persons.get(query.actor ?? params.id),
    ]);
    const { assurance } = subject.profile;
    const missing = missingConsents({ subject, actor }, consents.inForce());
    return { missing, ...(assurance !== undefined && { assurance }) };
  });

  routes.post('/persons/{id}/consents', async ({ caller, params, body }) => {
    mustBeOwn(caller, params.id);
    const wanted = body.consents.map((each) => ({ ...each, person: params.id }));
    await consents.give(wanted, { route: 'portal', by: caller.actor });
    return given(params.id);
  });

  routes.post('/persons/{id}/consents/{kind}/withdrawal', async ({ caller, params }) => {
    mustBeOwn(caller, params.id);
    await consents.withdraw(params.id, params.kind);
    return given(params.id);
  });
}

/** Another person's id is answered as if it did not exist (P573-8e). */
export function mustBeOwn(caller: Caller, id: string): void {
  const own = caller.role === 'user' && (caller.subject === id || caller.actor === id);
  if (!own) throw notFound('No such person.');
}
