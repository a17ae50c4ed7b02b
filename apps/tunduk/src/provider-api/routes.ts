import type { ApplicationsApi, ProvidersApi, TundukApi } from '@kyzmat/contracts';
import { dataOf, rawBodyOf } from '@kyzmat/http';
import { created, type ContractRoutes, type Kit } from '@kyzmat/kit';
import type { CallerOf } from './caller.ts';
import { checkDigest } from './digest.ts';

/** Systems of providers act on their own applications, and on no others (C22-3b). */
export function providerRoutes(routes: ContractRoutes<TundukApi>, kit: Kit, callerOf: CallerOf): void {
  const applications = kit.to<ApplicationsApi>('applications');
  const providers = kit.to<ProvidersApi>('providers');

  routes.get('/provider-api/v1/applications', async ({ query, request }) => {
    const caller = await callerOf(clientOf(request));
    return dataOf(await applications(caller).GET('/applications', { params: { query } }));
  });

  routes.get('/provider-api/v1/applications/{id}', async ({ params, request }) => {
    const caller = await callerOf(clientOf(request));
    const path = { id: params.id };
    return dataOf(await applications(caller).GET('/applications/{id}/package', { params: { path } }));
  });

  routes.post('/provider-api/v1/applications/{id}/commands', async ({ params, body, request }) => {
    checkDigest(request.get('Digest') ?? '', rawBodyOf(request));
    const { executor, ...command } = body;
    const caller = await callerOf(clientOf(request), executor);
    const path = { id: params.id };
    return dataOf(
      await applications(caller).POST('/applications/{id}/commands', { params: { path }, body: command }),
    );
  });

  routes.post('/provider-api/v1/block-requests', async ({ body, request }) => {
    const caller = await callerOf(clientOf(request));
    const path = { id: caller.provider };
    return created(
      dataOf(
        await providers(caller).POST('/providers/{id}/blocks', {
          params: { path },
          body: { cause: 'own_request', problems: [body.description] },
        }),
      ),
    );
  });
}

function clientOf(request: { get(name: string): string | undefined }): string {
  return request.get('X-Road-Client') ?? '';
}
