import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Applications, Common, Notifications, Providers } from '@kyzmat/contracts';
import { loadService, type ServiceDefinition } from '@kyzmat/service-definition';
import { kyrgyzCalendar } from '@kyzmat/working-time';

type View = Applications['ApplicationView'];

/** Identity, providers and applications in one server; a test changes what they say. */
export interface Neighbours {
  readonly url: string;
  readonly staff: Map<string, { id: string; name: string; providerId: string | null; roles: string[] }>;
  readonly blocked: Set<string>;
  /** Sessions that were ended elsewhere. */
  readonly signedOut: Set<string>;
  /** What was deleted, by path. */
  readonly ended: Set<string>;
  readonly applications: Map<string, View>;
  /** What was posted, by path. */
  readonly posted: { readonly path: string; readonly body: unknown }[];
  /** What the next command is answered with, instead of success. */
  refuse: { status: number; code: string } | undefined;
  breaches: Applications['Breach'][];
  suggestions: Applications['Suggestion'][];
  alerts: Notifications['Alert'][];
  failures: Notifications['FailedDelivery'][];
  outages: Providers['Outage'][];
  changes: Providers['ServiceChange'][];
  incidents: Providers['Incident'][];
  /** What is shown to the operator for technical support. */
  support: View | undefined;
  works: Providers['WorksWindow'][];
  /** Undefined: those who keep watch are away. */
  sightings: { sightings: Common['Sighting'][] } | undefined;
  services: Pick<Providers['ServiceSummary'], 'code' | 'title' | 'providerId'>[];
  /** The person has no address to try again. */
  noAddress: boolean;
  /** The register of providers answers 503 now. */
  away: boolean;
  stop(): Promise<void>;
}

