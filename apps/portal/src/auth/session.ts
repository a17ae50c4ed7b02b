import type { Kit } from '@kyzmat/kit';
import MongoStore from 'connect-mongo';
import type { RequestHandler } from 'express';
import session from 'express-session';
import type { PortalConfig } from '../config.ts';

const minuteMs = 60_000;
const idleMs = 30 * minuteMs;

/** Sessions live in the database; after half an hour of real time without a request they end. */
export function sessions(kit: Kit, config: PortalConfig): RequestHandler {
  const https = config.portal.startsWith('https:');
  const store = MongoStore.create({
    client: kit.store.client,
    dbName: kit.store.connection.name,
    collectionName: 'sessions',
    ttl: idleMs / 1000,
    // A page alone renews the time at most once a minute: reading costs no write.
    touchAfter: minuteMs / 1000,
    stringify: false,
  });
  return session({
    name: 'kz_portal',
    secret: config.sessionSecret.reveal(),
    store,
    rolling: true,
    resave: false,
    saveUninitialized: false,
    proxy: https,
    cookie: { httpOnly: true, sameSite: 'lax', secure: https, maxAge: idleMs, path: '/' },
  });
}
