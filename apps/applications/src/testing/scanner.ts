import { once } from 'node:events';
import { createServer } from 'node:net';

/** ClamAV's daemon as tests want it. */
export interface TestScanner {
  readonly url: string;
  /** `virus`: what carries this text is infected. `away`: breaks off at once. `slow`: takes everything, says nothing. */
  mood: 'virus' | 'away' | 'slow';
  /** Connections so far. */
  asked: number;
  stop(): Promise<void>;
}

export const virus = 'A-VIRUS-FOR-TESTS';

export async function startScanner(): Promise<TestScanner> {
  const server = createServer((socket) => {
    scanner.asked += 1;
    let seen = '';
    socket.on('error', () => undefined);
    if (scanner.mood === 'away') socket.destroy();
    socket.on('data', (data) => {
      seen += data.toString('latin1');
      if (scanner.mood !== 'virus' || !seen.endsWith('\0\0\0\0')) return;
      socket.end(seen.includes(virus) ? 'stream: Test-Virus FOUND\0' : 'stream: OK\0');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const scanner: TestScanner = {
    url: `tcp://127.0.0.1:${port}`,
    mood: 'virus',
    asked: 0,
    async stop() {
      server.close();
      if (server.listening) await once(server, 'close');
    },
  };
  return scanner;
}