export async function startNeighbours(): Promise<Neighbours> {
  const service = await publishedService();
  const state: Omit<Neighbours, 'url' | 'stop'> = {
    staff: new Map(),
    blocked: new Set(),
    signedOut: new Set(),
    ended: new Set(),
    applications: new Map(),
    posted: [],
    refuse: undefined,
    away: false,
    breaches: [],
    suggestions: [],
    alerts: [],
    failures: [],
    outages: [],
    changes: [],
    incidents: [],
    support: undefined,
    works: [],
    sightings: { sightings: [] },
    services: [],
    noAddress: false,
  };

  function answer(path: string, body: unknown, owes: boolean): object | number {
    const [, what = '', id = '', more = ''] = path.split('/');
    if (body !== undefined) state.posted.push({ path, body });
    if (what === 'sessions') return { open: !state.signedOut.has(id), missing: [] };
    if (what === 'staff')
      return id === '' ? { staff: [...state.staff.values()] } : (state.staff.get(id) ?? 404);
    if (what === 'service-changes') return aboutChange(id, body);
    if (what === 'incidents') return aboutIncident(id, body);
    if (what === 'works') return body === undefined ? { works: state.works } : (state.refuse ?? { id: 'w' });
    const watched = watchedBy(what);
    if (watched !== undefined) return watched;
    if (what === 'document-signers') return { signers: [] };
    if (what === 'applications') return aboutApplication(id, body, owes);
    if (state.away) return 503;
    if (what === 'services') return id === '' ? { services: state.services } : service;
    if (what === 'calendars') return { version: '1', publishedAt: at, calendar: kyrgyzCalendar };
    if (more === 'outages') return body === undefined ? { outages: state.outages } : { id: 'o' };
    if (more === 'blocks') return body === undefined ? { blocks: [] } : { id: 'b' };
    return provider(id, more);
  }
  function aboutIncident(id: string, body: unknown): object | number {
    if (body !== undefined) return state.refuse ?? { id: 'i' };
    if (id === '') return { incidents: state.incidents };
    return state.incidents.find((each) => each.id === id) ?? 404;
  }
  function aboutChange(id: string, body: unknown): object | number {
    if (body !== undefined) return state.refuse ?? {};
    if (id === '') return { changes: state.changes };
    const change = state.changes.find((each) => each.id === id);
    return change === undefined ? 404 : { change, definition: offered(service.definition) };
  }
  function watchedBy(what: string): object | undefined {
    const { breaches, alerts, failures } = state;
    if (what === 'breaches') return { breaches };
    if (what === 'suggestions') return { suggestions: state.suggestions };
    if (what === 'alerts') return { alerts };
    if (what === 'failures') return { failures };
    if (what === 'retention') return kept;
    if (what === 'support-accesses') return state.support ?? { status: 404, code: 'not_found' };
    if (what === 'sightings') return state.sightings ?? { status: 503, code: 'unavailable' };
    if (what === 'notices') return state.noAddress ? { status: 422, code: 'no_address' } : {};
    return undefined;
  }
  function aboutApplication(id: string, body: unknown, owes: boolean): object | number {
    if (id === '') {
      const owing = [...state.applications.values()].filter(({ clocks }) => !owes || clocks.length > 0);
      return { applications: owing };
    }
    if (body !== undefined && state.refuse !== undefined) return state.refuse;
    const application = state.applications.get(id);
    if (body !== undefined && isStale(body, application)) return { status: 409, code: 'stale_version' };
    if (application !== undefined && isConfirmation(body)) {
      state.applications.set(id, { ...application, version: application.version + 1, clocks: [] });
    }
    return application ?? 404;
  }
  function provider(id: string, more: string): object {
    const standing = { providerId: id, blocked: state.blocked.has(id), version: 1 };
    if (more === 'standing') return standing;
    const one = { id, name: { ky: 'Реестр', ru: 'Реестр' }, xroadMember: 'a/b/c', automated: true, standing };
    return id === '' ? { providers: [one] } : one;
  }

  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
      if (request.method === 'DELETE') state.ended.add(pathname);
      const said = answer(pathname, body, searchParams.has('owes'));
      const refused = typeof said === 'number' ? { status: said, code: 'not_found' } : said;
      response.statusCode = 'code' in refused && 'status' in refused ? Number(refused.status) : 200;
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(refused));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return Object.assign(state, {
    url: `http://127.0.0.1:${address.port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

const at = '2026-03-12T04:00:00.000Z';

function isConfirmation(body: unknown): boolean {
  return body !== undefined && JSON.stringify(body).includes('"confirm_status"');
}

/** Whether a command was given upon another version than there is. */
function isStale(body: unknown, application: View | undefined): boolean {
  const seen = typeof body === 'object' && body !== null && 'version' in body ? body.version : undefined;
  return seen !== undefined && application !== undefined && seen !== application.version;
}

/** What is kept how long, with one hold. */
const kept = {
  rules: [
    { what: 'draft', ruleId: 'P573-27f', from: { ky: 'Сактоо', ru: 'Сохранение' }, months: 3, removed: true },
  ],
  preview: [{ what: 'draft', on: '2022-02-28', count: 7, held: 2 }],
  holds: [{ id: 'h1', reference: '7F3K-9QXM-2T0Z-4', reason: 'Сот', placedAt: at, placedBy: 'operator' }],
};

/** An application that has just come. */
export function submitted(id: string, change: Partial<View> = {}): View {
  return {
    id,
    reference: '7F3K-9QXM-2T0Z-4',
    version: 1,
    serviceCode: 'residence-certificate',
    serviceVersion: 1,
    serviceTitle: { ky: 'Маалымкат', ru: 'Справка' },
    providerId: 'population-register',
    providerName: { ky: 'Реестр', ru: 'Реестр' },
    stage: 'submitted',
    payment: 'none',
    priceTyiyn: 0,
    submittedAt: at,
    language: 'ky',
    timeline: [{ at, type: 'submitted', text: { ky: 'Келди', ru: 'Поступило' }, role: 'user' }],
    clocks: [],
    actions: ['register', 'refuse_intake'],
    pages: [],
    clarifications: [],
    ...change,
  };
}

/** The service as a change would have it. */
function offered(definition: ServiceDefinition): ServiceDefinition {
  const summary = { ky: 'Жаңыча', ru: 'По-новому', en: 'Anew' };
  const term = { ...definition.service.term, count: 7 };
  return { ...definition, service: { ...definition.service, summary, term } };
}

async function publishedService(): Promise<
  Omit<Providers['PublishedService'], 'definition'> & { readonly definition: ServiceDefinition }
> {
  const folder = new URL('../../../../catalogue/residence-certificate/', import.meta.url);
  const check = await loadService((file) => readFile(new URL(file, folder), 'utf8'));
  if (!check.ok) throw new Error(JSON.stringify(check.problems));
  const { definition } = check;
  const providerName = { ky: 'Реестр', ru: 'Реестр' };
  return {
    code: definition.service.code,
    version: 1,
    contentHash: 'a',
    publishedAt: at,
    providerName,
    definition,
  };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) if (Buffer.isBuffer(part)) parts.push(part);
  return request.method === 'POST' ? JSON.parse(Buffer.concat(parts).toString('utf8') || '{}') : undefined;
}
