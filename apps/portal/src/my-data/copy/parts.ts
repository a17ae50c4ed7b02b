import { Readable } from 'node:stream';
import type { Principal } from '@kyzmat/auth';
import type { Applications } from '@kyzmat/contracts';
import { dataOf, Problem, type ServiceFetch } from '@kyzmat/http';
import type { PortalConfig } from '../../config.ts';
import type { Clients } from '../../site/clients.ts';
import { linesOf, type Line } from '../lines.ts';
import { allOf } from './all-of.ts';
import type { Content } from './zip.ts';

/** A file of the copy. */
export interface Part {
  readonly path: string;
  readonly content: Content;
}
export interface Source {
  readonly clients: Clients;
  readonly config: Pick<PortalConfig, 'applications' | 'payments'>;
  readonly principal: Principal;
}

type View = Applications['ApplicationView'];

/**
 * Everything every process holds of the person, asked in the person's own name, so that nothing of anybody else can be in
 * it. A process that does not answer ends it: a copy that lacks something must not look whole.
 */
export async function* partsOf(source: Source): AsyncGenerator<Part> {
  yield* whoYouAre(source);
  yield* whatYouApplied(source);
  yield* whatYouBegan(source);
  yield* whatWasTold(source);
}

async function* whoYouAre({ clients, principal }: Source): AsyncGenerator<Part> {
  const identity = clients.identity(principal);
  const person = { params: { path: { id: principal.subject } } };
  yield json('person/profile.json', dataOf(await identity.GET('/persons/{id}/profile', person)));
  yield json('person/contact.json', dataOf(await identity.GET('/persons/{id}/contact', person)));
  yield json('person/consents.json', dataOf(await identity.GET('/persons/{id}/consents', person)));
  const signIns = await allOf(async (after) => {
    const params = { ...person.params, query: after === undefined ? {} : { after } };
    const { signIns: rows, next } = dataOf(await identity.GET('/persons/{id}/sign-ins', { params }));
    return { rows, next };
  });
  yield json('person/sign-ins.json', signIns);
}

async function* whatYouApplied(source: Source): AsyncGenerator<Part> {
  const applications = source.clients.applications(source.principal);
  const list = await allOf(async (after) => {
    const query = { limit: 100, ...(after === undefined ? {} : { after }) };
    const { applications: rows, next } = dataOf(
      await applications.GET('/applications', { params: { query } }),
    );
    return { rows, next };
  });
  for (const { id } of list) {
    const view = dataOf(await applications.GET('/applications/{id}', { params: { path: { id } } }));
    yield* application(source, view);
  }
}

async function* application(source: Source, view: View): AsyncGenerator<Part> {
  const { config, clients, principal } = source;
  const folder = `applications/${view.reference}`;
  const from = `${config.applications}/applications/${view.id}`;
  const fetch = clients.files(principal);
  yield json(`${folder}/application.json`, view);
  yield* document(fetch, `${folder}/application.pdf`, `${from}/copy.pdf`);
  if (view.result !== undefined) yield* document(fetch, `${folder}/result.pdf`, `${from}/result.pdf`);
  for (const [place, { fileId, name }] of (view.files ?? []).entries()) {
    yield* document(fetch, `${folder}/files/${place + 1}-${safe(name)}`, `${from}/files/${fileId}`);
  }
  if (view.payment !== 'none') yield* payment(source, view, folder);
}

async function* payment(
  { clients, config, principal }: Source,
  { id }: View,
  folder: string,
): AsyncGenerator<Part> {
  const query = { applicationId: id };
  const charge = await ifThere(clients.payments(principal).GET('/charges', { params: { query } }));
  if (charge === undefined) return;
  const data = dataOf(charge);
  yield json(`${folder}/payment.json`, data);
  const url = `${config.payments}/charges/${data.id}/document.pdf`;
  yield* document(clients.receipts(principal), `${folder}/payment.pdf`, url);
}

async function* whatYouBegan({ clients, config, principal }: Source): AsyncGenerator<Part> {
  const applications = clients.applications(principal);
  const { drafts } = dataOf(await applications.GET('/drafts'));
  for (const { id } of drafts) {
    const draft = dataOf(await applications.GET('/drafts/{id}', { params: { path: { id } } }));
    yield json(`drafts/${id}/draft.json`, draft);
    const url = `${config.applications}/drafts/${id}/copy.pdf`;
    yield* document(clients.files(principal), `drafts/${id}/draft.pdf`, url);
  }
}

async function* whatWasTold({ clients, principal }: Source): AsyncGenerator<Part> {
  const notices = await allOf(async (after) => {
    const query = { limit: 100, ...(after === undefined ? {} : { after }) };
    const { notices: rows, next } = dataOf(
      await clients.notifications(principal).GET('/notices', { params: { query } }),
    );
    return { rows, next };
  });
  yield json('notices.json', notices);
  const lines = await allOf<Line>(async (before) => {
    const page = await linesOf(clients, principal, {
      limit: 500,
      ...(before === undefined ? {} : { before }),
    });
    return { rows: page.lines, next: page.next };
  });
  yield json('who-used-my-data.json', lines);
}

/** A document that comes while it is read; one that is not there (yet) is left out. */
async function* document(fetch: ServiceFetch, path: string, url: string): AsyncGenerator<Part> {
  const answer = await ifThere(fetch(new Request(url)));
  if (answer?.body) yield { path, content: Readable.fromWeb(answer.body) };
}

/** Undefined for what is refused or not there; who does not answer at all is a failure. */
async function ifThere<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof Problem && error.status >= 400 && error.status < 500) return undefined;
    throw error;
  }
}

function json(path: string, value: unknown): Part {
  return { path, content: Buffer.from(`${JSON.stringify(value, null, 2)}\n`) };
}

/** A name every system can store. */
function safe(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}._ -]/gu, '_').slice(-120);
}
