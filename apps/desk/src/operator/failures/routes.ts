import { dataOf, Problem } from '@kyzmat/http';
import { asked } from '@kyzmat/web';
import type { Request, Router } from 'express';
import type { Site } from '../../site/site.ts';
import { staffIn } from '../../staff/staff.ts';

type Params = { readonly id: string; readonly number: string };

/** P573-34a: what did not reach people. The operator has it tried again; what a notice says is not shown. */
export function failureRoutes(router: Router, { clients, pages }: Site): void {
  router.get('/failures', async (request, response) => {
    const notifications = clients.notifications(staffIn(request).principal);
    const { failures } = dataOf(await notifications.GET('/failures'));
    const done = asked(request.query, 'done');
    pages.render(response, 'operator/failures/failures.njk', {
      open: failures.filter(({ triedAgain }) => !triedAgain),
      past: failures.filter(({ triedAgain }) => triedAgain),
      done: done === 'again' || done === 'no-address' ? done : undefined,
    });
  });

  router.post('/failures/:id/:number', async (request: Request<Params>, response) => {
    const { id, number } = request.params;
    const params = { path: { id, number: Number(number) } };
    const notifications = clients.notifications(staffIn(request).principal);
    try {
      await notifications.POST('/notices/{id}/deliveries/{number}/retry', { params }).then(dataOf);
      response.redirect(303, '/failures?done=again');
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'no_address') throw error;
      response.redirect(303, '/failures?done=no-address');
    }
  });
}
