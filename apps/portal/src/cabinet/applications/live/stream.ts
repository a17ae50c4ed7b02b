import { dataOf, Problem } from '@kyzmat/http';
import { signedIn } from '@kyzmat/web-session';
import type { Express, Request } from 'express';
import type { Site } from '../../../site/site.ts';
import { loadApplication } from '../load.ts';

/** Keeps the line open through proxies, and is when the session is looked at again. */
const beatMs = 15_000;
/** Enough for somebody with many windows; a program gets no more. */
const mostOfPerson = 10;
const mostOfAll = 5_000;

interface Stream {
  readonly person: string;
  readonly session: string | undefined;
  end(): void;
}

/** The streams that are open: so many in all and of each person. */
export interface Streams {
  /** Gives back how to forget the stream. Throws too_many_streams. */
  admit(stream: Stream): () => void;
  /** Somebody signs out here: the streams of the session end at once. */
  signedOut(session: string | undefined): void;
  /** The portal leaves. */
  close(): void;
}

export function openStreams(): Streams {
  const open = new Set<Stream>();
  const end = (which: (stream: Stream) => boolean): void => {
    for (const stream of [...open].filter(which)) stream.end();
  };
  return {
    admit(stream) {
      const own = [...open].filter(({ person }) => person === stream.person);
      // The page asks by itself from time to time then, as it does without this stream.
      if (own.length >= mostOfPerson || open.size >= mostOfAll) {
        throw new Problem(503, 'too_many_streams', 'The page asks by itself now and then.');
      }
      open.add(stream);
      return () => open.delete(stream);
    },
    signedOut: (session) => end((stream) => stream.session === session),
    close: () => end(() => true),
  };
}

/**
 * Says to an open page that its application has changed, and nothing else: what changed it asks for with its own session.
 * Ends with the session: at once where the person signs out, and before the next word where the session ended elsewhere
 * or by time. Ends too when the portal leaves; the browser then comes again by itself.
 */
export function streamRoutes(web: Express, site: Site, streams: Streams): void {
  web.get('/cabinet/applications/:id/events', async (request, response) => {
    const application = await loadApplication(site, request, response);
    const { person = '', session } = signedIn(request) ?? {};
    let stop = (): void => undefined;
    const end = (): void => {
      stop();
      response.end();
    };
    const whileOpen = async (word: string): Promise<void> => {
      const still = await holds(site, request);
      if (!still) end();
      else if (!response.writableEnded) response.write(word);
    };
    const free = streams.admit({ person, session, end });
    const unwatch = site.changes.watch(application.id, () => void whileOpen(changed));
    const beat = setInterval(() => void whileOpen(':\n\n'), beatMs);
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
    if (request.query['version'] !== String(application.version)) response.write(changed);
  });
}

const changed = 'event: changed\ndata: -\n\n';

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
