import type { TokenVerifier } from '@kyzmat/auth';
import type { Telemetry } from '@kyzmat/telemetry';
import express, { type Express, type Router } from 'express';
import helmet from 'helmet';
import { isJsonType } from '../contract/checks.ts';
import { contractRouter } from '../contract/door.ts';
import { readJson } from './body.ts';
import { correlate } from './correlation.ts';
import { answerProblems, nothingThere } from './errors.ts';
import { type Checks, healthRoutes } from './health.ts';
import { observe } from './observe.ts';

export interface ServiceOptions {
  /** Shown by the health checks, so that nobody mistakes one process for another. */
  readonly name: string;
  readonly telemetry: Telemetry;
  /** What must work for this process to serve; asked at most once in 2 s. */
  readonly ready: () => Promise<Checks>;
  /** Path of the OpenAPI 3.1 file. With it, `routes` are reached only by what the contract knows. */
  readonly contract?: string;
  /** Checks service tokens where the contract asks for one. */
  readonly verifier?: TokenVerifier;
  readonly routes: (router: Router) => void;
  /** Routes that no contract describes, beside one: pages, OpenID Connect. They come first. */
  readonly pages?: (router: Router) => void;
  /** Bytes of a JSON body; 262144 when left out. */
  readonly jsonLimit?: number;
  /** Answers are held against the contract too; left out, only under tests. */
  readonly checkAnswers?: boolean;
}

const usualJsonLimit = 262_144;

/** The Express app every process is: health, metrics, correlation, security headers, contract, problem+json. */
export function createService(options: ServiceOptions): Express {
  const { telemetry, jsonLimit = usualJsonLimit, contract, verifier, checkAnswers = underTest() } = options;
  const app = express();
  app.disable('x-powered-by');
  // An ETag costs a hash of every answer and saves nothing on answers that change.
  app.disable('etag');
  // Pages replace this policy with their own; an answer for machines may load nothing.
  app.use(helmet({ contentSecurityPolicy: { useDefaults: false, directives: closedPolicy } }));
  app.use(correlate);
  app.use(healthRoutes(app, options));
  app.use(observe(telemetry));

  if (options.pages !== undefined) app.use(routerWith(options.pages));
  if (contract === undefined) {
    app.use(readJson(jsonLimit, isJsonType), routerWith(options.routes));
  } else {
    const router = contractRouter({ contract, verifier, jsonLimit, checkAnswers });
    options.routes(router);
    app.use(router);
  }
  app.use(nothingThere);
  app.use(answerProblems(telemetry));
  return app;
}

const closedPolicy = { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] };

function routerWith(routes: (router: Router) => void): Router {
  const router = express.Router();
  routes(router);
  return router;
}

function underTest(): boolean {
  return process.env['NODE_ENV'] === 'test' || process.env['NODE_TEST_CONTEXT'] !== undefined;
}
