import type { Request } from 'express';

const contractPaths = new WeakMap<Request, string>();

/** Said by the door of a contract: the path the request means, as the contract writes it. */
export function nameRoute(request: Request, path: string): void {
  contractPaths.set(request, path);
}

/** The pattern of the route that answered, without anything a person or an application could be known by. */
export function routeName(request: Request): string {
  const named = contractPaths.get(request);
  if (named !== undefined) return named;
  const route: unknown = request.route;
  if (typeof route !== 'object' || route === null || !('path' in route)) return 'unmatched';
  return `${withoutIds(request.baseUrl)}${String(route.path)}`;
}

/** Where a router is mounted is a real path: segments that look like ids are taken out. */
function withoutIds(base: string): string {
  return base.replaceAll(/[^/]*\d[^/]*|[^/]{30,}/g, ':id');
}
