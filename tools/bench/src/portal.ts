import type { Visitor } from '@kyzmat/road';
import { draft, principalOf, signIn, type Person } from './citizens.ts';
import { codeOf } from './codes.ts';
import { measure, together, type Measured } from './measure.ts';
import type { Platform } from './platform.ts';

/** A session with a draft whose code has come: one post is left. */
interface Waiting {
  readonly visitor: Visitor;
  readonly address: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Whoever asks for twenty codes and gives none back has to wait. */
const codesAtOnce = 16;

interface Session {
  readonly person: Person;
  readonly visitor: Visitor;
}

/**
 * The portal's own door: each caller is a browser with a session, and posts its code once. A session signs one draft at
 * a time, so all sessions go together, `rounds` times.
 */
export async function portalDoor(
  platform: Platform,
  people: readonly Person[],
  callers: number,
  rounds: number,
): Promise<Measured> {
  const sessions = await Promise.all(
    people.map(async (person): Promise<Session[]> => {
      const own: Session[] = [];
      while (own.length < Math.min(callers / people.length, codesAtOnce))
        own.push({ person, visitor: await again(() => signIn(platform, person)) });
      return own;
    }),
  );
  const runs: Measured[] = [];
  for (let round = 0; round < rounds; round++) {
    // One after another for a person: the newest code on the telephone is the right one.
    const waiting = await Promise.all(
      sessions.map(async (own) => {
        const ready: Waiting[] = [];
        for (const session of own) ready.push(await again(() => untilCode(platform, session)));
        return ready;
      }),
    );
    const jobs = waiting.flat().map(
      ({ visitor, address, fields }) =>
        async () =>
          (await again(() => visitor.post(address, fields, platform.urls.portal))).url.endsWith(
            '/confirmation',
          ),
    );
    runs.push(await measure(callers, jobs));
  }
  return together(runs);
}

async function untilCode(platform: Platform, { person, visitor }: Session): Promise<Waiting> {
  const ready = await draft(platform, await principalOf(platform, person));
  const address = `${platform.urls.portal}/cabinet/drafts/${ready.id}/sign`;
  const page = await visitor.get(address);
  const asked = await visitor.post(address, { _csrf: csrfIn(page.text), resultForm: 'document' });
  const code = await codeOf(platform, person.phone);
  return { visitor, address: `${address}/code`, fields: { _csrf: csrfIn(asked.text), code } };
}

function csrfIn(page: string): string {
  const token = /name="_csrf" value="([^"]+)"/u.exec(page)?.[1];
  if (token === undefined) throw new Error('The page has no form of this session');
  return token;
}

/** Once more when a connection was just closed for being idle, as a browser does. */
async function again<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof TypeError) return act();
    throw error;
  }
}
