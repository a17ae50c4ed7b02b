import { dataOf } from '@kyzmat/http';
import { one, postedFields } from '@kyzmat/web';
import type { Express, Request, Response } from 'express';
import { principalOf, userOf } from '../../auth/user.ts';
import { qrPath } from '../../services/qr.ts';
import type { Site } from '../../site/site.ts';
import { tryOr } from '../mend.ts';
import { meansRoutes } from './means.ts';
import { secret } from './secret.ts';

declare module 'express-session' {
  interface SessionData {
    /** A code that was sent for setting a password. */
    passwordCode: { readonly id: string; readonly sentTo: string };
  }
}

const home = '/account/security';

/** How the person who acts signs in on the own route: password, authenticator, recovery codes (P573-14b). */
export function securityRoutes(web: Express, site: Site): void {
  const { pages, clients } = site;
  const identity = (request: Request) =>
    // The session is named, so that a change ends all the others and not this one.
    clients.identity({ ...principalOf(request), ...sessionOf(request) });
  const me = (request: Request) => ({ path: { id: userOf(request).act } });
  const security = async (request: Request) =>
    dataOf(await identity(request).GET('/persons/{id}/security', { params: me(request) }));

  web.get(home, async (request, response) => {
    const done = request.query['done'];
    pages.render(response, 'account/security/security.njk', {
      security: await security(request),
      done:
        typeof done === 'string' && ['password', 'totp-off', 'stopped', 'waiting', 'moved'].includes(done)
          ? done
          : undefined,
    });
  });

  const showPassword = async (request: Request, response: Response, view: object = {}, status = 200) => {
    const code = request.session.passwordCode;
    pages.render(
      response,
      'account/security/password.njk',
      { security: await security(request), code, ...view },
      status,
    );
  };
  web.get(`${home}/password`, (request, response) => showPassword(request, response));
  web.post(`${home}/password/code`, async (request, response) => {
    const sent = dataOf(
      await identity(request).POST('/persons/{id}/password-codes', { params: me(request) }),
    );
    request.session.passwordCode = { id: sent.id, sentTo: sent.sentTo };
    response.redirect(303, `${home}/password`);
  });
  web.post(`${home}/password`, async (request, response) => {
    const posted = postedFields(request.body);
    const code = request.session.passwordCode;
    const proof =
      code === undefined
        ? { former: secret(posted, 'former') }
        : { codeId: code.id, code: one(posted, 'code') };
    const body = { password: secret(posted, 'password'), ...proof };
    await tryOr(
      async () => {
        await identity(request).PUT('/persons/{id}/password', { params: me(request), body });
        delete request.session.passwordCode;
        response.redirect(303, `${home}?done=password`);
      },
      (view) => showPassword(request, response, view, 422),
    );
  });

  web.get(`${home}/totp`, (_request, response) => pages.render(response, 'account/security/totp.njk'));
  web.post(`${home}/totp`, async (request, response) => {
    const body = { password: secret(postedFields(request.body), 'password') };
    await tryOr(
      async () => {
        const offered = dataOf(
          await identity(request).POST('/persons/{id}/totp', { params: me(request), body }),
        );
        await showSecret(response, offered.uri);
      },
      (view) => pages.render(response, 'account/security/totp.njk', view, 422),
    );
  });
  web.post(`${home}/totp/confirm`, async (request, response) => {
    const posted = postedFields(request.body);
    await tryOr(
      async () => {
        const body = { code: one(posted, 'code') };
        const { codes } = dataOf(
          await identity(request).POST('/persons/{id}/totp/confirm', { params: me(request), body }),
        );
        pages.render(response, 'account/security/codes.njk', { codes, totp: true });
      },
      // What was shown comes back with the form: it is kept nowhere on the way.
      (view) => showSecret(response, one(posted, 'uri'), view, 422),
    );
  });

  web.get(`${home}/totp/off`, (_request, response) =>
    pages.render(response, 'account/security/totp-off.njk'),
  );
  web.post(`${home}/totp/off`, async (request, response) => {
    const body = { code: one(postedFields(request.body), 'code') };
    await tryOr(
      async () => {
        await identity(request).DELETE('/persons/{id}/totp', { params: me(request), body });
        response.redirect(303, `${home}?done=totp-off`);
      },
      (view) => pages.render(response, 'account/security/totp-off.njk', view, 422),
    );
  });

  web.get(`${home}/codes`, (_request, response) => pages.render(response, 'account/security/new-codes.njk'));
  web.post(`${home}/codes`, async (request, response) => {
    const body = { password: secret(postedFields(request.body), 'password') };
    await tryOr(
      async () => {
        const { codes } = dataOf(
          await identity(request).POST('/persons/{id}/recovery-codes', { params: me(request), body }),
        );
        pages.render(response, 'account/security/codes.njk', { codes });
      },
      (view) => pages.render(response, 'account/security/new-codes.njk', view, 422),
    );
  });

  meansRoutes(web, site, home);

  web.post(`${home}/recovery/stop`, async (request, response) => {
    await identity(request).DELETE('/persons/{id}/recovery', { params: me(request) });
    response.redirect(303, `${home}?done=stopped`);
  });

  async function showSecret(response: Response, uri: string, view: object = {}, status = 200): Promise<void> {
    const secret =
      new URL(uri.startsWith('otpauth://') ? uri : 'otpauth://totp/').searchParams.get('secret') ?? '';
    const groups = secret.match(/.{1,4}/g)?.join(' ') ?? '';
    const qr = await qrPath(uri);
    pages.render(response, 'account/security/secret.njk', { uri, secret: groups, qr, ...view }, status);
  }
}

function sessionOf(request: Request): { readonly session?: string } {
  const { session } = userOf(request);
  return session === undefined ? {} : { session };
}
