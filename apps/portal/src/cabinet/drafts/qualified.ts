import { dataOf, Problem } from '@kyzmat/http';
import { one, smallUpload, UploadTooLarge, type Fields, type FieldError } from '@kyzmat/web';
import type { Express, Request, Response } from 'express';
import { principalOf, userOf } from '../../auth/user.ts';
import { messageOf } from '../../site/problems.ts';
import type { Site } from '../../site/site.ts';
import type { LoadedDraft } from './load.ts';
import {
  confirmation,
  needsQualified,
  qualifiedPage,
  resultFormOf,
  shortHash,
  toCheckAgain,
  toSign,
  type ToSign,
} from './to-sign.ts';

/**
 * P573-28a, P573-29e: a qualified signature without a plug-in: the person saves the very bytes to be signed, signs them
 * with the own key carrier, and hands in the detached signature. It is checked at once, and then the application goes.
 */
export function qualifiedRoutes(web: Express, site: Site): void {
  const { pages, clients, csrf, config } = site;

  web.get('/cabinet/drafts/:id/sign/content', async (request, response) => {
    const found = await toSign(site, request, response);
    if (found === undefined) return;
    response
      .attachment(`kyzmat-${found.content.hash.slice(0, 12)}.json`)
      .type('application/octet-stream')
      .send(Buffer.from(found.content.content));
  });

  web.get('/cabinet/drafts/:id/sign/qualified', async (request, response) => {
    const found = await toSign(site, request, response);
    if (found !== undefined) show(request, response, found);
  });

  web.post('/cabinet/drafts/:id/sign/qualified', async (request, response) => {
    const posted = await signatureIn(request);
    if (posted !== undefined) csrf.verify(request, one(posted.fields, '_csrf'));
    const found = await toSign(site, request, response);
    if (found === undefined) return;
    if (posted?.cms === undefined) {
      const what = posted === undefined ? tooLarge : missing;
      show(request, response, found, { what, mend: mendFile }, posted?.fields);
      return;
    }
    try {
      const signature = await checked(request, found, posted.cms);
      response.redirect(303, confirmation(await send(request, found, signature, posted.fields)));
    } catch (failed) {
      if (!(failed instanceof Problem)) throw failed;
      if (ofTheSignature.includes(failed.code)) {
        const what = messageOf(failed) ?? missing;
        show(request, response, found, { what, mend: mendFile }, posted.fields);
      } else if (toCheckAgain.includes(failed.code)) {
        response.redirect(303, `/cabinet/drafts/${found.loaded.draft.id}/check`);
      } else throw failed;
    }
  });

  async function checked(request: Request, { content }: ToSign, cms: Uint8Array): Promise<string> {
    const body = { contentHash: content.hash, cms: Buffer.from(cms).toString('base64') };
    const identity = clients.identity(principalOf(request));
    return dataOf(await identity.POST('/qualified-signatures', { body })).signature;
  }

  async function send(
    request: Request,
    { loaded, content }: ToSign,
    signature: string,
    fields: Fields,
  ): Promise<string> {
    const resultForm = chosenForm(request, loaded, fields);
    const body = {
      draftId: loaded.draft.id,
      draftVersion: content.version,
      signature,
      ...(resultForm === undefined ? {} : { resultForm }),
    };
    return dataOf(await clients.applications(principalOf(request)).POST('/applications', { body })).id;
  }

  function show(
    request: Request,
    response: Response,
    { loaded, content }: ToSign,
    error?: FieldError,
    fields: Fields = {},
  ): void {
    const resultForm = chosenForm(request, loaded, fields);
    const view = {
      draft: loaded.draft,
      service: loaded.service.definition.service,
      user: userOf(request),
      needed: needsQualified(loaded),
      shortHash: shortHash(content.hash),
      action: qualifiedPage(loaded, resultForm),
      resultForm,
      // Of the demonstration only: real people have carriers of their own.
      keyCarrier: config.demoClockUrl === undefined ? undefined : `${config.sandbox}/key-carrier`,
      error,
      errors: error === undefined ? [] : [{ error, href: '#f-signature' }],
    };
    pages.render(response, 'cabinet/drafts/qualified.njk', view, error === undefined ? 200 : 422);
  }
}

/** What was chosen here, or on the page before. */
function chosenForm(
  { query }: Request,
  loaded: LoadedDraft,
  fields: Fields,
): ReturnType<typeof resultFormOf> {
  return resultFormOf(loaded, one(fields, 'resultForm')) ?? resultFormOf(loaded, query['resultForm']);
}

interface Posted {
  readonly fields: Fields;
  readonly cms?: Uint8Array;
}

/** What was handed in; undefined when it was far too much. */
async function signatureIn(request: Request): Promise<Posted | undefined> {
  try {
    const { fields, files } = await smallUpload(request, largest);
    const cms = files['signature'];
    return { fields, ...(cms === undefined || cms.length === 0 ? {} : { cms }) };
  } catch (error) {
    if (error instanceof UploadTooLarge) return undefined;
    throw error;
  }
}

/** A signature with its certificates and lists is far below. */
const largest = 140 * 1024;
const ofTheSignature: readonly string[] = ['signature_not_valid', 'certificate_of_other', 'signature_used'];
const missing = {
  ky: 'Кол тамганын файлы тандалган эмес.',
  ru: 'Файл подписи не выбран.',
  en: 'No signature file was chosen.',
};
const tooLarge = {
  ky: 'Файл өтө чоң: бул кол тамга эмес.',
  ru: 'Файл слишком большой: это не подпись.',
  en: 'The file is too large: it is no signature.',
};
const mendFile = {
  ky: '1-кадамдагы файлды кайра сактап, өз сертификатыңыз менен кол коюп, .p7s файлын тандаңыз.',
  ru: 'Сохраните файл из шага 1 ещё раз, подпишите его своим сертификатом и выберите файл .p7s.',
  en: 'Save the file of step 1 again, sign it with your own certificate and choose the .p7s file.',
};
