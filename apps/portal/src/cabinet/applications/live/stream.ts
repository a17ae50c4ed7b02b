import { dataOf, Problem } from '@kyzmat/http';
import { signedIn } from '@kyzmat/web-session';
import type { Express, Request, Response } from 'express';
import type { Site } from '../../../site/site.ts';
import { loadApplication } from '../load.ts';

/** Keeps the line open through proxies, and is when the session is looked at again. */
const beatMs = 15_000;
/** Enough for somebody with many windows; a program gets no more. */
const mostOfPerson = 10;
const mostOfAll = 5_000;

/** How many streams are open, in all and of each person; all end when the portal leaves. */
interface Streams {
  admit(person: string, end: () => void): () => void;
  close(): void;
}

export function openStreams(): Streams {
  const open = new Map<string, Set<() => void>>();
  const all = (): (() => void)[] => [...open.values()].flatMap((ends) => [...ends]);
  return {
    admit(person, end) {
      const own = open.get(person) ?? new Set();
      // The page asks by itself from time to time then, as it does without this stream.
      if (own.size >= mostOfPerson || all().length >= mostOfAll) {
        throw new Problem(503, 'too_many_streams', 'The page asks by itself now and then.');
      }
      open.set(person, own.add(end));
      return () => {
        own.delete(end);
        if (own.size === 0 && open.get(person) === own) open.delete(person);
      };
    },
    close: () => all().forEach((end) => end()),
  };
}

/**
 * Says to an open page that its application has changed, and nothing else: what changed it asks for with its own session.
 * Ends with the session, and when the portal leaves; the browser then comes again by itself.
 */
export function streamRoutes(web: Express, site: Site, streams: Streams): void {
  web.get('/cabinet/applications/:id/events', async (request, response) => {
    const application = await loadApplication(site, request, response);
    let stop = (): void => undefined;
    const end = (): void => {
      stop();
      response.end();
    };
    const free = streams.admit(signedIn(request)?.person ?? '', end);
    const unwatch = site.changes.watch(application.id, () => say(response, 'changed'));
    const beat = setInterval(() => {
      response.write(':\n\n');
      void holds(site, request).then((still) => {
        if (!still) end();
      });
    }, beatMs);
    stop = () => {
      clearInterval(beat);
      unwatch();
      free();
    };
    response.on('close', stop);
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    });
    response.write('retry: 3000\n\n');
    // What happened between the page and this stream, also before coming again.
    if (request.query['version'] !== String(application.version)) say(response, 'changed');
  });
}

function say(response: Response, event: string): void {
  response.write(`event: ${event}\ndata: -\n\n`);
}

/** Signed out here, elsewhere or by time, the stream ends; while nobody can tell, it only stays silent about nothing new. */
async function holds({ clients, kit }: Site, request: Request): Promise<boolean> {
  const person = signedIn(request);
  if (person === undefined || !(await isStored(request))) return false;
  try {
    const params = { path: { id: person.session ?? '-' } };
    return dataOf(await clients.identity(kit.self).GET('/sessions/{id}', { params })).open;
  } catch {
    return true;
  }
}

function isStored(request: Request): Promise<boolean> {
  return new Promise((resolve) => {
    request.sessionStore.get(request.sessionID, (error: unknown, session) => {
      // A store that does not answer says nothing about the session.
      resolve((error !== null && error !== undefined) || (session !== null && session !== undefined));
    });
  });
}
