import { promisify } from 'node:util';
import { Problem } from '@kyzmat/http';
import type { Express, Request, RequestHandler, Response } from 'express';
import type { AuthenticateOptions } from 'openid-client/passport';
import passport from 'passport';
import type { Site } from '../site/site.ts';
import { identityStrategy, ownAddress } from './oidc.ts';
import { readUser, type User } from './user.ts';

// The types of passport leave open what its handlers are; under Express they are Express handlers.
const door = new passport.Passport() as passport.Authenticator<RequestHandler, RequestHandler>;

export function authRoutes(web: Express, { config, kit }: Site): void {
  const strategyOf = identityStrategy(config);

  web.get('/sign-in', async (request, response, next) => {
    const to = ownAddress(request.query['to']);
    if (request.session.user !== undefined) {
      response.redirect(303, to);
      return;
    }
    request.session.returnTo = to;
    const strategy = await strategyOf();
    const options: AuthenticateOptions = { session: false, prompt: 'login' };
    void door.authenticate(strategy, options)(request, response, next);
  });

  web.get('/auth/callback', async (request, response) => {
    const to = ownAddress(request.session.returnTo);
    const user = await userFrom(await strategyOf(), request, response).catch((error: unknown) => {
      // The text may name the person or the token: only its kind is written down.
      kit.telemetry.log.warn({ reason: error instanceof Error ? error.name : 'unknown' }, 'sign-in failed');
      return undefined;
    });
    if (user === undefined) {
      throw new Problem(400, 'sign_in_failed', undefined, { message: notSignedIn });
    }
    // A session that was known before the sign-in must not become a signed-in one.
    await promisify(request.session.regenerate.bind(request.session))();
    request.session.user = user;
    await promisify(request.session.save.bind(request.session))();
    response.redirect(303, to);
  });

  web.post('/sign-out', async (request, response) => {
    await promisify(request.session.destroy.bind(request.session))();
    response.clearCookie('kz_portal', { path: '/' });
    // What the script kept on this device for a lost connection goes too.
    response.set('Clear-Site-Data', '"storage"');
    response.redirect(303, '/');
  });
}

const notSignedIn = {
  ky: 'Кирүү аягына чыккан жок. Дагы бир жолу кирип көрүңүз: жазганыңыздан эч нерсе жоголгон жок.',
  ru: 'Вход не завершён. Попробуйте войти ещё раз: из введённого ничего не потеряно.',
  en: 'Signing in was not completed. Please try again: nothing you typed is lost.',
};

/** Who came back from identity; undefined when the sign-in was given up or is not ours. */
function userFrom(
  strategy: passport.Strategy,
  request: Request,
  response: Response,
): Promise<User | undefined> {
  return new Promise((resolve, reject) => {
    const done: passport.AuthenticateCallback = (error, user) => {
      if (error !== null && error !== undefined)
        reject(error instanceof Error ? error : new Error('sign-in failed'));
      else resolve(user === undefined || user === false || user === null ? undefined : asUser(user));
    };
    void door.authenticate(strategy, { session: false }, done)(request, response, reject);
  });
}

function asUser(user: object): User | undefined {
  const { subject, actor, name, actingFor } = { subject: '', actor: '', name: '', actingFor: '', ...user };
  return readUser({ person: subject, act: actor, name, roles: ['user'], acting_for: actingFor || undefined });
}
