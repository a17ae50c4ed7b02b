import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import path from 'node:path';
import type { FormDefinition } from '@kyzmat/forms';
import { loadService } from '@kyzmat/service-definition';
import { kyrgyzCalendar } from '@kyzmat/working-time';
import { tinyProvider } from './oidc.ts';
import {
  agreements,
  applicationOf,
  at,
  code,
  contentOf,
  file,
  goneItems,
  heldItems,
  journalLines,
  service,
  summaryOf,
  text,
  viewOf,
  withForm,
  type StoredDraft,
} from './samples.ts';

/** The processes behind the portal on one port, as far as its tests need them. */
export interface StandIns {
  readonly url: string;
  readonly drafts: Map<string, StoredDraft>;
  /** Signatures given, applications made: to count. */
  readonly made: { signatures: number; applications: number; uploads: string[] };
  /** Sessions that ended at identity; people who lack a consent. */
  readonly ended: Set<string>;
  readonly withoutConsent: Set<string>;
  /** Identity does not say whether sessions hold. */
  sessionsAway: boolean;
  /** What drafts and their contents say besides. */
  around: object;
  /** Earlier applications to take answers from. */
  sources: object[];
  /** What drafts were begun with. */
  readonly begun: Record<string, unknown>[];
  /** Paths answered with 503 for now. */
  readonly down: Set<string>;
  /** Answers a test brings itself, such as `GET /journal`. */
  readonly also: Map<string, (subject: string, address: URL, body: string) => object>;
  /** To be called by such an answer. */
  refuse(status: number, problem: string, extra?: object): never;
  stop(): Promise<void>;
}

class Refusal extends Error {
  readonly status: number;
  readonly body: object;
  constructor(status: number, problem: string, extra: object = {}) {
    super(problem);
    this.status = status;
    this.body = { type: 'about:blank', title: problem, status, code: problem, ...extra };
  }
}

