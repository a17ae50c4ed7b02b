import { dataOf } from '@kyzmat/http';
import { one, postedFields } from '@kyzmat/web';
import type { Express, Request } from 'express';
import { principalOf, userOf } from '../../auth/user.ts';
import type { Site } from '../../site/site.ts';
import { tryOr } from '../mend.ts';
import { phoneOf } from '../phone.ts';
import { secret } from './secret.ts';

declare module 'express-session' {
  interface SessionData {
    /** Another telephone or e-mail, as far as it has come; nothing is sent to an authenticator. */
    meansChange: {
      readonly id: string;
      readonly kind: 'phone' | 'email';
      readonly step: 'second' | 'confirm';
      readonly sentTo?: string | undefined;
    };
  }
}

/** Another telephone for codes, another e-mail for recovery: password, second factor, a code to the new one (P573-14b). */
export function meansRoutes(web: Express, { pages, clients }: Site, home: string): void {
  const identity = (request: Request) => clients.identity(principalOf(request));
  const me = (request: Request) => ({ id: userOf(request).act });

  for (const kind of ['phone', 'email'] as const) {
    web.get(`${home}/${kind}`, (_request, response) =>
      pages.render(response, 'account/security/means.njk', { kind }),
    );
    web.post(`${home}/${kind}`, async (request, response) => {
      const posted = postedFields(request.body);
      const typed = one(posted, 'address');
      const address = kind === 'phone' ? phoneOf(typed) : typed;
      await tryOr(
        async () => {
          const body = { kind, address, password: secret(posted, 'password') };
          const { id, sentTo } = dataOf(
            await identity(request).POST('/persons/{id}/means-changes', {
              params: { path: me(request) },
              body,
            }),
          );
          request.session.meansChange = { id, kind, step: 'second', sentTo };
          response.redirect(303, `${home}/means/code`);
        },
        (view) => pages.render(response, 'account/security/means.njk', { kind, typed, ...view }, 422),
      );
    });
  }

  web.get(`${home}/means/code`, (request, response) => {
    const { meansChange } = request.session;
    if (meansChange === undefined) response.redirect(303, home);
    else pages.render(response, 'account/security/means-code.njk', { change: meansChange });
  });

  web.post(`${home}/means/code`, async (request, response) => {
    const { meansChange: change } = request.session;
    if (change === undefined) {
      response.redirect(303, home);
      return;
    }
    const params = { path: { ...me(request), changeId: change.id } };
    const body = { code: one(postedFields(request.body), 'code') };
    await tryOr(
      async () => {
        if (change.step === 'second') {
          const address = '/persons/{id}/means-changes/{changeId}/second';
          const { sentTo } = dataOf(await identity(request).POST(address, { params, body }));
          request.session.meansChange = { ...change, step: 'confirm', sentTo };
          response.redirect(303, `${home}/means/code`);
          return;
        }
        const address = '/persons/{id}/means-changes/{changeId}/confirm';
        const { readyAt } = dataOf(await identity(request).POST(address, { params, body }));
        delete request.session.meansChange;
        response.redirect(303, `${home}?done=${readyAt === undefined ? 'moved' : 'waiting'}`);
      },
      (view) => pages.render(response, 'account/security/means-code.njk', { change, ...view }, 422),
    );
  });

  web.post(`${home}/means/stop`, async (request, response) => {
    await identity(request).DELETE('/persons/{id}/means-changes', { params: { path: me(request) } });
    // Every session has ended, this one too.
    response.redirect(303, '/');
  });
}
