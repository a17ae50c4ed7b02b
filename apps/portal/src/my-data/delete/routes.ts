import { createHash } from 'node:crypto';
import type { Applications } from '@kyzmat/contracts';
import { dataOf, Problem } from '@kyzmat/http';
import { one, postedFields, several, type FieldError } from '@kyzmat/web';
import type { Express, Request, Response } from 'express';
import { principalOf } from '../../auth/user.ts';
import { messageOf } from '../../site/problems.ts';
import type { Site } from '../../site/site.ts';
import { codeMend, codeMissing, nothingChosen, title } from './texts.ts';

declare module 'express-session' {
  interface SessionData {
    /** What waits for its code before it goes for good. */
    erasing: Erasing;
  }
}
interface Erasing {
  readonly ids: readonly string[];
  readonly requestId: string;
  readonly sentTo: string;
}

const page = '/my-data/delete';

/** P573-49: what may go now, what stays, by which rule and until when; it goes only with a fresh code. */
export function deleteRoutes(web: Express, { pages, clients }: Site): void {
  async function heldOf(request: Request): Promise<Applications['HeldItem'][]> {
    return dataOf(await clients.applications(principalOf(request)).GET('/erasures')).items;
  }

  async function show(request: Request, response: Response, error?: FieldError): Promise<void> {
    const items = await heldOf(request);
    const gone = Number(request.query['gone']);
    const view = {
      free: items.filter(({ standing }) => standing === 'erasable'),
      kept: items.filter(({ standing }) => standing !== 'erasable'),
      gone: Number.isInteger(gone) && gone > 0 ? gone : undefined,
      ...errorView(error, '#f-ids'),
    };
    pages.render(response, 'my-data/delete/delete.njk', view, error === undefined ? 200 : 422);
  }

  function showCode(response: Response, erasing: Erasing, error?: FieldError): void {
    const view = { erasing, count: erasing.ids.length, ...errorView(error, '#f-code') };
    pages.render(response, 'my-data/delete/code.njk', view, error === undefined ? 200 : 422);
  }

  web.get(page, (request, response) => show(request, response));

  web.post(page, async (request, response) => {
    const known = new Set((await heldOf(request)).map(({ id }) => id));
    const ids = several(postedFields(request.body), 'ids').filter((id) => known.has(id));
    if (ids.length === 0) return show(request, response, nothingChosen);
    const body = { contentHash: hashOf(ids), title };
    const sent = dataOf(await clients.identity(principalOf(request)).POST('/signing-requests', { body }));
    request.session.erasing = { ids, requestId: sent.id, sentTo: sent.sentTo };
    response.redirect(303, `${page}/code`);
  });

  web.get(`${page}/code`, (request, response) => {
    const { erasing } = request.session;
    if (erasing === undefined) response.redirect(303, page);
    else showCode(response, erasing);
  });

  web.post(`${page}/code`, async (request, response) => {
    const { erasing } = request.session;
    const code = one(postedFields(request.body), 'code').replaceAll(/\D/gu, '');
    if (erasing === undefined) response.redirect(303, page);
    else if (code.length !== 6) showCode(response, erasing, { what: codeMissing, mend: codeMend });
    else {
      const refusal = await erase(request, erasing, code);
      if (refusal === undefined) {
        delete request.session.erasing;
        response.redirect(303, `${page}?gone=${erasing.ids.length}`);
      } else showCode(response, erasing, refusal);
    }
  });

  /** Undefined when it is done; what is wrong with the code otherwise. */
  async function erase(
    request: Request,
    { ids, requestId }: Erasing,
    code: string,
  ): Promise<FieldError | undefined> {
    const principal = principalOf(request);
    const params = { path: { id: requestId } };
    try {
      const signed = await clients
        .identity(principal)
        .POST('/signing-requests/{id}/confirm', { params, body: { code } });
      const body = { ids: [...ids], signature: dataOf(signed).signature };
      await clients.applications(principal).POST('/erasures', { body });
      return undefined;
    } catch (error) {
      if (!(error instanceof Problem) || !aboutTheCode.includes(error.code)) throw error;
      return { what: messageOf(error) ?? codeMissing, mend: codeMend };
    }
  }
}

const aboutTheCode: readonly string[] = ['wrong_code', 'code_expired', 'code_used'];

/** What is approved: exactly these; applications counts the same. */
function hashOf(ids: readonly string[]): string {
  return createHash('sha256').update(ids.toSorted().join('\n')).digest('hex');
}

function errorView(error: FieldError | undefined, href: string): object {
  return { error, errors: error === undefined ? [] : [{ error, href }] };
}
