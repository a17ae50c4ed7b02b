import type { Providers } from '@kyzmat/contracts';
import { dataOf } from '@kyzmat/http';
import { may } from '@kyzmat/policy';
import { checkService, type ServiceDefinition } from '@kyzmat/service-definition';
import { asked, fieldId, frameOf, one, postedFields } from '@kyzmat/web';
import type { Request, Response, Router } from 'express';
import type { Services } from '../site/services.ts';
import type { Site } from '../site/site.ts';
import { staffIn, type Staff } from '../staff/staff.ts';
import { mayOffer } from './may-offer.ts';
import { offerRoutes } from './offer/routes.ts';
import { placesOf } from './places.ts';

type Params = { readonly id: string };
type Change = Providers['ServiceChange'];

const noReason = {
  field: 'reason',
  what: { ky: 'Себеби жазылган жок.', ru: 'Не указана причина.' },
  mend: { ky: 'Мекеме түшүнгүдөй кылып жазыңыз.', ru: 'Напишите её так, чтобы поставщик понял.' },
};

/**
 * P573-16a, P573-17c, P573-18d: what providers ask to be changed. The head submits it, the owner agrees where the process
 * changes, the operator publishes; either says why not.
 */
export function changeRoutes(router: Router, site: Site, services: Services): void {
  const { clients, pages } = site;
  const providers = (request: Request<Params>) => clients.providers(staffIn(request).principal);
  offerRoutes(router, site);

  router.get('/changes', async (request: Request<Params>, response) => {
    const { changes } = dataOf(await providers(request).GET('/service-changes'));
    const staff = staffIn(request);
    pages.render(response, 'changes/changes.njk', {
      changes: changes
        .toSorted((a, b) => Number(b.state === 'submitted') - Number(a.state === 'submitted'))
        .map((change) => ({ ...change, waits: actsOf(change, staff).length > 0 })),
      mayOffer: mayOffer(staff),
      done: asked(request.query, 'done') === '1',
    });
  });

  router.get('/changes/:id', (request: Request<Params>, response) => show(request, response));

  router.post('/changes/:id/approval', async (request: Request<Params>, response) => {
    const params = { path: { id: request.params.id } };
    dataOf(await providers(request).POST('/service-changes/{id}/approval', { params }));
    response.redirect(303, '/changes?done=1');
  });

  router.post('/changes/:id/publication', async (request: Request<Params>, response) => {
    const params = { path: { id: request.params.id } };
    dataOf(await providers(request).POST('/service-changes/{id}/publication', { params }));
    response.redirect(303, '/changes?done=1');
  });

  router.post('/changes/:id/refusal', async (request: Request<Params>, response) => {
    const reason = one(postedFields(request.body), 'reason');
    if (reason === '') {
      await show(request, response, [noReason]);
      return;
    }
    const params = { path: { id: request.params.id } };
    dataOf(await providers(request).POST('/service-changes/{id}/refusal', { params, body: { reason } }));
    response.redirect(303, '/changes?done=1');
  });

  async function show(
    request: Request<Params>,
    response: Response,
    wrong: readonly (typeof noReason)[] = [],
  ): Promise<void> {
    const params = { path: { id: request.params.id } };
    const { change, definition } = dataOf(await providers(request).GET('/service-changes/{id}', { params }));
    const { code, baseVersion } = change;
    const base = baseVersion === undefined ? undefined : await services.version(code, baseVersion);
    const lang = frameOf(response).lang === 'ru' ? 'ru' : 'ky';
    pages.render(
      response,
      'changes/change.njk',
      {
        change,
        places: placesOf(base?.definition, readable(definition), lang),
        acts: actsOf(change, staffIn(request)),
        errors: wrong.map((error) => ({ error, href: `#${fieldId(error.field)}` })),
        errorsOf: Object.fromEntries(wrong.map((error) => [error.field, [error]])),
      },
      wrong.length === 0 ? 200 : 422,
    );
  }
}

/** What this reader may do with it now: a change of process is published only after the owner's word. */
function actsOf(change: Change, { principal }: Staff): readonly ('agree' | 'publish' | 'refuse')[] {
  if (change.state !== 'submitted') return [];
  const needsOwner = change.affectsPortal && change.ownerApproval === undefined;
  if (may(principal, 'service.agree').allowed) {
    return needsOwner ? ['agree', 'refuse'] : change.affectsPortal ? ['refuse'] : [];
  }
  if (!may(principal, 'service.publish').allowed) return [];
  return needsOwner ? ['refuse'] : ['publish', 'refuse'];
}

function readable(definition: unknown): ServiceDefinition {
  const check = checkService(definition);
  if (!check.ok) throw new Error('A change that was accepted cannot be read');
  return check.definition;
}
