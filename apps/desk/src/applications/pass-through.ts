import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, RequestHandler } from 'express';
import type { Site } from '../site/site.ts';
import { providerStaffIn } from '../staff/staff.ts';

type Params = Readonly<Record<string, string>>;
const passed = ['content-type', 'content-length', 'content-disposition'] as const;

/** Gives a file on as it comes, in the name of whoever asks; nothing is held here. */
export function passThrough({
  clients,
  config,
}: Site): (pathOf: (params: Params) => string) => RequestHandler<Params> {
  return (pathOf) => async (request: Request<Params>, response) => {
    const { principal } = providerStaffIn(request);
    const url = new URL(pathOf(encoded(request.params)), config.applications);
    const answer = await clients.files(principal)(new Request(url));
    for (const name of passed) {
      const value = answer.headers.get(name);
      if (value !== null) response.set(name, value);
    }
    if (answer.body === null) response.end();
    else await pipeline(Readable.fromWeb(answer.body), response);
  };
}

function encoded(params: Params): Params {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, encodeURIComponent(value)]));
}
