import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const host = '127.0.0.1';

export async function isPortFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen({ port, host, exclusive: true });
    await once(server, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}

/** Whether somebody answers there. */
export function isPortOpen(port: number, at = host): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: at, timeout: 1000 });
    const settle = (open: boolean) => () => {
      socket.destroy();
      resolve(open);
    };
    socket.once('connect', settle(true)).once('error', settle(false)).once('timeout', settle(false));
  });
}

const given = new Set<number>();

/**
 * A free port on 127.0.0.1, never the same twice. It lies below the range from which the system takes the near ends
 * of outgoing connections, so no client can occupy it between now and its use, not even by dialling a stopped server.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 10_000 + Math.floor(Math.random() * 22_000);
    if (given.has(port)) continue;
    given.add(port);
    if (await isPortFree(port)) return port;
  }
}

/** Waits until none of the ports is in use; gives those that still are when the time is over. */
export async function waitForFreePorts(ports: readonly number[], forMs: number): Promise<readonly number[]> {
  const deadline = Date.now() + forMs;
  for (;;) {
    const free = await Promise.all(ports.map(isPortFree));
    const taken = ports.filter((_, index) => free[index] === false);
    if (taken.length === 0 || Date.now() >= deadline) return taken;
    await sleep(100);
  }
}
