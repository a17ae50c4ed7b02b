import { randomUUID } from 'node:crypto';
import {
  request as httpRequest,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import { Agent, request as httpsRequest, type AgentOptions } from 'node:https';
import { requestHash, skippedHeaders } from './hash.ts';
import { members, type XRoadService } from './members.ts';

interface SecurityServerOptions {
  readonly services: ReadonlyMap<string, XRoadService>;
  /** With which the security server shows itself to information systems. */
  readonly certificates: AgentOptions;
}

/** A fault of X-Road itself, spelled as 7.4 does. */
interface Fault {
  readonly type: string;
  readonly message: string;
}

/** Both security servers of X-Road in one: finds the service, asks whether the client may call it, carries the message. */
export function securityServer({ services, certificates }: SecurityServerOptions): RequestListener {
  const agent = new Agent({ ...certificates, keepAlive: true });
  return (request, response) => {
    const route = routeOf(request, services);
    if ('type' in route) refuse(response, route);
    else carry(request, response, route, agent);
  };
}

interface Route {
  readonly service: XRoadService;
  readonly serviceId: string;
  readonly client: string;
  readonly url: URL;
}

function routeOf(request: IncomingMessage, services: ReadonlyMap<string, XRoadService>): Route | Fault {
  const header = request.headers['x-road-client'];
  const client = typeof header === 'string' ? decoded(header) : '';
  if (client.split('/').length !== 4)
    return {
      type: 'Server.ClientProxy.InvalidClientIdentifier',
      message: 'X-Road-Client names no subsystem',
    };
  if (!members.has(client)) return { type: 'Server.ClientProxy.UnknownMember', message: `Unknown ${client}` };
  const [path = '', query] = (request.url ?? '').split('?', 2);
  const parts = /^\/r1\/([^/]+\/[^/]+\/[^/]+\/[^/]+\/[^/]+)(\/.*)?$/u.exec(path);
  if (parts === null)
    return { type: 'Server.ClientProxy.InternalError', message: 'Not an address of X-Road' };
  const serviceId = decoded(parts[1] ?? '');
  const service = services.get(serviceId);
  if (service === undefined)
    return { type: 'Server.ServerProxy.UnknownService', message: `Unknown service ${serviceId}` };
  if (!service.clients.includes(client))
    return { type: 'Server.ServerProxy.AccessDenied', message: `${client} may not call ${serviceId}` };
  const url = new URL(`${service.url}${parts[2] ?? ''}${query === undefined ? '' : `?${query}`}`);
  return { service, serviceId, client, url };
}

function carry(request: IncomingMessage, response: ServerResponse, route: Route, agent: Agent): void {
  const { service, serviceId, client, url } = route;
  const requestId = randomUUID();
  const id = textOf(request.headers['x-road-id']) ?? `${client.split('/')[0] ?? ''}-${randomUUID()}`;
  const sent: [string, string][] = [
    ...passed(request).filter(([name]) => !['x-road-id', 'x-road-request-id'].includes(name.toLowerCase())),
    ['x-road-request-id', requestId],
    ['x-road-id', id],
  ];
  const hash = requestHash(request.method ?? 'GET', request.url ?? '', sent);
  const options = { method: request.method, headers: Object.fromEntries(sent) };
  const onward =
    service.mutualTls === true ? httpsRequest(url, { ...options, agent }) : httpRequest(url, options);
  onward.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, {
      ...Object.fromEntries(
        passed(answer).filter(([name]) => !['x-road-error', 'set-cookie'].includes(name.toLowerCase())),
      ),
      'x-road-id': id,
      'x-road-client': client,
      'x-road-service': serviceId,
      'x-road-request-id': requestId,
      'x-road-request-hash': hash.digest(),
    });
    answer.pipe(response);
    answer.on('error', () => response.destroy());
  });
  onward.on('error', (error) => {
    if (response.headersSent) response.destroy();
    else refuse(response, { type: 'Server.ServerProxy.NetworkError', message: error.message });
  });
  request.on('data', (chunk: Buffer) => hash.update(chunk));
  request.on('aborted', () => onward.destroy());
  request.pipe(onward);
}

function refuse(response: ServerResponse, { type, message }: Fault): void {
  response.writeHead(500, { 'Content-Type': 'application/json', 'X-Road-Error': type });
  response.end(JSON.stringify({ type, message, detail: randomUUID() }));
}

/** Headers in their own spelling, without those that belong to one connection. */
function passed({ rawHeaders }: IncomingMessage): [string, string][] {
  const pairs: [string, string][] = [];
  for (let place = 0; place + 1 < rawHeaders.length; place += 2) {
    const [name = '', value = ''] = rawHeaders.slice(place, place + 2);
    if (!skippedHeaders.has(name.toLowerCase())) pairs.push([name, value]);
  }
  return pairs;
}

const textOf = (value: string | string[] | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

function decoded(identifier: string): string {
  try {
    return identifier.split('/').map(decodeURIComponent).join('/');
  } catch {
    return '';
  }
}
