import { callerOf, type Caller } from '@kyzmat/auth';
import type { Request, Response, Router } from 'express';

/**
 * Routes typed by a contract: path, query, body and answer come from the generated types, and the door has checked
 * them by the same contract before a handler runs. So a handler is a plain function from a call to an answer.
 */
export interface ContractRoutes<Paths> {
  get<P extends PathWith<Paths, 'get'>>(path: P, handler: Handler<OperationOf<Paths, P, 'get'>>): void;
  post<P extends PathWith<Paths, 'post'>>(path: P, handler: Handler<OperationOf<Paths, P, 'post'>>): void;
  put<P extends PathWith<Paths, 'put'>>(path: P, handler: Handler<OperationOf<Paths, P, 'put'>>): void;
  delete<P extends PathWith<Paths, 'delete'>>(
    path: P,
    handler: Handler<OperationOf<Paths, P, 'delete'>>,
  ): void;
}

type Method = 'get' | 'post' | 'put' | 'delete';
type PathWith<Paths, M extends Method> = {
  [P in keyof Paths]: Paths[P] extends Record<M, object> ? P : never;
}[keyof Paths] &
  string;
type OperationOf<Paths, P extends keyof Paths, M extends Method> =
  Paths[P] extends Record<M, infer O> ? O : never;

type PathOf<O> = O extends { parameters: { path: infer P } } ? P : Record<string, never>;
type QueryOf<O> = O extends { parameters: { query?: infer Q } } ? NonNullable<Q> : Record<string, never>;
type BodyOf<O> = O extends { requestBody: { content: { 'application/json': infer B } } } ? B : undefined;
type Content<R> = R extends { content: { 'application/json': infer B } } ? B : undefined;
type AnswerOf<O> = O extends { responses: infer R }
  ? { [S in keyof R]: S extends 200 | 201 ? Content<R[S]> : never }[keyof R]
  : never;

export interface Call<O> {
  readonly params: PathOf<O>;
  readonly query: QueryOf<O>;
  readonly body: BodyOf<O>;
  /** Who calls; throws TokenRefused on a route open to all. */
  readonly caller: Caller;
  readonly request: Request<PathOf<O>, unknown, BodyOf<O>, QueryOf<O>>;
  readonly response: Response;
}

type Handler<O> = (call: Call<O>) => Promise<AnswerOf<O> | Answer<AnswerOf<O>> | Sent | undefined>;

/** An answer with a status of its own. */
export class Answer<B> {
  readonly status: number;
  readonly body: B | undefined;

  constructor(status: number, body?: B) {
    this.status = status;
    this.body = body;
  }
}
/** 201 with what was made. */
export const created = <B>(body: B): Answer<B> => new Answer(201, body);
/** 204: done, and nothing to say. */
export const noContent = new Answer<never>(204);

/** Said by a handler that has written the response itself (a file, a document). */
export const sent = Symbol('sent');
export type Sent = typeof sent;

/** Routes of a router, in the spelling of the contract: `/drafts/{id}`. */
export function contractRoutes<Paths>(router: Router): ContractRoutes<Paths> {
  const on =
    (method: Method) =>
    <O>(path: string, handler: Handler<O>): void => {
      const pattern = path.replaceAll(/\{(\w+)\}/g, ':$1');
      router[method]<string, PathOf<O>, unknown, BodyOf<O>, QueryOf<O>>(
        pattern,
        async (request, response) => {
          const answer = await handler({
            params: request.params,
            query: request.query,
            body: request.body,
            get caller() {
              return callerOf(request);
            },
            request,
            response,
          });
          if (answer === sent) return;
          if (answer === undefined) response.status(204).end();
          else if (answer instanceof Answer) reply(response, answer);
          else response.json(answer);
        },
      );
    };
  return { get: on('get'), post: on('post'), put: on('put'), delete: on('delete') };
}

function reply(response: Response, answer: Answer<unknown>): void {
  response.status(answer.status);
  if (answer.body === undefined) response.end();
  else response.json(answer.body);
}
