import type { IncomingMessage } from 'node:http';
import express, { type RequestHandler } from 'express';

const rawBodies = new WeakMap<IncomingMessage, Buffer>();

/** The bytes of a JSON body as they came, for signatures over them; empty when there was no body. */
export function rawBodyOf(request: IncomingMessage): Buffer {
  return rawBodies.get(request) ?? Buffer.alloc(0);
}

/** Reads JSON bodies of at most `limit` bytes into `request.body`. `type` says which media types are JSON here. */
export function readJson(limit: number, type: (mediaType: string) => boolean): RequestHandler {
  return express.json({
    limit,
    type: (request) => type(mediaTypeOf(request)),
    verify: (request, _response, bytes) => void rawBodies.set(request, bytes),
  });
}

/** The media type of a request's body in lower case, without parameters; empty when none is named. */
export function mediaTypeOf(request: IncomingMessage): string {
  return (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

export function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}
