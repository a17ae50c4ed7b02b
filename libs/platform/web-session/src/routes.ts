import { promisify } from 'node:util';
import { Problem } from '@kyzmat/http';
import { Router, type Request, type RequestHandler, type Response } from 'express';
import passport from 'passport';
import { ownAddress } from './own-address.ts';
import { readClaims, signedIn, type SignedIn } from './signed-in.ts';
import { identityStrategy, type IdentityClient } from './strategy.ts';

export interface SignInOptions extends IdentityClient {
  readonly cookie: string;
  /** Whether this account may enter by this door. */
  readonly mayEnter: (person: SignedIn) => boolean;
  /** Where people go who asked for no page. */
  readonly home: string;
  readonly signedOut: string;
  /** Tells identity; the answer says where the browser ends what it still has open at the identification system. */
  readonly onSignOut?: (person: SignedIn) => Promise<string | undefined>;
  readonly onRefused: (kind: string) => void;
}

type Authenticate = (
  options: passport.AuthenticateOptions,
  callback?: passport.AuthenticateCallback,
) => RequestHandler;

/**
 * By its name, never the strategy itself: only then does passport make an object of its own for each request. Shared,
 * the answer for one person who signs in would go to another who does so at the same moment.
 */
function byName(strategyOf: () => Promise<passport.Strategy>): () => Promise<Authenticate> {
  const people = new passport.Passport();
  const authenticate: (name: string, ...rest: Parameters<Authenticate>) => RequestHandler =
    people.authenticate.bind(people);
  return async () => {
    people.use('identity', await strategyOf());
    return (options, callback) => authenticate('identity', options, callback);
  };
}

/** `GET /sign-in?to=`, `GET /auth/callback`, `POST /sign-out`. */
export function signInRoutes(options: SignInOptions): Router {
  const router = Router();
  const authenticateOf = byName(identityStrategy(options));

  router.get('/sign-in', async (request, response, next) => {
    const to = ownAddress(request.query['to']) ?? options.home;
    // Signed in meanwhile in another window: a second sign-in would end what is under way there.
    if (signedIn(request) !== undefined) {
      response.redirect(303, to);
      return;
    }
    request.session.returnTo = to;
    const authenticate = await authenticateOf();
    await authenticate({ session: false })(request, response, next);
  });

  router.get('/auth/callback', async (request, response) => {
    const to = ownAddress(request.session.returnTo) ?? options.home;
    const person = await personFrom(await authenticateOf(), request, response).catch((error: unknown) => {
      // The text may name the person or the token: only its kind is told.
      options.onRefused(error instanceof Error ? error.name : 'unknown');
      return undefined;
    });
    if (person === undefined || !options.mayEnter(person)) {
      throw new Problem(
        400,
        'sign_in_failed',
        'The sign-in was given up, is too old or is for another door.',
      );
    }
    // A session that was known before the sign-in must not become a signed-in one.
    await promisify(request.session.regenerate.bind(request.session))();
    request.session.signedIn = person;
    await promisify(request.session.save.bind(request.session))();
    response.redirect(303, to);
  });

  router.post('/sign-out', async (request, response) => {
    const person = request.session.signedIn;
    // Whatever identity says, this session ends.
    const goOnAt = person && (await options.onSignOut?.(person).catch(() => undefined));
    await promisify(request.session.regenerate.bind(request.session))();
    if (goOnAt === undefined) response.clearCookie(options.cookie, { path: '/' });
    else request.session.signOutAt = goOnAt;
    // What the script kept on this device for a lost connection goes too.
    response.set('Clear-Site-Data', '"storage"');
    response.redirect(303, goOnAt === undefined ? options.signedOut : '/signed-out');
  });
  return router;
}

/** Who came back from identity; undefined when nobody did. */
function personFrom(
  authenticate: Authenticate,
  request: Request,
  response: Response,
): Promise<SignedIn | undefined> {
  return new Promise((resolve, reject) => {
    const done: passport.AuthenticateCallback = (error, person) => {
      if (error instanceof Error) reject(error);
      else resolve(readClaims({ ...(person === false ? undefined : person) }));
    };
    void authenticate({ session: false }, done)(request, response, reject);
  });
}
