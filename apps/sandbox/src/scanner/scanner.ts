import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';

/** In two pieces, so that no scanner takes this file for one of its own. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** ClamAV's INSTREAM, as far as we speak it. It finds one thing: the EICAR test string, anywhere in a file. */
export function scanner(): Server {
  return createServer((socket) => {
    socket.on('error', () => undefined);
    void answer(socket);
  });
}

async function answer(socket: Socket): Promise<void> {
  let kept = Buffer.alloc(0);
  let begun = false;
  let seen = '';
  let found = false;
  try {
    for await (const data of socket) {
      kept = Buffer.concat([kept, Buffer.from(data)]);
      if (!begun) {
        const end = kept.indexOf(0);
        if (end < 0) continue;
        if (kept.subarray(0, end).toString() !== 'zINSTREAM') return void socket.end('UNKNOWN COMMAND\0');
        kept = kept.subarray(end + 1);
        begun = true;
      }
      while (kept.length >= 4 && kept.length >= 4 + kept.readUInt32BE()) {
        const length = kept.readUInt32BE();
        if (length === 0) return void socket.end(found ? 'stream: Eicar-Signature FOUND\0' : 'stream: OK\0');
        // The end of the piece before stays, for the string may lie across two.
        seen = seen.slice(-eicar.length) + kept.subarray(4, 4 + length).toString('latin1');
        found ||= seen.includes(eicar);
        kept = kept.subarray(4 + length);
      }
    }
  } catch {
    // Whoever asked has gone.
  }
}

/** Listens until `close`. */
export async function startScanner(port: number, host: string): Promise<{ close(): Promise<void> }> {
  const server = scanner().listen(port, host);
  await once(server, 'listening');
  return {
    async close() {
      server.close();
      await once(server, 'close');
    },
  };
}
