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
interface Held {
  readonly path: string;
  readonly content: Content;
}
/** One that was asked for and not given, and why. */
interface Missing {
  readonly path: string;
  readonly missing: WhyMissing;
}
export type WhyMissing = 'not_there' | 'not_ready' | 'withheld';
export type Part = Held | Missing;
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
  yield json('person/security.json', dataOf(await identity.GET('/persons/{id}/security', person)));
  yield json('person/powers.json', dataOf(await identity.GET('/powers')));
  let sessions: unknown[] = [];
  const signIns = await allOf(async (after) => {
    const params = { ...person.params, query: after === undefined ? {} : { after } };
    const page = dataOf(await identity.GET('/persons/{id}/sign-ins', { params }));
    sessions = page.sessions;
    return { rows: page.signIns, next: page.next };
  });
  yield json('person/sessions.json', sessions);
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
  // With the rating, the questions and their answers, and how it went on.
  yield json(`${folder}/application.json`, view);
  yield* document(fetch, `${folder}/application.pdf`, `${from}/copy.pdf`);
  yield* whatYouSigned(source, view, folder);
  if (view.result !== undefined) {
    const form = view.result.form === 'information' ? 'json' : 'pdf';
    yield* document(fetch, `${folder}/result.${form}`, `${from}/result.${form}`);
  }
  yield* files(fetch, folder, from, [
    ...(view.files ?? []),
    ...view.clarifications.flatMap((asked) => asked.files ?? []),
  ]);
  if (view.payment !== 'none') yield* payment(source, view, folder);
}

/** What was signed, byte for byte, and the qualified signature where there is one (P573-28a). */
async function* whatYouSigned(
  { clients, principal }: Source,
  { id }: View,
  folder: string,
): AsyncGenerator<Part> {
  const params = { path: { id } };
  const signed = await ifThere(
    clients.applications(principal).GET('/applications/{id}/copy.json', { params }),
  );
  if (typeof signed === 'string') {
    yield { path: `${folder}/signed.json`, missing: signed };
    return;
  }
  const copy = dataOf(signed);
  yield json(`${folder}/signed.json`, copy);
  const { level, jti } = statementIn(copy.signature ?? '');
  if (level !== 'qualified' || typeof jti !== 'string') return;
  const path = `${folder}/qualified-signature.json`;
  const answer = await ifThere(
    clients.identity(principal).GET('/qualified-signatures/{id}', { params: { path: { id: jti } } }),
  );
  yield typeof answer === 'string' ? { path, missing: answer } : json(path, dataOf(answer));
}

/** What identity says in its statement. */
function statementIn(jws: string): { readonly level?: unknown; readonly jti?: unknown } {
  const said: unknown = JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString() || '{}');
  return typeof said === 'object' && said !== null ? said : {};
}

async function* files(
  fetch: ServiceFetch,
  folder: string,
  from: string,
  known: readonly { readonly fileId: string; readonly name: string }[],
): AsyncGenerator<Part> {
  const unique = new Map(known.map((file) => [file.fileId, file.name]));
  for (const [place, [fileId, name]] of [...unique].entries()) {
    yield* document(fetch, `${folder}/files/${place + 1}-${safe(name)}`, `${from}/files/${fileId}`);
  }
}

async function* payment(
  { clients, config, principal }: Source,
  { id }: View,
  folder: string,
): AsyncGenerator<Part> {
  const query = { applicationId: id };
  const charge = await ifThere(clients.payments(principal).GET('/charges', { params: { query } }));
  if (typeof charge === 'string') {
    yield { path: `${folder}/payment.json`, missing: charge };
    return;
  }
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
    const fetch = clients.files(principal);
    yield* document(fetch, `drafts/${id}/draft.pdf`, url);
    yield* files(fetch, `drafts/${id}`, `${config.applications}/drafts/${id}`, draft.files ?? []);
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
  const { gone } = dataOf(await clients.applications(principal).GET('/erasures'));
  yield json('deleted.json', gone);
  const lines = await allOf<Line>(async (before) => {
    const page = await linesOf(clients, principal, {
      limit: 500,
      ...(before === undefined ? {} : { before }),
    });
    return { rows: page.lines, next: page.next };
  });
  yield json('who-used-my-data.json', lines);
}

/** A document that comes while it is read. */
async function* document(fetch: ServiceFetch, path: string, url: string): AsyncGenerator<Part> {
  const answer = await ifThere(fetch(new Request(url)));
  if (typeof answer === 'string') yield { path, missing: answer };
  else if (answer.body !== null) yield { path, content: Readable.fromWeb(answer.body) };
}

/** What is refused or not there comes as the reason; who does not answer at all is a failure. */
async function ifThere<T extends object>(call: Promise<T>): Promise<T | WhyMissing> {
  try {
    return await call;
  } catch (error) {
    if (!(error instanceof Problem) || error.status < 400 || error.status >= 500) throw error;
    if (error.code === 'file_withheld') return 'withheld';
    return error.status === 409 ? 'not_ready' : 'not_there';
  }
}

function json(path: string, value: unknown): Held {
  return { path, content: Buffer.from(`${JSON.stringify(value, null, 2)}\n`) };
}

/** A name every system can store. */
function safe(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}._ -]/gu, '_').slice(-120);
}