/** @param asked the form of the sample service; its own when left out */
export async function startStandIns(asked?: FormDefinition): Promise<StandIns> {
  const folder = path.join(import.meta.dirname, '../../../../catalogue', service);
  const loaded = await loadService((file) => readFile(path.join(folder, file), 'utf8'));
  if (!loaded.ok) throw new Error('the sample service cannot be read');
  const { definition, form } = withForm(loaded, asked);
  let url = '';
  const oidc = tinyProvider(() => url);
  const drafts = new Map<string, StoredDraft>();
  const made: StandIns['made'] = { signatures: 0, applications: 0, uploads: [] };
  const down = new Set<string>();
  const state = { around: {}, sources: new Array<object>(), begun: new Array<Record<string, unknown>>() };
  const also: StandIns['also'] = new Map();
  const ended = new Set<string>();
  const withoutConsent = new Set<string>();
  const everywhereOut = new Set<string>();
  const requests = new Map<string, { hash: string; used: boolean }>();

  function own(id: string, subject: string): StoredDraft {
    const draft = drafts.get(id);
    if (draft?.owner !== subject) throw new Refusal(404, 'not_found');
    return draft;
  }

  function answer(method: string, address: URL, body: string, subject: string): object {
    const [, root = '', id = '', part = '', page = ''] = address.pathname.split('/');
    const brought = also.get(`${method} ${address.pathname}`);
    if (brought !== undefined) return brought(subject, address, body);
    const json = (): Record<string, unknown> => JSON.parse(body) as Record<string, unknown>;
    const isSources = id === 'prefill-sources';
    switch (`${method} /${root}${id && (isSources ? `/${id}` : '/:id')}${part && `/${part}`}`) {
      case 'GET /sessions/:id': {
        if (standIns.sessionsAway) throw new Refusal(503, 'unavailable');
        const [person = ''] = decodeURIComponent(id).split(':');
        const lacks = { person, kind: 'personal_data', version: '2026-11-01' };
        return {
          open: !ended.has(decodeURIComponent(id)) && !everywhereOut.has(person),
          missing: withoutConsent.has(person) ? [lacks] : [],
        };
      }
      case 'POST /sessions/:id/sign-out':
        ended.add(decodeURIComponent(id));
        return decodeURIComponent(id).startsWith('esi-visitor:')
          ? { continueAt: 'https://esi.example/end' }
          : {};
      case 'POST /qualified-signatures': {
        const [cms, hash] = [Buffer.from(String(json()['cms']), 'base64').toString(), json()['contentHash']];
        const message = { ky: 'Кол башка файлга коюлган.', ru: 'Подписан другой файл.' };
        if (cms !== `signature over ${String(hash)}`)
          throw new Refusal(422, 'signature_not_valid', { message });
        made.signatures += 1;
        return { signature: 'signed-by-certificate', signedBy: 'Демо' };
      }
      case 'GET /persons/:id/contact':
        return { language: 'ky', channels: ['emessage'], emessageAddress: '+996700000001' };
      case 'POST /persons/:id/contact-changes': {
        if (page === '') return { id: 'change', sentTo: '+996 *** *** 54', expiresAt: at };
        const message = { ky: 'Код туура эмес.', ru: 'Код не подходит.' };
        if (json()['code'] !== code) throw new Refusal(422, 'wrong_code', { message });
        return { language: 'ky', channels: [] };
      }
      case 'GET /agreements':
        return { agreements };
      case 'GET /persons/:id/consents':
        return { consents: [{ kind: 'user_agreement', version: '2026-11-01', givenAt: at, route: 'esi' }] };
      case 'POST /persons/:id/consents':
        // With a kind in the address it is a withdrawal.
        if (page === '') withoutConsent.delete(id);
        else withoutConsent.add(id);
        return { consents: [] };
      case 'GET /persons/:id/sign-ins':
        return {
          sessions: [
            { id: 'other-session', at, route: 'own', browser: 'Firefox, Windows', address: '212.42.97.*' },
          ],
          signIns: [
            { id: 'fact', at, outcome: 'refused', route: 'own', reason: 'wrong_code', newBrowser: true },
          ],
        };
      case 'DELETE /persons/:id/sessions':
        everywhereOut.add(id);
        return {};
      case 'DELETE /sessions/:id':
        if (id !== 'other-session') throw new Refusal(404, 'not_found');
        return {};
      case 'GET /services':
        return { services: [summaryOf(definition)] };
      case 'GET /services/:id/versions':
        return {
          code: service,
          version: 1,
          contentHash: 'x',
          publishedAt: at,
          providerName: text,
          definition,
        };
      case 'GET /calendars/:id':
        return { version: kyrgyzCalendar.version, publishedAt: at, calendar: kyrgyzCalendar };
      case 'GET /drafts':
        return { drafts: [] };
      case 'GET /drafts/prefill-sources':
        return { sources: state.sources };
      case 'POST /drafts/:id/service-version':
        return viewOf(own(id, subject), state.around);
      case 'POST /drafts': {
        state.begun.push(json());
        const draft = { id: randomUUID(), owner: subject, version: 0, answers: {}, submitted: false };
        drafts.set(draft.id, draft);
        return viewOf(draft, state.around);
      }
      case 'GET /drafts/:id':
        return viewOf(own(id, subject), state.around);
      case 'PUT /drafts/:id/pages': {
        const draft = own(id, subject);
        const { version, fields } = json();
        if (version !== draft.version) throw new Refusal(409, 'stale_version');
        const parsed = form.parsePage(page, fields as Record<string, string>, [file]);
        draft.answers = { ...draft.answers, ...parsed.values };
        draft.version += 1;
        return {
          draft: viewOf(draft, state.around),
          errors: form.checkPage(page, draft.answers, { now: at }),
          dropped: [],
        };
      }
      case 'GET /drafts/:id/content': {
        const draft = own(id, subject);
        return { ...contentOf(draft, form), ...state.around };
      }
      case 'POST /drafts/:id/files':
        made.uploads.push(body);
        return file;
      case 'POST /signing-requests': {
        const request = randomUUID();
        requests.set(request, { hash: String(json()['contentHash']), used: false });
        return { id: request, sentTo: '+996 *** *** 01', expiresAt: at };
      }
      case 'POST /signing-requests/:id/confirm': {
        const request = requests.get(id);
        const message = { ky: 'Код туура эмес.', ru: 'Код не подходит.' };
        if (json()['code'] !== code) throw new Refusal(422, 'wrong_code', { message });
        if (request === undefined || request.used) throw new Refusal(422, 'code_used', { message });
        request.used = true;
        made.signatures += 1;
        return { signature: `signed-${id}` };
      }
      case 'POST /applications': {
        const draft = own(String(json()['draftId']), subject);
        if (!draft.submitted) made.applications += 1;
        draft.submitted = true;
        return { id: draft.id, reference: 'AAAA-BBBB', submittedAt: at };
      }
      case 'GET /applications':
        return { applications: [] };
      case 'GET /applications/:id':
        return applicationOf(own(id, subject));
      case 'GET /journal':
        return { lines: journalLines, more: true };
      case 'GET /erasures':
        return { items: heldItems, gone: goneItems };
      case 'GET /notices':
        return { notices: [], unopened: 0 };
      case 'GET /verifications/:id':
        return { outcome: id === 'GOOD-1' ? 'valid' : 'unknown', reference: 'AAAA-BBBB' };
      case 'POST /verifications':
        return { outcome: 'changed' };
      default:
        throw new Refusal(404, 'not_found');
    }
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const address = new URL(request.url ?? '/', url);
    const send = (status: number, value: object): void => {
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
    };
    try {
      if (down.has(address.pathname)) throw new Refusal(503, 'unavailable');
      const signIn = oidc.answer(address.pathname, body);
      send(200, signIn ?? answer(request.method ?? '', address, body, subjectOf(request)));
    } catch (error) {
      const refusal = error instanceof Refusal ? error : new Refusal(500, String(error));
      send(refusal.status, refusal.body);
    }
  }

  const server = createServer((request, response) => void serve(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  url = `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}`;
  const standIns: StandIns = Object.assign(state, {
    url,
    drafts,
    made,
    down,
    also,
    refuse(status: number, problem: string, extra?: object) {
      throw new Refusal(status, problem, extra);
    },
    ended,
    withoutConsent,
    sessionsAway: false,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  });
  return standIns;
}

function subjectOf(request: IncomingMessage): string {
  const claims = request.headers.authorization?.split('.')[1];
  if (claims === undefined) return '';
  const parsed = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { sub?: string };
  return parsed.sub ?? '';
}
