import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface Message {
  readonly messageId: string;
  readonly to: string;
  readonly text: string;
}

export interface Letter {
  readonly to: string;
  readonly text: string;
}

/** Everything outside identity: ESI, the e-message system, applications and providers at one address; a mail server. */
export interface Outside {
  readonly url: string;
  readonly messages: Message[];
  readonly smtpUrl: string;
  readonly letters: Letter[];
  /** What ESI says of a person, by the subject it calls them. */
  readonly people: Map<string, Readonly<Record<string, unknown>>>;
  readonly blocked: Set<string>;
  /** How many applications of anybody go on, and whose cabinet applications heard of. */
  openApplications: number;
  readonly left: string[];
  /** The register of providers does not answer. */
  away: boolean;
  /** As if the person had signed in at ESI: the address ESI sends the browser to. */
  signInAtEsi(authorization: string, person: string): string;
  stop(): Promise<void>;
}

export async function startOutside(): Promise<Outside> {
  const esi = tinyEsi(() => `${outside.url}/esi`);
  const server = createServer((request, response) => {
    void answerTo(request).then((answer) => {
      response.writeHead(answer === undefined ? 404 : 200, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(answer ?? {}));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');

  const letters: Letter[] = [];
  const mail = await startMail(letters);

  const outside: Outside = {
    smtpUrl: mail.url,
    letters,
    url: `http://127.0.0.1:${address.port}`,
    messages: [],
    people: new Map(),
    blocked: new Set(),
    openApplications: 0,
    left: [],
    away: false,
    signInAtEsi: (authorization, person) => esi.signIn(authorization, person),
    async stop() {
      await mail.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  async function answerTo(request: IncomingMessage): Promise<object | undefined> {
    const { pathname } = new URL(request.url ?? '/', outside.url);
    const body = await text(request);
    if (pathname === '/e-message/messages') {
      outside.messages.push(messageIn(body));
      return {};
    }
    if (pathname.startsWith('/esi/'))
      return esi.answer(pathname.slice(4), body, (sub) => outside.people.get(sub));
    const owner = /^\/owners\/([^/]+)\/erasure$/.exec(pathname)?.[1];
    if (owner !== undefined && request.method === 'POST') outside.left.push(owner);
    if (owner !== undefined) return { open: outside.openApplications };
    const provider = /^\/providers\/([^/]+)(\/standing)?$/.exec(pathname);
    if (provider === null || outside.away) return undefined;
    if (provider[2] === undefined)
      return { id: provider[1], name: { ky: 'Демо реестр', ru: 'Демо реестр' }, standing: 'active' };
    return { blocked: outside.blocked.has(provider[1] ?? '') };
  }
  return outside;
}

async function startMail(letters: Letter[]): Promise<{ url: string; stop(): Promise<void> }> {
  const smtp = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      void simpleParser(stream).then((letter) => {
        for (const { address } of session.envelope.rcptTo)
          letters.push({ to: address, text: letter.text ?? '' });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = smtp.server.address();
  if (address === null || typeof address === 'string') throw new Error('The mail server has no port');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    stop: () => new Promise((resolve) => smtp.close(resolve)),
  };
}

/** An OpenID provider of one page: checks PKCE's presence, state and nonce go through it unchanged. */
function tinyEsi(issuer: () => string) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const codes = new Map<string, { sub: string; nonce: string | null }>();
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const jwt = (claims: object): string => {
    const signed = `${part({ alg: 'ES256', kid: 'k' })}.${part(claims)}`;
    const mark = sign('sha256', Buffer.from(signed), { key: privateKey, dsaEncoding: 'ieee-p1363' });
    return `${signed}.${mark.toString('base64url')}`;
  };
  return {
    signIn(authorization: string, sub: string): string {
      const asked = new URL(authorization).searchParams;
      const code = randomUUID();
      codes.set(code, { sub, nonce: asked.get('nonce') });
      const back = new URL(asked.get('redirect_uri') ?? '');
      back.search = new URLSearchParams({ code, state: asked.get('state') ?? '' }).toString();
      return back.href;
    },
    answer(path: string, body: string, claimsOf: (sub: string) => object | undefined): object | undefined {
      const url = issuer();
      if (path === '/.well-known/openid-configuration') {
        return {
          issuer: url,
          authorization_endpoint: `${url}/auth`,
          token_endpoint: `${url}/token`,
          jwks_uri: `${url}/jwks`,
          end_session_endpoint: `${url}/session/end`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['ES256'],
          code_challenge_methods_supported: ['S256'],
        };
      }
      if (path === '/jwks') {
        return { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'ES256', use: 'sig' }] };
      }
      const form = new URLSearchParams(body);
      const code = codes.get(form.get('code') ?? '');
      if (path !== '/token' || !form.has('code_verifier') || code === undefined) return undefined;
      const now = Math.floor(Date.now() / 1000);
      const claims = { iss: url, aud: 'kyzmat', iat: now, exp: now + 600, ...code, ...claimsOf(code.sub) };
      return { access_token: randomUUID(), token_type: 'Bearer', id_token: jwt(claims) };
    },
  };
}

function messageIn(json: string): Message {
  const message: unknown = JSON.parse(json);
  if (!isMessage(message)) throw new TypeError(`No e-message: ${json}`);
  return message;
}

function isMessage(value: unknown): value is Message {
  if (typeof value !== 'object' || value === null) return false;
  const members = new Map(Object.entries(value));
  return ['messageId', 'to', 'text'].every((name) => typeof members.get(name) === 'string');
}
