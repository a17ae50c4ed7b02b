import MongoStore from 'connect-mongo';
import type { RequestHandler, Router } from 'express';
import session from 'express-session';
import { createCsrf, type Csrf } from './csrf.ts';
import { storeBeforeRedirects } from './redirects.ts';
import { signInRoutes, type SignInOptions } from './routes.ts';

export interface WebSessionOptions extends SignInOptions {
  readonly mongodbUri: string;
  readonly dbName: string;
  /** Signs the cookie. */
  readonly secret: string;
}

export interface WebSession {
  /** The session of the browser: put before everything that asks `signedIn(request)`. */
  readonly session: RequestHandler;
  readonly csrf: Csrf;
  /** `GET /sign-in?to=`, `GET /auth/callback`, `POST /sign-out`; put behind `csrf.protect`. */
  readonly routes: Router;
  close(): Promise<void>;
}

const minuteMs = 60_000;
const idleMs = 30 * minuteMs;

/** How people are signed in at a door for browsers. Sessions end after half an hour of real time without a request. */
export function openWebSession(options: WebSessionOptions): WebSession {
  const https = options.baseUrl.startsWith('https:');
  const store = MongoStore.create({
    // A few connections of its own: the store is typed for another version of the driver than ours.
    mongoUrl: options.mongodbUri,
    mongoOptions: { maxPoolSize: 10, appName: `${options.dbName} sessions` },
    dbName: options.dbName,
    collectionName: 'sessions',
    ttl: idleMs / 1000,
    // A page alone renews the time at most once a minute: reading costs no write.
    touchAfter: minuteMs / 1000,
    stringify: false,
  });
  const open = session({
    name: options.cookie,
    secret: options.secret,
    store,
    rolling: true,
    resave: false,
    saveUninitialized: false,
    proxy: https,
    cookie: { httpOnly: true, sameSite: 'lax', secure: https, maxAge: idleMs, path: '/' },
  });
  return {
    session(request, response, next) {
      open(request, response, (error?: unknown) => {
        if (error === undefined) storeBeforeRedirects(request, response, next);
        next(error);
      });
    },
    csrf: createCsrf(),
    routes: signInRoutes(options),
    close: () => store.close(),
  };
}
