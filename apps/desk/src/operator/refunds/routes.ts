import { dataOf, Problem } from '@kyzmat/http';
import { asked } from '@kyzmat/web';
import type { Request, Router } from 'express';
import type { Site } from '../../site/site.ts';
import { staffIn } from '../../staff/staff.ts';

/** Refunds the e-payment system would not make: whoever has cleared one up has it asked for again. */
export function refundRoutes(router: Router, { clients, pages }: Site): void {
  router.get('/refunds', async (request, response) => {
    const payments = clients.payments(staffIn(request).principal);
    const { refunds } = dataOf(await payments.GET('/refunds/refused'));
    pages.render(response, 'operator/refunds/refunds.njk', { refunds, done: asked(request.query, 'done') });
  });

  router.post('/refunds/:id/again', async (request: Request<{ id: string }>, response) => {
    const payments = clients.payments(staffIn(request).principal);
    const { id } = request.params;
    try {
      await payments.POST('/refunds/{id}/again', { params: { path: { id } } });
      response.redirect(303, '/refunds?done=again');
    } catch (error) {
      // Pressed twice, or asked for in another window: the list says how it stands.
      if (!(error instanceof Problem) || error.code !== 'not_refused') throw error;
      response.redirect(303, '/refunds');
    }
  });
}
