import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createTokenIssuer, generateServiceKey, type Principal } from '@kyzmat/auth';
import { fixedClock, type FixedClock } from '@kyzmat/clock';
import { readConfig } from '@kyzmat/config';
import { commonSpec, openKit, type App, type Kit } from '@kyzmat/kit';
import { loadService } from '@kyzmat/service-definition';
import { createTelemetry } from '@kyzmat/telemetry';
import { createApp } from '../app.ts';
import { ownSpec } from '../config.ts';
import { startEPayment, type TestEPayment } from './e-payment.ts';

/** This process with real engines, beside an e-payment system and neighbours that the test commands. */
export interface Stage {
  readonly app: App;
  readonly kit: Kit;
  readonly clock: FixedClock;
  readonly ePayment: TestEPayment;
  /** The header of a call of the portal in somebody's name; of the desk for the operator, of applications for itself. */
  as(principal: Principal): { Authorization: string };
  stop(): Promise<void>;
}

export const paidService = 'criminal-record-certificate';

export async function openStage(): Promise<Stage> {
  const ePayment = await startEPayment('test-key-of-both-sides');
  const neighbours = await startNeighbours();
  const [own, portal, desk, applications] = [
    generateServiceKey(),
    generateServiceKey(),
    generateServiceKey(),
    generateServiceKey(),
  ];
  const dbName = `t-${randomUUID().slice(0, 18)}`;
  const nowhere = 'http://127.0.0.1:9';
  const others = ['PORTAL', 'DESK', 'APPLICATIONS', 'PAYMENTS', 'NOTIFICATIONS', 'TUNDUK', 'SANDBOX'];
  const env = {
    MONGODB_URI: process.env['MONGODB_URI'],
    KAFKA_BROKERS: process.env['KAFKA_BROKERS'],
    PORT: '1',
    DB_NAME: dbName,
    TOPIC_PREFIX: `${dbName}.`,
    SERVICE_KEY: JSON.stringify(own.privateKey),
    SERVICE_KEYS: JSON.stringify({
      payments: own.publicKey,
      portal: portal.publicKey,
      desk: desk.publicKey,
      applications: applications.publicKey,
    }),
    LOG_LEVEL: 'silent',
    ...Object.fromEntries(others.map((name) => [`${name}_URL`, nowhere])),
    IDENTITY_URL: neighbours.url,
    PROVIDERS_URL: neighbours.url,
    E_PAYMENT_URL: ePayment.url,
    E_PAYMENT_SECRET: ePayment.key,
    E_PAYMENT_SECRET_PREVIOUS: 'the-key-before',
  };
  const config = { ...readConfig(env, commonSpec), ...readConfig(env, ownSpec) };
  const clock = fixedClock('2026-03-12T04:00:00.000Z');
  const kit = {
    ...(await openKit('payments', config, createTelemetry('payments', { level: 'silent' }))),
    clock,
  };
  const app = createApp(kit, config);
  await app.start?.();
  const atPortal = createTokenIssuer({ process: 'portal', key: portal.privateKey });
  const atDesk = createTokenIssuer({ process: 'desk', key: desk.privateKey });
  const itself = createTokenIssuer({ process: 'applications', key: applications.privateKey });
  return {
    app,
    kit,
    clock,
    ePayment,
    as: (principal) => {
      const doors = { operator: atDesk, system: itself };
      const { role } = principal;
      const door = role === 'operator' || role === 'system' ? doors[role] : atPortal;
      return { Authorization: `Bearer ${door.tokenFor('payments', principal)}` };
    },
    async stop() {
      await app.stop?.();
      await kit.store.connection.dropDatabase();
      await kit.close();
      await Promise.all([ePayment.stop(), neighbours.stop()]);
    },
  };
}

/** Identity and providers in one: a person, and the paid service of the catalogue. */
async function startNeighbours(): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = new URL(`../../../../catalogue/${paidService}/`, import.meta.url);
  const check = await loadService((file) => readFile(new URL(file, folder), 'utf8'));
  if (!check.ok) throw new Error(JSON.stringify(check.problems));
  const service = {
    code: paidService,
    version: 1,
    contentHash: 'a',
    publishedAt: '2026-01-01T00:00:00.000Z',
    providerName: { ky: 'Маалымат борбору', ru: 'Информационный центр' },
    definition: check.definition,
  };
  const person = { id: 'aigul', kind: 'natural', displayName: 'Демо Айгүл Сынакова', pin: '22003198500012' };
  const server = createServer((request, response) => {
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(request.url?.startsWith('/services') === true ? service : person));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: urlOf(server), stop: () => close(server) };
}

function urlOf(server: Server): string {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return `http://127.0.0.1:${address.port}`;
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
