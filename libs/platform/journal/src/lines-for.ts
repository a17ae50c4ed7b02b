import type { Caller } from '@kyzmat/auth';
import type { Common } from '@kyzmat/contracts';
import { forbidden } from '@kyzmat/http';
import type { Journal } from './journal.ts';
import type { Line, PageQuery } from './page.ts';

/** The name of who acted, where the person may know it. */
export type NameOf = (line: Line) => Promise<string | undefined>;

const usualLimit = 20;

/**
 * What a process answers to `GET /journal`: lines of the person who asks. Ids of those who acted stay here; a stranger
 * who reached for the data is not named to their owner.
 */
export async function linesFor(
  journal: Pick<Journal, 'page'>,
  caller: Caller,
  query: Partial<Omit<PageQuery, 'subject'>>,
  namesFor: (lines: readonly Line[]) => Promise<NameOf> = () =>
    Promise.resolve(() => Promise.resolve(undefined)),
): Promise<Common['JournalPage']> {
  if (caller.role !== 'user') throw forbidden('user_only');
  const { lines, more } = await journal.page({ limit: usualLimit, ...query, subject: caller.subject });
  const nameOf = await namesFor(lines);
  return { lines: await Promise.all(lines.map(async (line) => shown(line, await nameOf(line)))), more };
}

function shown(line: Line, actorName: string | undefined): Common['JournalLine'] {
  const { id, subject, actor, data, fields, ...rest } = line;
  return {
    ...rest,
    data: [...data],
    ...(fields === undefined ? {} : { fields: [...fields] }),
    ...(actorName === undefined ? {} : { actorName }),
  };
}
