import { randomUUID } from 'node:crypto';
import {
  createTokenIssuer,
  generateServiceKey,
  type Principal,
  type ProcessName,
  type TokenIssuer,
} from '@kyzmat/auth';
import { fixedClock, type FixedClock } from '@kyzmat/clock';
import { readConfig } from '@kyzmat/config';
import { commonSpec, openKit, type App, type Kit } from '@kyzmat/kit';
import { createTelemetry } from '@kyzmat/telemetry';
import { createApp } from '../app.ts';
import { startScanner, type TestScanner } from './scanner.ts';
import { startNeighbours, type Neighbours } from './neighbours.ts';

/** This process with real engines, beside stand-ins for its neighbours. */
export interface Stage {
  readonly app: App;
  readonly kit: Kit;
  readonly clock: FixedClock;
  readonly neighbours: Neighbours;
  readonly scanner: TestScanner;
  /** The header of a call made by a process in somebody's name. */
  token(process: ProcessName, principal: Principal): { Authorization: string };
  stop(): Promise<void>;
}

/** A Thursday, 10:00 in Bishkek. */
export const thursday = '2026-03-12T04:00:00.000Z';

const callers = ['portal', 'desk', 'tunduk', 'notifications', 'payments', 'identity'] as const;

export async function openStage(start = thursday): Promise<Stage> {
  const [neighbours, scanner] = [await startNeighbours(), await startScanner()];
  const keys = new Map(([...callers, 'applications'] as const).map((name) => [name, generateServiceKey()]));
  const publicKeys = Object.fromEntries([...keys].map(([name, { publicKey }]) => [name, publicKey]));
  const dbName = `t-${randomUUID().slice(0, 18)}`;
  const nowhere = 'http://127.0.0.1:9';
  const config = readConfig(
    {
      MONGODB_URI: process.env['MONGODB_URI'],
      KAFKA_BROKERS: process.env['KAFKA_BROKERS'],
      PORT: '1',
      DB_NAME: dbName,
      TOPIC_PREFIX: `${dbName}.`,
      SERVICE_KEY: JSON.stringify(keys.get('applications')?.privateKey),
      SERVICE_KEYS: JSON.stringify(publicKeys),
      LOG_LEVEL: 'silent',
      PORTAL_URL: nowhere,
      DESK_URL: nowhere,
      APPLICATIONS_URL: nowhere,
      PAYMENTS_URL: `${neighbours.keepersUrl}/payments`,
      NOTIFICATIONS_URL: `${neighbours.keepersUrl}/notifications`,
      TUNDUK_URL: `${neighbours.keepersUrl}/tunduk`,
      SANDBOX_URL: nowhere,
      IDENTITY_URL: neighbours.identityUrl,
      PROVIDERS_URL: neighbours.providersUrl,
    },
    commonSpec,
  );
  const telemetry = createTelemetry('applications', { level: 'silent' });
  const clock = fixedClock(start);
  const kit = { ...(await openKit('applications', config, telemetry)), clock };
  const app = createApp(kit, { ...config, scanner: scanner.url });
  await app.start?.();
  const issuers = new Map<ProcessName, TokenIssuer>(
    callers.map((name) => {
      const key = keys.get(name)?.privateKey ?? {};
      return [name, createTokenIssuer({ process: name, key })] as const;
    }),
  );
  return {
    app,
    kit,
    clock,
    neighbours,
    scanner,
    token(name, principal) {
      const token = issuers.get(name)?.tokenFor('applications', principal) ?? '';
      return { Authorization: `Bearer ${token}` };
    },
    async stop() {
      await app.stop?.();
      await kit.store.connection.dropDatabase();
      await kit.close();
      await neighbours.stop();
      await scanner.stop();
    },
  };
}
