import { createHmac, randomUUID } from 'node:crypto';
import { generateServiceKey } from '@kyzmat/auth';
import { readConfig } from '@kyzmat/config';
import { commonSpec, openKit } from '@kyzmat/kit';
import { createTelemetry } from '@kyzmat/telemetry';
import type { Express } from 'express';
import { createApp } from '../app.ts';
import { ownSpec } from '../config.ts';
import { startNeighbours, type Neighbours } from './neighbours.ts';

/** The desk with a real database for its sessions, beside stand-ins for the processes it asks. */
export interface Stage {
  readonly http: Express;
  readonly neighbours: Neighbours;
  /** The cookie of a browser in which this member of staff has signed in. */
  enter(staffId: string): Promise<string>;
  stop(): Promise<void>;
}

interface StoredSession {
  readonly _id: string;
  readonly expires: Date;
  readonly session: object;
}

const secret = 'a secret of this test only';

export async function openStage(): Promise<Stage> {
  const neighbours = await startNeighbours();
  const key = generateServiceKey();
  const dbName = `t-${randomUUID().slice(0, 18)}`;
  const urls = ['PORTAL', 'PAYMENTS', 'TUNDUK', 'SANDBOX'].map((name) => `${name}_URL`);
  const env = {
    MONGODB_URI: process.env['MONGODB_URI'],
    KAFKA_BROKERS: process.env['KAFKA_BROKERS'],
    PORT: '1',
    DB_NAME: dbName,
    TOPIC_PREFIX: `${dbName}.`,
    SERVICE_KEY: JSON.stringify(key.privateKey),
    SERVICE_KEYS: JSON.stringify({ desk: key.publicKey }),
    LOG_LEVEL: 'silent',
    SESSION_SECRET: secret,
    OIDC_CLIENT_SECRET_DESK: 'a secret of this test only',
    ...Object.fromEntries(urls.map((name) => [name, 'http://127.0.0.1:9'])),
    DESK_URL: 'http://localhost:1',
    IDENTITY_URL: neighbours.url,
    PROVIDERS_URL: neighbours.url,
    APPLICATIONS_URL: neighbours.url,
    NOTIFICATIONS_URL: neighbours.url,
  };
  const config = { ...readConfig(env, commonSpec), ...readConfig(env, ownSpec) };
  const kit = await openKit('desk', config, createTelemetry('desk', { level: 'silent' }));
  const app = createApp(kit, config);
  return {
    http: app.http,
    neighbours,
    async enter(staffId) {
      const id = randomUUID();
      const expires = new Date(Date.now() + 600_000);
      const cookie = { originalMaxAge: 600_000, expires, httpOnly: true, path: '/', sameSite: 'lax' };
      const signedIn = {
        person: staffId,
        act: staffId,
        name: staffId,
        roles: ['executor'],
        session: `session-of-${staffId}`,
      };
      const sessions = kit.store.collection<StoredSession>('sessions');
      await sessions.insertOne({ _id: id, expires, session: { cookie, signedIn } });
      const mark = createHmac('sha256', secret).update(id).digest('base64').replace(/=+$/, '');
      return `kz_desk=${encodeURIComponent(`s:${id}.${mark}`)}; kz_lang=ru`;
    },
    async stop() {
      await app.stop?.();
      await kit.store.connection.dropDatabase();
      await kit.close();
      await neighbours.stop();
    },
  };
}
