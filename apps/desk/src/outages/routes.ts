import { instant } from '@kyzmat/clock';
import { dataOf, Problem } from '@kyzmat/http';
import { outageTexts } from '@kyzmat/lifecycle';
import { asked, postedFields, type Fields } from '@kyzmat/web';
import type { Request, Response, Router } from 'express';
import { momentTyped } from '../applications/acts/moments.ts';
import type { Site } from '../site/site.ts';
import { staffIn } from '../staff/staff.ts';
import { owingStatus } from './statuses.ts';
import { momentError, outageForm, readBegun, readMoment, type OutageError } from './form.ts';

type Params = { readonly id: string };
interface Typed {
  readonly posted: Fields;
  readonly errors: readonly OutageError[];
}

/** P573-42: outages of a provider, kept by its own staff or by the operator. */
export function outageRoutes(router: Router, site: Site): void {
  const { clients, pages, kit } = site;
  router.get('/outages', (request, response) => {
    const { provider } = staffIn(request);
    response.redirect(303, provider === undefined ? '/providers' : `/outages/${provider}`);
  });

  router.get('/outages/:id', async (request: Request<Params>, response) => {
    await show(request, response);
  });

  router.post('/outages/:id', async (request: Request<Params>, response) => {
    const posted = postedFields(request.body);
    const { value: body, errors } = readBegun(posted, instant(kit.clock));
    await keep(request, response, { posted, errors }, async (providers) => {
      if (body === undefined) return false;
      dataOf(
        await providers.POST('/providers/{id}/outages', {
          params: { path: { id: request.params.id } },
          body,
        }),
      );
      return true;
    });
  });

  router.post(
    '/outages/:id/:outageId/removal',
    async (request: Request<Params & { readonly outageId: string }>, response) => {
      const posted = postedFields(request.body);
      const { value: removedAt, errors } = readMoment(posted, instant(kit.clock));
      const { id, outageId } = request.params;
      await keep(request, response, { posted, errors }, async (providers) => {
        if (removedAt === undefined) return false;
        const params = { path: { id, outageId } };
        dataOf(
          await providers.POST('/providers/{id}/outages/{outageId}/removal', { params, body: { removedAt } }),
        );
        return true;
      });
    },
  );

  type Providers = ReturnType<typeof clients.providers>;

  /** Records, or shows the form again with what is wrong at its field. */
  async function keep(
    request: Request<Params>,
    response: Response,
    typed: Typed,
    record: (providers: Providers) => Promise<boolean>,
  ): Promise<void> {
    try {
      if (await record(clients.providers(staffIn(request).principal))) {
        response.redirect(303, `/outages/${request.params.id}?done=kept`);
        return;
      }
      await show(request, response, typed);
    } catch (error) {
      const wrong = error instanceof Problem ? momentError(error.code) : undefined;
      if (wrong === undefined) throw error;
      await show(request, response, { ...typed, errors: [wrong] });
    }
  }

  async function show(request: Request<Params>, response: Response, typed?: Typed): Promise<void> {
    const params = { path: { id: request.params.id } };
    const providers = clients.providers(staffIn(request).principal);
    const [provider, found, owing] = await Promise.all([
      providers.GET('/providers/{id}', { params }),
      providers.GET('/providers/{id}/outages', { params }),
      owingStatus(site, request, 1),
    ]);
    const { outages } = dataOf(found);
    const lasting = outages.find(({ removedAt }) => removedAt === undefined);
    const posted = typed?.posted ?? momentTyped(instant(kit.clock));
    pages.render(
      response,
      'outages/outages.njk',
      {
        provider: dataOf(provider),
        outages: outages.map((each) => ({ ...each, causeText: outageTexts[each.cause] })),
        lasting,
        owing: owing.length > 0,
        form: outageForm(lasting !== undefined, posted, typed?.errors ?? []),
        errors: (typed?.errors ?? []).map((error) => ({ error, href: error.href })),
        done: asked(request.query, 'done') === 'kept',
      },
      typed === undefined ? 200 : 422,
    );
  }
}
