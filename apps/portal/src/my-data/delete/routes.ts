import { createHash } from 'node:crypto';
import type { Applications } from '@kyzmat/contracts';
import { dataOf } from '@kyzmat/http';
import { one, postedFields, several, type FieldError } from '@kyzmat/web';
import type { Express, Request, Response } from 'express';
import { principalOf } from '../../auth/user.ts';
import type { Site } from '../../site/site.ts';
import { approve, askApproval, errorView, type Approval } from './approval.ts';
import { cabinetRoutes } from './cabinet.ts';
import { nothingChosen, title } from './texts.ts';

declare module 'express-session' {
  interface SessionData {
    /** What waits for its code before it goes for good. */
    erasing: Erasing;
  }
}
interface Erasing extends Approval {
  readonly ids: readonly string[];
}

const page = '/my-data/delete';

/** P573-49: what may go now, what stays, by which rule and until when; it goes only with a fresh code. */
export function deleteRoutes(web: Express, site: Site): void {
  const { pages, clients } = site;
  cabinetRoutes(web, site);

  async function heldOf(request: Request): Promise<{
    readonly items: Applications['HeldItem'][];
    readonly gone: Applications['GoneItem'][];
  }> {
    return dataOf(await clients.applications(principalOf(request)).GET('/erasures'));
  }

  async function show(request: Request, response: Response, error?: FieldError): Promise<void> {
    const { items, gone: lately } = await heldOf(request);
    const gone = Number(request.query['gone']);
    const view = {
      free: items.filter(({ standing }) => standing === 'erasable'),
      kept: items.filter(({ standing }) => standing !== 'erasable'),
      lately,
      gone: Number.isInteger(gone) && gone > 0 ? gone : undefined,
      ...errorView(error, '#f-ids'),
    };
    pages.render(response, 'my-data/delete/delete.njk', view, error === undefined ? 200 : 422);
  }

  function showCode(response: Response, { ids, sentTo }: Erasing, error?: FieldError): void {
    const view = { sentTo, count: ids.length, action: `${page}/code`, ...errorView(error, '#f-code') };
    pages.render(response, 'my-data/delete/code.njk', view, error === undefined ? 200 : 422);
  }

  web.get(page, (request, response) => show(request, response));

  web.post(page, async (request, response) => {
    const known = new Set((await heldOf(request)).items.map(({ id }) => id));
    const ids = several(postedFields(request.body), 'ids').filter((id) => known.has(id));
    if (ids.length === 0) return show(request, response, nothingChosen);
    request.session.erasing = { ids, ...(await askApproval(clients, request, hashOf(ids), title)) };
    response.redirect(303, `${page}/code`);
  });

  web.get(`${page}/code`, (request, response) => {
    const { erasing } = request.session;
    if (erasing === undefined) response.redirect(303, page);
    else showCode(response, erasing);
  });

  web.post(`${page}/code`, async (request, response) => {
    const { erasing } = request.session;
    if (erasing === undefined) {
      response.redirect(303, page);
      return;
    }
    const code = one(postedFields(request.body), 'code');
    const refusal = await approve(clients, request, erasing, code, (signature) => {
      const body = { ids: [...erasing.ids], signature };
      return clients.applications(principalOf(request)).POST('/erasures', { body });
    });
    if (refusal !== undefined) {
      showCode(response, erasing, refusal);
      return;
    }
    delete request.session.erasing;
    response.redirect(303, `${page}?gone=${erasing.ids.length}`);
  });
}

/** What is approved: exactly these; applications counts the same. */
function hashOf(ids: readonly string[]): string {
  return createHash('sha256').update(ids.toSorted().join('\n')).digest('hex');
}
