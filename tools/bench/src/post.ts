import { Agent, request } from 'node:http';

/** Connections stay open, as those of real callers do; plain `http`, so that the caller costs little. */
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** The status of the answer, once all of it is here. */
export function post(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<{ readonly status: number; readonly location: string }> {
  return new Promise((resolve, reject) => {
    const length = String(Buffer.byteLength(body));
    const call = request(url, { method: 'POST', agent, headers: { ...headers, 'Content-Length': length } });
    call.on('error', reject);
    call.on('response', (response) => {
      response.on('error', reject);
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, location: response.headers.location ?? '' });
      });
      response.resume();
    });
    call.end(body);
  });
}

export function closeConnections(): void {
  agent.destroy();
}
