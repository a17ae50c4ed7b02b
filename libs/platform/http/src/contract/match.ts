import type { Operation } from './operations.ts';

interface Match {
  /** As the contract writes it. */
  readonly path: string;
  /** What the path offers, by method. */
  readonly operations: ReadonlyMap<string, Operation>;
  /** Parameters of the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
}

interface Route {
  readonly path: string;
  readonly segments: readonly string[];
  readonly operations: Map<string, Operation>;
}

/**
 * Finds the path of a contract that a request's path means. A literal segment goes before a parameter, whatever the
 * order in the contract (OpenAPI 3.1, paths). Undefined when none fits, also when an escape cannot be decoded.
 */
export function pathMatcher(operations: readonly Operation[]): (path: string) => Match | undefined {
  const byPath = new Map<string, Route>();
  for (const operation of operations) {
    const route = byPath.get(operation.path) ?? newRoute(operation.path);
    route.operations.set(operation.method, operation);
    byPath.set(operation.path, route);
  }
  const byLength = Map.groupBy(byPath.values(), (route) => route.segments.length);
  for (const routes of byLength.values()) routes.sort((a, b) => rank(a).localeCompare(rank(b)));

  return (path) => {
    const segments = path.split('/');
    for (const route of byLength.get(segments.length) ?? []) {
      const params = paramsOf(route, segments);
      if (params !== undefined) return { path: route.path, operations: route.operations, params };
    }
    return undefined;
  };
}

function newRoute(path: string): Route {
  return { path, segments: path.split('/'), operations: new Map() };
}

/** Sorts literals before parameters, segment by segment. */
function rank(route: Route): string {
  return route.segments.map((segment) => (isParam(segment) ? '1' : '0')).join('');
}

function isParam(segment: string): boolean {
  return segment.startsWith('{') && segment.endsWith('}');
}

function paramsOf(route: Route, segments: readonly string[]): Record<string, string> | undefined {
  const params: Record<string, string> = {};
  for (const [index, expected] of route.segments.entries()) {
    const given = segments[index] ?? '';
    if (isParam(expected)) {
      const decoded = decode(given);
      if (decoded === undefined || decoded === '') return undefined;
      params[expected.slice(1, -1)] = decoded;
    } else if (given !== expected) return undefined;
  }
  return params;
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
