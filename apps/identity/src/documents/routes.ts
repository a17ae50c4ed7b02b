import type { IdentityApi, ProvidersApi } from '@kyzmat/contracts';
import { dataOf, permit, Problem } from '@kyzmat/http';
import type { ContractRoutes, Kit } from '@kyzmat/kit';
import { may } from '@kyzmat/policy';
import { mayLookUp } from '../staff/look-up.ts';
import type { Staff, StaffAccount } from '../staff/store.ts';
import { portal, type Signers } from './signers.ts';

/** Documents are signed for the process that makes them, by staff who hold the signer's role at this moment. */
export function documentRoutes(
  routes: ContractRoutes<IdentityApi>,
  kit: Kit,
  staff: Staff,
  signers: Signers,
): void {
  const providers = kit.to<ProvidersApi>('providers')(kit.self);
  const organisationOf = async (id: string) =>
    dataOf(await providers.GET('/providers/{id}', { params: { path: { id } } })).name;
  const isSigner = ({ roles }: StaffAccount): boolean => roles.includes('signer');

  routes.get('/document-signers', async ({ query, caller }) => {
    permit(mayLookUp(caller, query.providerId));
    const organisation = await organisationOf(query.providerId);
    const accounts = (await staff.ofProvider(query.providerId)).filter(isSigner);
    const described = await Promise.all(accounts.map((account) => signers.describe(account, organisation)));
    return { signers: described.filter((each) => each !== undefined) };
  });

  routes.post('/document-signatures', async ({ body, caller }) => {
    permit(may(caller, 'document.sign'));
    const account = await staff.get(body.signerId);
    if (account.providerId !== body.providerId || !isSigner(account)) {
      throw new Problem(403, 'not_a_signer', 'This person does not sign for this provider.', {
        ruleId: 'P573-33a',
      });
    }
    return signed(body.providerId, body.signerId, body.toBeSigned);
  });

  // Information from an information system has no signer: the portal seals that it was given so (P573-33b).
  routes.get('/document-seal', async ({ caller }) => {
    permit(may(caller, 'document.sign'));
    return { certificateChain: await signers.seal() };
  });

  routes.post('/document-seal', async ({ body, caller }) => {
    permit(may(caller, 'document.sign'));
    return signed(body.providerId, portal, body.toBeSigned);
  });

  async function signed(
    providerId: string,
    signerId: string,
    toBeSigned: string,
  ): Promise<{ value: string }> {
    // Asked at every signature: a block acts at once (C22-13), and without an answer nothing is signed.
    const params = { path: { id: providerId } };
    if (dataOf(await providers.GET('/providers/{id}/standing', { params })).blocked) {
      throw new Problem(403, 'provider_blocked', 'The provider is blocked.', { ruleId: 'C22-13a' });
    }
    const value = await signers.sign(signerId, Buffer.from(toBeSigned, 'base64'));
    return { value: Buffer.from(value).toString('base64') };
  }

  routes.get('/trust', () => signers.trust());
}
