import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

interface EMessage {
  readonly messageId: string;
  readonly to: string;
  readonly text: string;
}

/** The state e-message system, counting every call. */
export interface EMessageStub {
  readonly url: string;
  /** All that came, repeats too. */
  readonly calls: EMessage[];
  /** What the next calls get instead of 202; `lost` takes the message and breaks the line before the answer. */
  readonly next: (number | 'lost')[];
  readonly stop: () => Promise<void>;
}

export async function startEMessages(): Promise<EMessageStub> {
  const calls: EMessage[] = [];
  const next: (number | 'lost')[] = [];
  const { url, stop } = await serve(async (request, response) => {
    calls.push(messageIn(await text(request)));
    const answer = next.shift() ?? 202;
    if (answer === 'lost') response.destroy();
    else
      response
        .writeHead(answer)
        .end(JSON.stringify({ messageId: `gses-${calls.length}`, status: 'accepted' }));
  });
  return { url, calls, next, stop };
}

/** A mail server, counting every letter. */
export interface MailStub {
  readonly url: string;
  readonly letters: ParsedMail[];
  /** What the next letters get instead of thanks. */
  readonly next: number[];
  readonly stop: () => Promise<void>;
}

export async function startMail(): Promise<MailStub> {
  const letters: ParsedMail[] = [];
  const next: number[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, done) {
      void simpleParser(stream).then((letter) => {
        letters.push(letter);
        const responseCode = next.shift();
        if (responseCode === undefined) done();
        else done(Object.assign(new Error('Not this time'), { responseCode }));
      });
    },
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    next,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A neighbour: answers by path; 404 for what it does not know, 503 while it is away. */
export interface Neighbour {
  readonly url: string;
  readonly answers: Map<string, object>;
  away: boolean;
  /** Questions it left without an answer. */
  refused: number;
  readonly stop: () => Promise<void>;
}

export async function startNeighbour(): Promise<Neighbour> {
  const answers = new Map<string, object>();
  const { url, stop } = await serve((request, response) => {
    const answer = answers.get(decodeURIComponent(request.url ?? ''));
    response.setHeader('Content-Type', 'application/json');
    if (neighbour.away) neighbour.refused++;
    response.statusCode = neighbour.away ? 503 : answer === undefined ? 404 : 200;
    response.end(JSON.stringify(answer ?? {}));
  });
  const neighbour: Neighbour = { url, answers, away: false, refused: 0, stop };
  return neighbour;
}

async function serve(
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void> | void,
): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const server: Server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function freePort(): Promise<number> {
  const server = createTcpServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = portOf(server.address());
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return address.port;
}

function messageIn(json: string): EMessage {
  const message: unknown = JSON.parse(json);
  if (!isMessage(message)) throw new TypeError(`No e-message: ${json}`);
  return message;
}

function isMessage(value: unknown): value is EMessage {
  if (typeof value !== 'object' || value === null) return false;
  const members = new Map(Object.entries(value));
  return ['messageId', 'to', 'text'].every((name) => typeof members.get(name) === 'string');
}
