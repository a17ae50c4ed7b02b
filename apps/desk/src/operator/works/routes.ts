import { instant } from '@kyzmat/clock';
import { dataOf, Problem } from '@kyzmat/http';
import { asked, frameOf, pickText, postedFields, type Fields } from '@kyzmat/web';
import type { Request, Response, Router } from 'express';
import type { Site } from '../../site/site.ts';
import { staffIn } from '../../staff/staff.ts';
import { closable, linkOf, readWorks, worksError, worksForm, type Wrong } from './form.ts';

/** P573-19b: the operator announces works, with what they close, and ends them sooner where that goes. */
export function worksRoutes(router: Router, { clients, pages, kit }: Site): void {
  router.get('/works', (request, response) => show(request, response, {}, []));

  router.post('/works', async (request, response) => {
    const posted = postedFields(request.body);
    const { works, wrong } = readWorks(posted);
    if (works === undefined) return show(request, response, posted, wrong);
    try {
      dataOf(await clients.providers(staffIn(request).principal).POST('/works', { body: works }));
    } catch (error) {
      const refused = error instanceof Problem ? worksError(error.code) : undefined;
      if (refused === undefined) throw error;
      return show(request, response, posted, [refused]);
    }
    response.redirect(303, '/works?done=announced');
    return undefined;
  });

  router.post('/works/:id/end', async (request: Request<{ id: string }>, response) => {
    const params = { path: { id: request.params.id } };
    dataOf(await clients.providers(staffIn(request).principal).POST('/works/{id}/end', { params }));
    response.redirect(303, '/works?done=ended');
  });

  async function show(
    request: Request,
    response: Response,
    posted: Fields,
    wrong: readonly Wrong[],
  ): Promise<void> {
    const { works } = dataOf(await clients.providers(staffIn(request).principal).GET('/works'));
    const { lang } = frameOf(response);
    const now = instant(kit.clock);
    const done = asked(request.query, 'done');
    const model = {
      works: works.map((each) => ({
        ...each,
        open: each.endedAt === undefined && now < each.to,
        lasts: each.endedAt === undefined && each.from <= now && now < each.to,
        closed: each.closes.map((what) => pickText(closable[what], lang)).join(', '),
      })),
      form: worksForm(posted, wrong),
      errors: wrong.map((error) => ({ error, href: linkOf(error) })),
      done: done === 'announced' || done === 'ended' ? done : undefined,
    };
    pages.render(response, 'operator/works/works.njk', model, wrong.length > 0 ? 422 : 200);
  }
}
