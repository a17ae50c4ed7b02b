import { promisify } from 'node:util';
import { dataOf, forbidden, Problem } from '@kyzmat/http';
import { may, type Action } from '@kyzmat/policy';
import { frameOf, setFrame, type Link } from '@kyzmat/web';
import { signedIn } from '@kyzmat/web-session';
import type { Request, RequestHandler, Response } from 'express';
import type { Site } from '../site/site.ts';
import { sectionsOf } from './sections.ts';
import { setStaff, staffIn, staffOf, type Staff } from './staff.ts';

/** Lets only staff on, by the roles they have at this moment: who has left is out with the next click. */
export function staffOnly(site: Site): RequestHandler {
  return async (request, response, next) => {
    const known = signedIn(request);
    if (known === undefined) {
      askToSignIn(request, response);
      return;
    }
    const [staff, open] = await Promise.all([present(site, known.act), isOpen(site, known.session)]);
    if (staff === undefined) {
      await promisify(request.session.destroy.bind(request.session))();
      site.pages.render(response, 'staff/left.njk', {}, 403);
      return;
    }
    if (!open) {
      await promisify(request.session.regenerate.bind(request.session))();
      askToSignIn(request, response);
      return;
    }
    setStaff(request, staff);
    const t = site.pages.t(frameOf(response).lang);
    setFrame(response, {
      navigation: navigationOf(staff, t, request.baseUrl + request.path),
      account: {
        name: staff.name,
        links: [
          { text: t('staff.sign-out'), href: '/sign-out', post: true },
          { text: t('staff.sign-out-everywhere'), href: '/sign-out-everywhere', post: true },
        ],
      },
      csrfToken: site.sessions.csrf.token(request),
    });
    next();
  };
}

function askToSignIn(request: Request, response: Response): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') throw new Problem(401, 'signed_out');
  response.redirect(303, `/sign-in?to=${encodeURIComponent(request.originalUrl)}`);
}

/** Signed out elsewhere, or by the operator: it ends here with the next click. */
async function isOpen({ clients, kit }: Site, session: string | undefined): Promise<boolean> {
  if (session === undefined) return false;
  const params = { path: { id: session } };
  return dataOf(await clients.identity(kit.self).GET('/sessions/{id}', { params })).open;
}

async function present({ clients, kit }: Site, id: string): Promise<Staff | undefined> {
  try {
    return staffOf(dataOf(await clients.identity(kit.self).GET('/staff/{id}', { params: { path: { id } } })));
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return undefined;
    throw error;
  }
}

function navigationOf(staff: Staff, t: (key: string) => string, path: string): readonly Link[] {
  return sectionsOf(staff).map(({ text, href }) => ({
    text: t(text),
    href,
    current: path.startsWith(href) || (href === '/inbox' && path.startsWith('/applications')),
  }));
}

/**
 * C22-13: on every route of a provider its standing is asked anew; blocked, or no answer, and nothing is given out.
 */
export function providerOnly({ clients, kit }: Site): RequestHandler {
  return async (request, _response, next) => {
    const { principal, provider } = staffIn(request);
    const id = provider ?? '';
    const first = may(principal, 'inbox.read', { providerId: id, providerBlocked: false });
    if (!first.allowed) throw forbidden('provider_only', 'Only staff of a provider handles applications.');
    const standing = dataOf(
      await clients.providers(kit.self).GET('/providers/{id}/standing', { params: { path: { id } } }),
    );
    const verdict = may(principal, 'inbox.read', { providerId: id, providerBlocked: standing.blocked });
    if (!verdict.allowed) throw forbidden(verdict.code);
    next();
  };
}

/** Those to whom the policy grants one of these whoever's it is; or staff of a provider that is not blocked. */
export function grantedOrProvider(site: Site, ...actions: readonly Action[]): RequestHandler {
  const provider = providerOnly(site);
  return (request, response, next) => {
    if (!granted(request, actions)) return provider(request, response, next);
    next();
    return undefined;
  };
}

/** Only those to whom the policy grants it: administration is the operator's (P573-4). */
export function grantedOnly(action: Action): RequestHandler {
  return (request, _response, next) => {
    if (!granted(request, [action])) throw new Problem(403, 'operator_only', undefined, { ruleId: 'P573-4' });
    next();
  };
}

function granted(request: Request, actions: readonly Action[]): boolean {
  const { principal } = staffIn(request);
  return actions.some((action) => may(principal, action).allowed);
}
