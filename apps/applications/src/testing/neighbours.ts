import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { loadService, type ServiceDefinition } from '@kyzmat/service-definition';
import { kyrgyzCalendar, type CalendarData } from '@kyzmat/working-time';
import { openSigners, type Asked, type TestSigners } from './signers.ts';

/** Stand-ins for the processes this one asks: identity, providers, and those that keep something. Tests change what they say. */
export interface Neighbours {
  readonly identityUrl: string;
  readonly providersUrl: string;
  /** Those that keep something of an application, each under its name. */
  readonly keepersUrl: string;
  /** Which of them have not erased it yet. */
  readonly keeping: Set<string>;
  readonly services: Map<string, { version: number; definition: ServiceDefinition }>;
  /** Versions published before the present one: `code:version`. */
  readonly earlier: Map<string, ServiceDefinition>;
  readonly blocked: Set<string>;
  readonly profiles: Map<string, object>;
  readonly staff: Map<string, { id: string; name: string; providerId: string | null; roles: string[] }>;
  calendar: CalendarData;
  /** Processes that answer 503 now. */
  readonly away: Set<'identity' | 'profiles' | 'providers'>;
  /** People who lack a consent now. */
  readonly withoutConsent: Map<string, 'user_agreement' | 'personal_data'>;
  /** In whose name nobody may act now. */
  readonly powersEnded: Set<string>;
  /** Telephones and post boxes that codes have proved, whoever asks. */
  readonly proved: Set<string>;
  /** Who signs documents, and whose signature is trusted. */
  readonly documents: TestSigners;
  /** A signature as identity makes it. */
  jws(claims: { sub: string; hash: string } & Readonly<Record<string, unknown>>): string;
  stop(): Promise<void>;
}

const catalogueCodes = ['residence-certificate', 'criminal-record-certificate'] as const;

export async function startNeighbours(): Promise<Neighbours> {
  const services = new Map<string, { version: number; definition: ServiceDefinition }>();
  for (const code of catalogueCodes) services.set(code, { version: 1, definition: await definitionOf(code) });
  const pair = generateKeyPairSync('ed25519');
  const kid = randomUUID();
  const state = {
    services,
    keeping: new Set<string>(),
    earlier: new Map<string, ServiceDefinition>(),
    blocked: new Set<string>(),
    profiles: new Map<string, object>(),
    staff: new Map<string, { id: string; name: string; providerId: string | null; roles: string[] }>(),
    calendar: kyrgyzCalendar,
    away: new Set<'identity' | 'profiles' | 'providers'>(),
    withoutConsent: new Map<string, 'user_agreement' | 'personal_data'>(),
    powersEnded: new Set<string>(),
    proved: new Set<string>(),
    documents: await openSigners(),
  };
  const published = (code: string, version: string | undefined): object | undefined => {
    const before = state.earlier.get(`${code}:${version ?? ''}`);
    if (before !== undefined) return publishedService(code, { version: Number(version), definition: before });
    const found = services.get(code);
    return found === undefined ? undefined : publishedService(code, found);
  };
  const calendarAnswer = (): object => ({
    version: state.calendar.version,
    publishedAt: '2026-01-01T00:00:00.000Z',
    calendar: state.calendar,
  });

  const qualified = new Map<string, object>();
  const identity = await serve(async (call) => {
    const { path, query } = call;
    if (state.away.has('identity')) return 503;
    if (path === '/journal-heads') return {};
    if (path === '/signing-keys') return { keys: [{ ...pair.publicKey.export({ format: 'jwk' }), kid }] };
    if (path.startsWith('/qualified-signatures/')) return qualified.get(path.split('/')[2] ?? '') ?? 404;
    const signed = await state.documents.answer(call);
    if (signed !== undefined) return signed;
    if (path === '/powers/standing') return { stands: !state.powersEnded.has(query.get('principal') ?? '') };
    const [, what, id = '', part] = path.split('/');
    if (part === 'consents')
      return { missing: missingOf(new Set([id, query.get('actor') ?? id])), ...vouchedFor(id) };
    if (part === 'contact') return { language: 'ky', channels: [], proved: [...state.proved] };
    if (part === 'profile' && state.away.has('profiles')) return 503;
    return (what === 'persons' ? state.profiles.get(id) : state.staff.get(id)) ?? 404;
  });
  const vouchedFor = (id: string): object => {
    const profile = state.profiles.get(id);
    return profile !== undefined && 'assurance' in profile ? { assurance: profile.assurance } : {};
  };
  /** Who acts in the own name lacks a consent once. */
  const missingOf = (people: ReadonlySet<string>): object[] =>
    [...people].flatMap((person) => {
      const kind = state.withoutConsent.get(person);
      return kind === undefined ? [] : [{ person, kind, version: '1' }];
    });
  const providers = await serve(({ path }) => {
    if (state.away.has('providers')) return 503;
    const [, what, id = '', , version] = path.split('/');
    if (what === 'services') return published(id, version) ?? 404;
    if (what === 'calendars') return calendarAnswer();
    return { providerId: id, blocked: state.blocked.has(id), version: 1 };
  });
  const keepers = await serve(({ path }) => {
    const [, keeper = ''] = path.split('/');
    return { erased: !state.keeping.has(keeper) };
  });
  return Object.assign(state, {
    keepersUrl: urlOf(keepers),
    identityUrl: urlOf(identity),
    providersUrl: urlOf(providers),
    jws(claims: { sub: string; hash: string; kept?: object } & Readonly<Record<string, unknown>>) {
      const payload = { act: claims.sub, level: 'simple', jti: randomUUID(), ...claims };
      const { jti: id, hash: contentHash } = payload;
      if (payload.level === 'qualified') {
        qualified.set(id, { id, contentHash, signature: qualifiedSignature, ...claims.kept });
      }
      const signed = `${encode({ alg: 'EdDSA', kid })}.${encode(payload)}`;
      return `${signed}.${sign(null, Buffer.from(signed), pair.privateKey).toString('base64url')}`;
    },
    async stop() {
      await Promise.all([identity, providers, keepers].map(close));
    },
  });
}

