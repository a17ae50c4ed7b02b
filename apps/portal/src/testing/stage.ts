import { randomUUID } from 'node:crypto';
import { generateServiceKey } from '@kyzmat/auth';
import { readConfig } from '@kyzmat/config';
import type { FormDefinition } from '@kyzmat/forms';
import { commonSpec, openKit, type App, type Kit } from '@kyzmat/kit';
import { createTelemetry } from '@kyzmat/telemetry';
import { createApp } from '../app.ts';
import { ownSpec } from '../config.ts';
import { startStandIns, type StandIns } from './stand-ins.ts';

/** The portal with a real database, beside stand-ins for the processes behind it. */
export interface Stage {
  readonly app: App;
  readonly kit: Kit;
  readonly standIns: StandIns;
  /** As if everybody's half hour had passed. */
  endSessions(): Promise<void>;
  stop(): Promise<void>;
}

/** @param form of the sample service; its own when left out */
export async function openStage(form?: FormDefinition): Promise<Stage> {
  const standIns = await startStandIns(form);
  const dbName = `t-${randomUUID().slice(0, 18)}`;
  const neighbours = [
    'DESK',
    'IDENTITY',
    'APPLICATIONS',
    'PAYMENTS',
    'NOTIFICATIONS',
    'PROVIDERS',
    'TUNDUK',
    'SANDBOX',
  ];
  const env = {
    MONGODB_URI: process.env['MONGODB_URI'],
    KAFKA_BROKERS: process.env['KAFKA_BROKERS'],
    PORT: '1',
    DB_NAME: dbName,
    TOPIC_PREFIX: `${dbName}.`,
    SERVICE_KEY: JSON.stringify(generateServiceKey().privateKey),
    SERVICE_KEYS: '{}',
    LOG_LEVEL: 'silent',
    SESSION_SECRET: randomUUID().repeat(2),
    OIDC_CLIENT_SECRET_PORTAL: randomUUID().repeat(2),
    PORTAL_URL: 'http://127.0.0.1:1',
    ...Object.fromEntries(neighbours.map((name) => [`${name}_URL`, standIns.url])),
  };
  const config = { ...readConfig(env, commonSpec), ...readConfig(env, ownSpec) };
  const kit = await openKit('portal', config, createTelemetry('portal', { level: 'silent' }));
  const app = createApp(kit, config);
  await app.start?.();
  return {
    app,
    kit,
    standIns,
    async endSessions() {
      await kit.store.collection('sessions').deleteMany({});
    },
    async stop() {
      await app.stop?.();
      await kit.store.connection.dropDatabase();
      await kit.close();
      await standIns.stop();
    },
  };
}
