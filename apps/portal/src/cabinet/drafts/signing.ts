import { dataOf, Problem, Unavailable } from '@kyzmat/http';
import { one, postedFields, type FieldError } from '@kyzmat/web';
import type { Express, Response } from 'express';
import { principalOf, userOf } from '../../auth/user.ts';
import { messageOf } from '../../site/problems.ts';
import type { Site } from '../../site/site.ts';
import { loadDraft } from './load.ts';
import { openSubmit, type Signing } from './submit.ts';
import {
  confirmation,
  needsQualified,
  qualifiedPage,
  resultFormOf,
  shortHash,
  toCheckAgain,
  toSign,
} from './to-sign.ts';

/** Signing is an act of its own: what is signed, a fresh code, then the application goes (P573-8l). */
export function signingRoutes(web: Express, site: Site): void {
  const { pages, clients } = site;
  const submit = openSubmit(clients);
  const base = (id: string): string => `/cabinet/drafts/${id}`;

  web.get('/cabinet/drafts/:id/sign', async (request, response) => {
    const found = await toSign(site, request, response);
    if (found === undefined) return;
    const { loaded, content } = found;
    pages.render(response, 'cabinet/drafts/sign.njk', {
      draft: loaded.draft,
      service: loaded.service.definition.service,
      providerName: loaded.service.providerName,
      user: userOf(request),
      hash: content.hash,
      shortHash: shortHash(content.hash),
    });
  });

  web.post('/cabinet/drafts/:id/sign', async (request, response) => {
    const found = await toSign(site, request, response);
    if (found === undefined) return;
    const { loaded, content } = found;
    const posted = postedFields(request.body);
    const resultForm = resultFormOf(loaded, one(posted, 'resultForm'));
    // P573-28a: where the law wants a qualified signature no code goes out.
    if (needsQualified(loaded) || one(posted, 'by') === 'certificate') {
      response.redirect(303, qualifiedPage(loaded, resultForm));
      return;
    }
    const { title } = loaded.service.definition.service;
    const body = { contentHash: content.hash, title };
    const sent = dataOf(await clients.identity(principalOf(request)).POST('/signing-requests', { body }));
    request.session.signing = {
      draftId: loaded.draft.id,
      draftVersion: content.version,
      hash: content.hash,
      requestId: sent.id,
      sentTo: sent.sentTo,
      ...(resultForm === undefined ? {} : { resultForm }),
    };
    response.redirect(303, `${base(loaded.draft.id)}/sign/code`);
  });

  web.get('/cabinet/drafts/:id/sign/code', (request, response) => {
    const { signing } = request.session;
    if (signing?.draftId === request.params.id) showCode(response, signing);
    else response.redirect(303, `${base(request.params.id)}/sign`);
  });

  web.post('/cabinet/drafts/:id/sign/code', async (request, response) => {
    const { signing } = request.session;
    if (signing?.draftId !== request.params.id) {
      // Sent already, and pressed once more: the confirmation is the answer.
      const loaded = await loadDraft(site, request, request.params.id);
      const { submittedAs } = loaded.draft;
      response.redirect(303, submittedAs ? confirmation(submittedAs) : `${base(request.params.id)}/sign`);
      return;
    }
    const code = one(postedFields(request.body), 'code').replaceAll(/\D/gu, '');
    if (signing.signature === undefined && code.length !== 6) {
      showCode(response, signing, { what: codeMissing, mend: codeMend });
      return;
    }
    const outcome = await submit(principalOf(request), signing, code);
    if ('applicationId' in outcome) {
      delete request.session.signing;
      response.redirect(303, confirmation(outcome.applicationId));
      return;
    }
    const { failed, signature } = outcome;
    if (failed instanceof Problem && codeProblems.includes(failed.code)) {
      showCode(response, signing, { what: messageOf(failed) ?? codeMissing, mend: codeMend });
    } else if (failed instanceof Unavailable && signature !== undefined) {
      request.session.signing = { ...signing, signature };
      showCode(response, request.session.signing, undefined, 503);
    } else {
      delete request.session.signing;
      if (failed instanceof Problem && toCheckAgain.includes(failed.code)) {
        response.redirect(303, `${base(request.params.id)}/check`);
      } else throw failed;
    }
  });

  function showCode(response: Response, signing: Signing, error?: FieldError, status = 422): void {
    const errors = error === undefined ? [] : [{ error, href: '#f-code' }];
    const signed = signing.signature !== undefined;
    const view = {
      signing,
      signed,
      errors,
      error,
      shortHash: shortHash(signing.hash),
      base: base(signing.draftId),
    };
    pages.render(response, 'cabinet/drafts/code.njk', view, error === undefined && !signed ? 200 : status);
  }
}

const codeProblems: readonly string[] = ['wrong_code', 'code_expired', 'code_used'];
const codeMissing = { ky: 'Код алты сандан турат.', ru: 'Код состоит из шести цифр.' };
const codeMend = {
  ky: 'Акыркы билдирүүдөгү алты санды жазыңыз же төмөндөн жаңы код сураңыз.',
  ru: 'Введите шесть цифр из последнего сообщения или запросите ниже новый код.',
};