/** Publishes a service anew; the version before stays to be had. */
export function publishAnew(
  { services, earlier }: Neighbours,
  code: string,
  change: (definition: ServiceDefinition) => ServiceDefinition,
): void {
  const before = services.get(code);
  if (before === undefined) throw new Error(`There is no service ${code}`);
  earlier.set(`${code}:${before.version}`, before.definition);
  services.set(code, { version: before.version + 1, definition: change(before.definition) });
}

/** A published variant of the certificate of residence under another code. */
export function publishVariant(
  { services }: Neighbours,
  code: string,
  change: Partial<ServiceDefinition['service']>,
): void {
  const base = services.get('residence-certificate');
  if (base === undefined) throw new Error('The certificate of residence is not there');
  const { service, form, result } = base.definition;
  const definition = { service: { ...service, ...change, code }, form: { ...form, id: code }, result };
  services.set(code, { version: 1, definition });
}

function publishedService(code: string, found: { version: number; definition: ServiceDefinition }): object {
  return {
    code,
    version: found.version,
    contentHash: 'a',
    publishedAt: '2026-01-01T00:00:00.000Z',
    providerName: { ky: 'Калктын реестри', ru: 'Реестр населения' },
    definition: found.definition,
  };
}

async function definitionOf(code: string): Promise<ServiceDefinition> {
  const folder = new URL(`../../../../catalogue/${code}/`, import.meta.url);
  const check = await loadService((file) => readFile(new URL(file, folder), 'utf8'));
  if (!check.ok) throw new Error(JSON.stringify(check.problems));
  return check.definition;
}

type Answer = object | 403 | 404 | 503;

function serve(answer: (call: Asked) => Promise<Answer> | Answer): Promise<Server> {
  const server = createServer((request, response) => {
    void (async () => {
      const { pathname: path, searchParams: query } = new URL(request.url ?? '/', 'http://localhost');
      const text = await readText(request);
      const body = await answer({ path, query, body: fieldsOf(text) });
      response.statusCode = typeof body === 'number' ? body : 200;
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(typeof body === 'number' ? { status: body } : body));
    })();
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
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

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

/** The members of a JSON body that are texts. */
function fieldsOf(text: string): Readonly<Record<string, string>> {
  const read: unknown = text === '' ? {} : JSON.parse(text);
  const members = Object.entries(read ?? {}).filter(([, value]) => typeof value === 'string');
  return Object.fromEntries(members.map(([name, value]) => [name, String(value)]));
}

/** A qualified signature as identity keeps it. */
export const qualifiedSignature = {
  cms: Buffer.from('a signature').toString('base64'),
  at: '2026-03-12T03:59:00.000Z',
  certificate: { holder: 'Демо Айгүл Сынакова', serialNumber: '4A0B', issuer: 'Кызмат: сыноо борбору' },
};
