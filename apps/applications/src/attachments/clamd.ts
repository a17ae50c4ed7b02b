import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

/** What a scanner says of a file: nothing found, or the name of what was. */
export type Verdict = { readonly clean: true } | { readonly clean: false; readonly found: string };

/** Looks for viruses in what streams by. Throws ScannerDown when it cannot say. */
export type Scan = (content: Readable) => Promise<Verdict>;

/** The scanner cannot be reached, broke off, or answered something else than a verdict. */
export class ScannerDown extends Error {
  override readonly name = 'ScannerDown';
}

/** A scanner that says nothing for so long is held to be away. */
const patienceMs = 30_000;

/**
 * A client of ClamAV's daemon, `tcp://host:port`: the command INSTREAM, then pieces each after its length in four bytes,
 * a piece of no length, and one line of answer.
 */
export function clamd(address: string): Scan {
  const { hostname, port } = new URL(address);
  return async (content) => {
    const socket = connect({ host: hostname, port: Number(port) });
    socket.setTimeout(patienceMs, () => socket.destroy(new Error('The scanner does not answer')));
    try {
      await once(socket, 'connect');
      // Listening from the start: a scanner may answer, as "too large", before it has read everything.
      const [answer] = await Promise.all([text(socket), send(socket, content)]);
      return verdictIn(answer);
    } catch (error) {
      throw error instanceof ScannerDown ? error : new ScannerDown('The scanner is away', { cause: error });
    } finally {
      content.destroy();
      socket.destroy();
    }
  };
}

async function send(socket: Socket, content: Readable): Promise<void> {
  socket.write('zINSTREAM\0');
  for await (const piece of content) {
    const bytes = bytesOf(piece);
    if (bytes.length === 0) continue;
    if (!socket.writable) throw new ScannerDown('The scanner broke off');
    socket.write(lengthOf(bytes));
    if (!socket.write(bytes)) await Promise.race([once(socket, 'drain'), once(socket, 'close')]);
  }
  socket.write(lengthOf(Buffer.alloc(0)));
}

function bytesOf(piece: unknown): Buffer {
  return Buffer.isBuffer(piece) ? piece : Buffer.from(String(piece));
}

function lengthOf({ length }: Buffer): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  return bytes;
}

function verdictIn(answer: string): Verdict {
  const line = answer.replace(/\0[\s\S]*$/u, '').trim();
  if (line === 'stream: OK') return { clean: true };
  const found = /^stream: (.+) FOUND$/u.exec(line)?.[1];
  if (found === undefined) throw new ScannerDown(`The scanner gives no verdict: ${line.slice(0, 80)}`);
  return { clean: false, found };
}
