import { dataOf } from '@kyzmat/http';
import type { Request, Response, Router } from 'express';
import { asked, one, postedFields, type Fields } from '@kyzmat/web';
import type { Site } from '../../site/site.ts';
import { staffIn } from '../../staff/staff.ts';
import { blockForm, causes, readBlock, removalError } from './block.ts';

type Params = { readonly id: string };
interface Typed {
  readonly posted: Fields;
  readonly errors: ReturnType<typeof readBlock>['errors'];
}
const nothingTyped: Typed = { posted: {}, errors: [] };

/** Providers, what they offer, how they stand; the operator blocks them and confirms what has been removed. */
export function providerRoutes(router: Router, site: Site): void {
  const { clients, pages } = site;
  const asOperator = (request: Request<Params>): ReturnType<typeof clients.providers> =>
    clients.providers(staffIn(request).principal);

  router.get('/providers', async (request, response) => {
    const answer = await clients.providers(staffIn(request).principal).GET('/providers');
    pages.render(response, 'operator/providers/providers.njk', { providers: dataOf(answer).providers });
  });

  router.get('/providers/:id', async (request: Request<Params>, response) => {
    await show(request, response, nothingTyped);
  });

  router.post('/providers/:id/blocks', async (request: Request<Params>, response) => {
    const posted = postedFields(request.body);
    const { block, errors } = readBlock(posted);
    if (block === undefined) {
      await show(request, response, { posted, errors }, 422);
      return;
    }
    const params = { path: { id: request.params.id } };
    dataOf(await asOperator(request).POST('/providers/{id}/blocks', { params, body: block }));
    response.redirect(303, `/providers/${request.params.id}?done=blocked`);
  });

  router.post(
    '/providers/:id/blocks/:blockId/problems/:problemId/removal',
    async (request: Request<Params & { readonly blockId: string; readonly problemId: string }>, response) => {
      if (one(postedFields(request.body), 'confirmed') !== 'yes') {
        await show(request, response, { posted: {}, errors: [removalError(request.params.problemId)] }, 422);
        return;
      }
      const answer = await asOperator(request).POST(
        '/providers/{id}/blocks/{blockId}/problems/{problemId}/removal',
        { params: { path: { ...request.params } } },
      );
      const done = dataOf(answer).liftedAt === undefined ? 'removed' : 'lifted';
      response.redirect(303, `/providers/${request.params.id}?done=${done}`);
    },
  );

  async function show(
    request: Request<Params>,
    response: Response,
    typed: Typed,
    status = 200,
  ): Promise<void> {
    const params = { path: { id: request.params.id } };
    const providers = asOperator(request);
    const [provider, blocks, services] = await Promise.all([
      providers.GET('/providers/{id}', { params }),
      providers.GET('/providers/{id}/blocks', { params }),
      providers.GET('/services'),
    ]);
    const found = dataOf(provider);
    const done = asked(request.query, 'done');
    pages.render(
      response,
      'operator/providers/provider.njk',
      {
        provider: found,
        services: dataOf(services).services.filter(({ providerId }) => providerId === found.id),
        blocks: dataOf(blocks).blocks.map((block) => ({ ...block, causeText: causes[block.cause] })),
        form: blockForm(typed.posted, typed.errors),
        errors: typed.errors.map((error) => ({ error, href: error.href })),
        errorsOf: Object.fromEntries(typed.errors.map((error) => [error.field, [error]])),
        done: done === 'blocked' || done === 'removed' || done === 'lifted' ? done : undefined,
      },
      status,
    );
  }
}
