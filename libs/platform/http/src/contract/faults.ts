import type { Request, Router } from 'express';
import { hasBody, mediaTypeOf } from '../service/body.ts';
import { type Fault, faultsOf, type OperationChecks } from './checks.ts';
import type { Operation, Parameter } from './operations.ts';

const checkedPaths = new WeakMap<Request, Readonly<Record<string, unknown>>>();

/**
 * Holds path, query and headers against the contract. What passes is given on as the contract types it: a `limit` in
 * `request.query` is a number, a parameter that may be repeated is always a list.
 */
export function faultsInParameters(
  request: Request,
  { parameters }: Operation,
  checks: OperationChecks,
  params: Readonly<Record<string, string>>,
): readonly Fault[] {
  const path: Record<string, unknown> = { ...params };
  const query = readQuery(request, parameters.query);
  const header = pick(request.headers, parameters.header);
  const faults: Fault[] = [];
  if (!checks.path(path)) faults.push(...faultsOf('path', checks.path));
  if (!checks.query(query)) faults.push(...faultsOf('query', checks.query));
  if (!checks.header(header)) faults.push(...faultsOf('header', checks.header));
  checkedPaths.set(request, path);
  Object.defineProperty(request, 'query', { value: query, configurable: true, enumerable: true });
  return faults;
}

/** Holds the body against the schema of its media type; bodies that are streamed are the route's own matter. */
export function faultsInBody(
  request: Request,
  { body }: Operation,
  checks: OperationChecks,
): readonly Fault[] {
  if (body === undefined) return [];
  if (!hasBody(request)) return body.required ? [{ in: 'body', at: '', what: 'is missing' }] : [];
  const check = checks.body.get(mediaTypeOf(request));
  const content: unknown = request.body;
  return check === undefined || check(content) ? [] : faultsOf('body', check);
}

/** Path parameters that are numbers in the contract are numbers in `request.params` of the router's own routes. */
export function giveCheckedPath(router: Router, operations: readonly Operation[]): void {
  const names = operations.flatMap(({ parameters }) => parameters.path.filter((each) => !each.textual));
  for (const name of new Set(names.map((each) => each.name))) {
    router.param(name, (request, _response, next) => {
      Object.assign(request.params, { [name]: checkedPaths.get(request)?.[name] });
      next();
    });
  }
}

function readQuery(request: Request, parameters: readonly Parameter[]): Record<string, unknown> {
  const query: Record<string, unknown> = { ...request.query };
  for (const { name, list } of parameters) {
    if (list && typeof query[name] === 'string') query[name] = [query[name]];
  }
  return query;
}

function pick(
  headers: Readonly<Record<string, unknown>>,
  parameters: readonly Parameter[],
): Record<string, unknown> {
  const named = parameters.map(({ name }) => [name, headers[name]] as const);
  return Object.fromEntries(named.filter(([, value]) => value !== undefined));
}
