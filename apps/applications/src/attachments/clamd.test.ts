import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { clamd, ScannerDown } from './clamd.ts';

interface Heard {
  readonly url: string;
  /** Everything that was sent. */
  readonly bytes: Buffer[];
  readonly server: Server;
}

/** A daemon that answers when the piece of no length has come, or at once. */
async function daemon(answer: (socket: Socket) => void, atOnce = false): Promise<Heard> {
  const bytes: Buffer[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    if (atOnce) answer(socket);
    socket.on('data', (data) => {
      bytes.push(Buffer.from(data));
      if (!atOnce && Buffer.concat(bytes).subarray(-4).equals(Buffer.alloc(4))) answer(socket);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `tcp://127.0.0.1:${port}`, bytes, server };
}

test('P573-48: a file goes to the scanner in pieces as ClamAV wants them, and its verdict comes back', async () => {
  const heard = await daemon((socket) => socket.end('stream: OK\0'));
  assert.deepEqual(await clamd(heard.url)(Readable.from([Buffer.from('abc'), Buffer.from('de')])), {
    clean: true,
  });
  const frame = ['zINSTREAM\0', '\0\0\0\u0003abc', '\0\0\0\u0002de', '\0\0\0\0'].join('');
  assert.equal(Buffer.concat(heard.bytes).toString('latin1'), frame);
  heard.server.close();
});

test('what was found is named', async () => {
  const { url, server } = await daemon((socket) => socket.end('stream: Eicar-Signature FOUND\0'));
  assert.deepEqual(await clamd(url)(Readable.from(['x'])), { clean: false, found: 'Eicar-Signature' });
  server.close();
});

test('a scanner that is away, breaks off or refuses gives no verdict', async () => {
  const refusing = await daemon((socket) => socket.end('INSTREAM size limit exceeded. ERROR\0'), true);
  const breaking = await daemon((socket) => socket.destroy(), true);
  const silent = await daemon((socket) => socket.end());
  const big = () => Readable.from(Array.from({ length: 64 }, () => Buffer.alloc(65_536)));
  for (const { url, server } of [refusing, breaking, silent]) {
    await assert.rejects(clamd(url)(big()), ScannerDown);
    server.close();
  }
  await assert.rejects(clamd('tcp://127.0.0.1:9')(big()), ScannerDown);
});
