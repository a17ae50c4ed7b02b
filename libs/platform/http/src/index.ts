import type { Principal, ProcessName, TokenIssuer } from '@kyzmat/auth';
import type { Telemetry } from '@kyzmat/telemetry';
import type { Express, Request, Response, Router } from 'express';
import type { RequestListener } from 'node:http';
import type { Client } from 'openapi-fetch';

/** application/problem+json as an error: throw it anywhere. `extra` goes out as further members. */
export declare class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string | undefined;
  readonly extra: Readonly<Record<string, unknown>>;
  constructor(status: number, code: string, detail?: string, extra?: Readonly<Record<string, unknown>>);
}
/** Another process did not answer: 503 with Retry-After. */
export declare class Unavailable extends Problem {
  readonly retryAfterSeconds: number;
  constructor(what: string, retryAfterSeconds?: number);
}
export declare function notFound(detail?: string): Problem;
export declare function forbidden(code?: string, detail?: string): Problem;

/** `required: false` is shown but does not fail readiness (Kafka: the outbox holds). */
export interface Check {
  readonly ok: boolean;
  readonly required?: boolean;
  readonly detail?: string;
}
export type Checks = Readonly<Record<string, Check>>;
export interface ServiceOptions {
  readonly name: string;
  /** Path of the OpenAPI 3.1 file; requests are checked by it. */
  readonly contract?: string;
  readonly telemetry: Telemetry;
  readonly ready: () => Promise<Checks>;
  readonly routes: (router: Router) => void;
  /** Bytes of a JSON body; 262144 by default. */
  readonly jsonLimit?: number;
  /** Answers are checked by the contract too; by default in tests (NODE_ENV=test or under node --test). */
  readonly checkAnswers?: boolean;
  /** How a process with pages shows a problem to a browser; machines get problem+json all the same. */
  readonly page?: (problem: Problem, request: Request, response: Response) => void;
  /** Content-Security-Policy directives added for pages; by default nothing may load. */
  readonly contentSecurityPolicy?: Readonly<Record<string, readonly string[]>>;
}
export declare function createService(options: ServiceOptions): Express;

export interface Listening {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}
export interface ListenOptions {
  readonly port: number;
  /** 127.0.0.1 by default. */
  readonly host?: string;
  /** How long readiness answers 503 before connections close; 0 by default. */
  readonly drainMs?: number;
  /** After this, open connections are cut; 10000 by default. */
  readonly deadlineMs?: number;
}
export declare function listen(app: Express | RequestListener, options: ListenOptions): Promise<Listening>;

export interface ShutdownStep {
  readonly name: string;
  stop(): Promise<void> | void;
}
/** The frame of a main.ts: `start` connects and listens and returns what to stop, in order. */
export declare function runProcess(options: {
  readonly name: ProcessName;
  readonly start: (telemetry: Telemetry) => Promise<readonly ShutdownStep[]>;
  readonly deadlineMs?: number;
}): Promise<void>;

export interface ServiceTarget {
  readonly audience: ProcessName;
  readonly baseUrl: string;
  readonly issuer: TokenIssuer;
  /** The whole call with its retries; 5000 by default. */
  readonly timeoutMs?: number;
}
/** `fetch` in a principal's name; answers that are no success are thrown as Problem, silence as Unavailable. */
export declare function serviceFetch(
  target: ServiceTarget,
): (principal: Principal) => (request: Request_) => Promise<Response_>;
type Request_ = globalThis.Request;
type Response_ = globalThis.Response;
/** Typed by a contract: `const applications = createClient<paths>({ … }); await applications(user).GET('/…')`. */
export declare function createClient<Paths extends object>(
  target: ServiceTarget,
): (principal: Principal) => Client<Paths>;
/** The body of a typed call, or the Problem it failed with. */
export declare function dataOf<T>(result: { readonly data?: T; readonly response: Response_ }): T;
