import { authenticate, type TokenVerifier } from '@kyzmat/auth';
import express, { type Request, type RequestHandler, type Router } from 'express';
import { invalidRequest, notFound, Problem } from '../problem.ts';
import { hasBody, mediaTypeOf, readJson } from '../service/body.ts';
import { nameRoute } from '../service/route-name.ts';
import { checkAnswersOf } from './answers.ts';
import { checksFor, isJsonType, type OperationChecks } from './checks.ts';
import { readContract } from './document.ts';
import { faultsInBody, faultsInParameters, giveCheckedPath } from './faults.ts';
import { pathMatcher } from './match.ts';
import { type Operation, readOperations } from './operations.ts';

interface DoorOptions {
  /** Path of the OpenAPI 3.1 file. */
  readonly contract: string;
  readonly verifier: TokenVerifier | undefined;
  /** Bytes. */
  readonly jsonLimit: number;
  readonly checkAnswers: boolean;
}

/** What a request turned out to be, kept while it passes the door. */
interface Entrant {
  readonly operation: Operation;
  readonly checks: OperationChecks;
  readonly params: Readonly<Record<string, string>>;
}

/**
 * A router whose door is the contract. The order makes strangers cheap: the path must be in it (404) and offer the
 * method (405), the token must be good (401), the type of the body known (415) and its size bearable (413); only then
 * parameters and body are held against their schemas (400).
 */
export function contractRouter(options: DoorOptions): Router {
  const document = readContract(options.contract);
  const operations = readOperations(document);
  const compile = checksFor(document);
  const checksOf = new Map(operations.map((operation) => [operation, compile(operation)]));
  const match = pathMatcher(operations);
  const entrants = new WeakMap<Request, Entrant>();

  function entrantOf(request: Request): Entrant {
    const entrant = entrants.get(request);
    if (entrant === undefined) throw new Error('The request did not come through the door');
    return entrant;
  }

  const find: RequestHandler = (request, response, next) => {
    const found = match(request.path);
    if (found === undefined) throw notFound();
    nameRoute(request, found.path);
    const operation = found.operations.get(request.method === 'HEAD' ? 'GET' : request.method);
    const checks = operation && checksOf.get(operation);
    if (operation === undefined || checks === undefined) throw notAllowed(found.operations);
    entrants.set(request, { operation, checks, params: found.params });
    if (options.checkAnswers) checkAnswersOf(response, checks);
    next();
  };

  const knowType: RequestHandler = (request, _response, next) => {
    const { body } = entrantOf(request).operation;
    if (body !== undefined && hasBody(request) && !body.content.has(mediaTypeOf(request))) {
      throw new Problem(415, 'unsupported_media_type', undefined, { accepted: [...body.content.keys()] });
    }
    next();
  };

  const fit: RequestHandler = (request, _response, next) => {
    const { operation, checks, params } = entrantOf(request);
    const faults = [
      ...faultsInParameters(request, operation, checks, params),
      ...faultsInBody(request, operation, checks),
    ];
    if (faults.length > 0) throw invalidRequest(faults);
    next();
  };

  const json = readJson(options.jsonLimit, isJsonType);
  const readBody: RequestHandler = (request, response, next) => {
    if (entrantOf(request).operation.body === undefined) next();
    else void json(request, response, next);
  };

  const guard = guardOf(operations, options.verifier);
  const knowCaller: RequestHandler = (request, response, next) => {
    if (entrantOf(request).operation.needsToken) void guard(request, response, next);
    else next();
  };

  const router = express.Router();
  router.use(find, knowCaller, knowType, readBody, fit);
  giveCheckedPath(router, operations);
  return router;
}

function guardOf(operations: readonly Operation[], verifier: TokenVerifier | undefined): RequestHandler {
  if (verifier !== undefined) return authenticate(verifier);
  if (operations.some(({ needsToken }) => needsToken)) {
    throw new Error('The contract asks for service tokens: createService needs a verifier');
  }
  return (_request, _response, next) => next();
}

function notAllowed(operations: ReadonlyMap<string, Operation>): Problem {
  const allowed = [...operations.keys()].flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
  return new Problem(405, 'method_not_allowed', undefined, {}, { Allow: allowed.join(', ') });
}
