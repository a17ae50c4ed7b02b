import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Principal, ProcessName } from '@kyzmat/auth';
import { openTestKit, type TestKit } from '@kyzmat/kit/testing';
import type { Express } from 'express';
import { createApp } from '../app.ts';
import type { Agreement } from '../consents/agreements.ts';
import { ownSpec } from '../config.ts';
import { openPersons } from '../persons/store.ts';
import type { Person } from '../persons/person.ts';
import { openStaff, type NewStaff } from '../staff/store.ts';
import { startOutside, type Outside } from './outside.ts';

export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** This process with the real database, at a real address; the outside is a stand-in. */
export interface Stage {
  readonly url: string;
  readonly on: TestKit<typeof ownSpec>;
  readonly outside: Outside;
  readonly certificatesDir: string;
  ask(from: ProcessName, who: Principal, route: string, body?: object): Promise<Answer>;
  /** A person who has entered through ESI before. */
  person(claims?: object): Promise<Person>;
  staff(details?: Partial<NewStaff>): Promise<NewStaff>;
  /** The six digits sent last to this number. */
  codeFor(phone: string): string;
  stop(): Promise<void>;
}

export const secretOf = { portal: 'portal secret of a test', desk: 'desk secret of a test' };
export const portalUrl = 'http://127.0.0.1:11';
export const deskUrl = 'http://127.0.0.1:12';

export async function openStage(published?: readonly Agreement[]): Promise<Stage> {
  const outside = await startOutside();
  const certificatesDir = await certificates();
  // The address is part of the configuration: it is there before what answers at it.
  const answering: { http?: Express } = {};
  const server = createServer((request, response) => void answering.http?.(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  const url = `http://127.0.0.1:${address.port}`;
  const on = await openTestKit({
    name: 'identity',
    spec: ownSpec,
    env: {
      IDENTITY_URL: url,
      PORTAL_URL: portalUrl,
      DESK_URL: deskUrl,
      SANDBOX_URL: outside.url,
      PROVIDERS_URL: outside.url,
      APPLICATIONS_URL: outside.url,
      SESSION_SECRET: randomBytes(32).toString('hex'),
      OIDC_CLIENT_SECRET_PORTAL: secretOf.portal,
      OIDC_CLIENT_SECRET_DESK: secretOf.desk,
      ESI_CLIENT_SECRET: 'esi secret of a test',
      E_MESSAGE_TOKEN: 'token of a test',
      SMTP_URL: outside.smtpUrl,
      CERTIFICATES_DIR: certificatesDir,
    },
  });
  const app = await createApp(on.kit, on.config, published);
  await app.start?.();
  answering.http = app.http;
  return {
    url,
    on,
    outside,
    certificatesDir,
    async ask(from, who, route, body) {
      const [method = 'GET', target = ''] = route.split(' ');
      const response = await fetch(`${url}${target}`, {
        method,
        headers: { ...on.token(from, who), 'Content-Type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, body: text === '' ? {} : objectIn(text) };
    },
    async person(claims = {}) {
      const known = { sub: randomUUID(), displayName: 'Демо Айгүл', phone: anyPhone(), ...claims };
      return (await openPersons(on.kit.store).enter(known, 'ru')).subject;
    },
    async staff(details = {}) {
      const id = `staff-${randomUUID()}`;
      const member: NewStaff = {
        id,
        login: id,
        initialPassword: 'узун сырсөз 12',
        name: 'Демо Нурлан',
        post: { ky: 'Адис', ru: 'Специалист' },
        phone: anyPhone(),
        providerId: 'population-register',
        roles: ['executor', 'signer'],
        ...details,
      };
      await openStaff(on.kit.store).put(member);
      return member;
    },
    codeFor(phone) {
      const sent = outside.messages.findLast(({ to }) => to === phone);
      const code = /\b\d{6}\b/.exec(sent?.text ?? '')?.[0];
      if (code === undefined) throw new Error('No code was sent there');
      return code;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await app.stop?.();
      await on.close();
      await outside.stop();
      await rm(certificatesDir, { recursive: true });
    },
  };
}

function anyPhone(): string {
  return `+996${randomBytes(6).readUIntBE(0, 6).toString().padStart(15, '0').slice(-9)}`;
}

/** The folder of the authority; signing needs the keys to be real, the certificates only travel through. */
async function certificates(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kyzmat-signers-'));
  await mkdir(path.join(folder, 'signers'));
  await writeFile(path.join(folder, 'ca.pem'), 'certificate of the authority');
  await writeFile(path.join(folder, 'ca.crl'), 'list of the authority');
  return folder;
}

/** Gives a member of staff a key; the answer is the public half. */
export async function giveKey({ certificatesDir }: Stage, staffId: string): Promise<string> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const file = (end: string): string => path.join(certificatesDir, 'signers', `${staffId}.${end}`);
  await writeFile(file('key'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
  await writeFile(file('pem'), `certificate of ${staffId}`);
  return publicKey.export({ type: 'spki', format: 'pem' }).toString();
}

function objectIn(json: string): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(json);
  if (typeof value !== 'object' || value === null) throw new TypeError(`No object: ${json}`);
  return Object.fromEntries(Object.entries(value));
}
