import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer, type ServerOptions } from 'node:https';
import { setTimeout as wait } from 'node:timers/promises';
import { startLeaving } from '../service/health.ts';

export interface Listening {
  readonly url: string;
  readonly port: number;
  /** Readiness says no, then the door closes, then requests in flight end; after the deadline they are cut. */
  close(): Promise<void>;
}

export interface ListenOptions {
  /** 0 lets the system choose. */
  readonly port: number;
  /** 127.0.0.1 when left out. */
  readonly host?: string;
  /** How long readiness says no while requests are still taken, so that load balancers notice; 0 when left out. */
  readonly drainMs?: number;
  /** How long requests in flight may take to end; 10000 when left out. */
  readonly deadlineMs?: number;
  /** Certificates, for a door that speaks TLS. */
  readonly tls?: ServerOptions;
}

/** Longer than the usual 60 s of proxies, so that the proxy and never the server ends an idle connection. */
const keepAliveMs = 65_000;
const lookEveryMs = 50;

/** Opens the door of an app. Throws when the port is taken. */
export async function listen(app: RequestListener, options: ListenOptions): Promise<Listening> {
  const { host = '127.0.0.1', drainMs = 0, deadlineMs = 10_000, tls } = options;
  const settings = { keepAliveTimeout: keepAliveMs };
  const server =
    tls === undefined ? createServer(settings, app) : createTlsServer({ ...tls, ...settings }, app);
  server.listen(options.port, host);
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  let closing: Promise<void> | undefined;

  async function close(): Promise<void> {
    startLeaving(app);
    if (drainMs > 0) await wait(drainMs);
    const closed = once(server, 'close');
    server.close();
    // A connection kept alive becomes idle only when its last answer is out: look again until none is left.
    const idle = setInterval(() => server.closeIdleConnections(), lookEveryMs);
    const cut = setTimeout(() => server.closeAllConnections(), deadlineMs);
    await closed;
    clearInterval(idle);
    clearTimeout(cut);
  }

  return {
    url: `${tls === undefined ? 'http' : 'https'}://${host.includes(':') ? `[${host}]` : host}:${port}`,
    port,
    close: () => (closing ??= close()),
  };
}
