import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { eicar, scanner } from './scanner.ts';

const server = scanner();
let port = 0;

before(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});
after(() => server.close());

async function ask(command: string, ...pieces: readonly string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  const answer = text(socket);
  socket.write(command);
  for (const piece of [...pieces, '']) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(piece.length);
    socket.write(Buffer.concat([length, Buffer.from(piece)]));
  }
  return answer;
}

test('the stand-in speaks INSTREAM and finds the test string, also when it lies across two pieces', async () => {
  const command = 'zINSTREAM\0';
  assert.equal(await ask(command, '%PDF-1.7', 'nothing bad'), 'stream: OK\0');
  assert.equal(await ask(command, `%PDF ${eicar}`), 'stream: Eicar-Signature FOUND\0');
  const [one, two] = [eicar.slice(0, 20), eicar.slice(20)];
  assert.equal(await ask(command, `%PDF ${one}`, two), 'stream: Eicar-Signature FOUND\0');
  assert.equal(await ask('zSOMETHING\0'), 'UNKNOWN COMMAND\0');
});
