import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ServiceFetch } from '@kyzmat/http';
import type { Response } from 'express';

const passed = ['content-type', 'content-disposition', 'content-length'] as const;

/** Passes a document of another process on to the browser while it arrives. */
export async function passOn(response: Response, fetch: ServiceFetch, url: string): Promise<void> {
  const answer = await fetch(new Request(url));
  for (const name of passed) {
    const value = answer.headers.get(name);
    if (value !== null) response.setHeader(name, value);
  }
  if (answer.body === null) response.end();
  else await pipeline(Readable.fromWeb(answer.body), response);
}
