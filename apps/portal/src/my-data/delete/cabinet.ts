import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { dataOf, Problem } from '@kyzmat/http';
import { one, postedFields, type FieldError } from '@kyzmat/web';
import type { Express, Request, Response } from 'express';
import { principalOf } from '../../auth/user.ts';
import type { Site } from '../../site/site.ts';
import { approve, askApproval, errorView, type Approval } from './approval.ts';
import { cabinetTitle } from './texts.ts';

declare module 'express-session' {
  interface SessionData {
    /** The cabinet waits for its code before it goes for good. */
    leaving: Approval;
  }
}

const page = '/my-data/delete/cabinet';

/**
 * P573-49: the person deletes the own cabinet. What goes, what stays and why is told before; nothing goes while an
 * application is under way; a fresh code approves it, and every session ends with it.
 */
export function cabinetRoutes(web: Express, { pages, clients }: Site): void {
  async function keptOf(request: Request) {
    const { items } = dataOf(await clients.applications(principalOf(request)).GET('/erasures'));
    const count = (standing: string): number => items.filter((item) => item.standing === standing).length;
    return { open: count('open'), year: count('year'), held: count('held'), breach: count('breach') };
  }
  const own = (request: Request): boolean => {
    const { subject, actor } = principalOf(request);
    return actor === undefined || subject === actor;
  };

  async function show(request: Request, response: Response, status = 200): Promise<void> {
    const view = { kept: await keptOf(request), own: own(request) };
    pages.render(response, 'my-data/delete/cabinet.njk', view, status);
  }

  function showCode(response: Response, { sentTo }: Approval, error?: FieldError): void {
    const view = { sentTo, cabinet: true, action: `${page}/code`, ...errorView(error, '#f-code') };
    pages.render(response, 'my-data/delete/code.njk', view, error === undefined ? 200 : 422);
  }

  web.get(page, (request, response) => show(request, response));

  web.post(page, async (request, response) => {
    if (!own(request) || (await keptOf(request)).open > 0) return show(request, response, 422);
    const hash = hashOf(principalOf(request).subject);
    request.session.leaving = await askApproval(clients, request, hash, cabinetTitle);
    response.redirect(303, `${page}/code`);
  });

  web.get(`${page}/code`, (request, response) => {
    const { leaving } = request.session;
    if (leaving === undefined) response.redirect(303, page);
    else showCode(response, leaving);
  });

  web.post(`${page}/code`, async (request, response) => {
    const { leaving } = request.session;
    if (leaving === undefined) {
      response.redirect(303, page);
      return;
    }
    const principal = principalOf(request);
    try {
      const code = one(postedFields(request.body), 'code');
      const refusal = await approve(clients, request, leaving, code, (signature) => {
        const params = { path: { id: principal.subject } };
        return clients.identity(principal).POST('/persons/{id}/erasure', { params, body: { signature } });
      });
      if (refusal !== undefined) {
        showCode(response, leaving, refusal);
        return;
      }
    } catch (error) {
      // Sent in another window meanwhile: the page says what goes on.
      if (!(error instanceof Problem) || error.code !== 'applications_open') throw error;
      delete request.session.leaving;
      return show(request, response, 409);
    }
    await promisify(request.session.regenerate.bind(request.session))();
    // What the script kept on this device goes too.
    response.set('Clear-Site-Data', '"storage"');
    response.redirect(303, '/cabinet-deleted');
  });

  // Nobody is signed in any more.
  web.get('/cabinet-deleted', (_request, response) => {
    pages.render(response, 'my-data/delete/deleted.njk', {});
  });
}

/** What is approved; identity counts the same. */
function hashOf(person: string): string {
  return createHash('sha256').update(`cabinet:${person}`).digest('hex');
}
