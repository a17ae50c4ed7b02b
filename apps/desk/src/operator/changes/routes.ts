import { dataOf, Problem } from '@kyzmat/http';
import { asked, fieldId, one, postedFields } from '@kyzmat/web';
import type { Request, Response, Router } from 'express';
import type { Site } from '../../site/site.ts';
import { staffIn } from '../../staff/staff.ts';

type Params = { readonly id: string };
interface Wrong {
  readonly field: string;
  readonly what: { readonly ky: string; readonly ru: string };
  readonly mend: { readonly ky: string; readonly ru: string };
}

const noDocument = {
  what: { ky: 'Макулдуктун документи жазылган жок.', ru: 'Не указан документ с согласием.' },
  mend: { ky: 'Анын номерин жана күнүн жазыңыз.', ru: 'Напишите его номер и дату.' },
};
const noReason = {
  what: { ky: 'Себеби жазылган жок.', ru: 'Не указана причина.' },
  mend: { ky: 'Мекеме түшүнгүдөй кылып жазыңыз.', ru: 'Напишите её так, чтобы поставщик понял.' },
};

/** P573-18d: what providers ask to be changed; the operator publishes it, or says why not. */
export function changeRoutes(router: Router, { clients, pages }: Site): void {
  const providers = (request: Request<Params>) => clients.providers(staffIn(request).principal);

  router.get('/changes', (request: Request<Params>, response) => show(request, response, []));

  router.post('/changes/:id/publication', async (request: Request<Params>, response) => {
    const { id } = request.params;
    const posted = postedFields(request.body);
    const documentNumber = one(posted, `document-${id}`);
    const [year, month, day] = ['year', 'month', 'day'].map((part) => one(posted, `date-${id}.${part}`));
    const approvedOn = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].join('-');
    const body = documentNumber === '' ? {} : { ownerApproval: { documentNumber, approvedOn } };
    try {
      const params = { path: { id } };
      dataOf(await providers(request).POST('/service-changes/{id}/publication', { params, body }));
      response.redirect(303, '/changes?done=1');
    } catch (error) {
      const incomplete =
        error instanceof Problem && (error.code === 'owner_approval_missing' || error.status === 400);
      if (!incomplete) throw error;
      await show(request, response, [{ field: `document-${id}`, ...noDocument }]);
    }
  });

  router.post('/changes/:id/refusal', async (request: Request<Params>, response) => {
    const { id } = request.params;
    const reason = one(postedFields(request.body), `reason-${id}`);
    if (reason === '') {
      await show(request, response, [{ field: `reason-${id}`, ...noReason }]);
      return;
    }
    const params = { path: { id } };
    dataOf(await providers(request).POST('/service-changes/{id}/refusal', { params, body: { reason } }));
    response.redirect(303, '/changes?done=1');
  });

  async function show(request: Request<Params>, response: Response, wrong: readonly Wrong[]): Promise<void> {
    const { changes } = dataOf(await providers(request).GET('/service-changes'));
    pages.render(
      response,
      'operator/changes/changes.njk',
      {
        changes: changes.toSorted(
          (a, b) => Number(b.state === 'submitted') - Number(a.state === 'submitted'),
        ),
        errors: wrong.map((error) => ({ error, href: `#${fieldId(error.field)}` })),
        errorsOf: Object.fromEntries(wrong.map((error) => [error.field, [error]])),
        posted: postedFields(request.body),
        done: asked(request.query, 'done') === '1',
      },
      wrong.length === 0 ? 200 : 422,
    );
  }
}
