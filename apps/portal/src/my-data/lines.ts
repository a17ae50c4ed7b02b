import type { Principal } from '@kyzmat/auth';
import type { Common } from '@kyzmat/contracts';
import { dataOf } from '@kyzmat/http';
import type { Clients } from '../site/clients.ts';

export type Line = Common['JournalLine'];

interface LinesQuery {
  readonly application?: string;
  readonly provider?: string;
  readonly before?: string;
  readonly limit: number;
}
interface Lines {
  readonly lines: readonly Line[];
  /** `before` of the page that follows. */
  readonly next?: string;
}

/** The journals of all processes that give personal data out, as one, newest first. */
export async function linesOf(clients: Clients, principal: Principal, query: LinesQuery): Promise<Lines> {
  const params = { query };
  const pages = await Promise.all([
    clients.applications(principal).GET('/journal', { params }).then(dataOf),
    clients.identity(principal).GET('/journal', { params }).then(dataOf),
    clients.tunduk(principal).GET('/journal', { params }).then(dataOf),
    clients.payments(principal).GET('/journal', { params }).then(dataOf),
  ]);
  // Keyed by the cursor: the same use, written again after the database failed over, is one line.
  const unique = new Map(pages.flatMap((page) => page.lines).map((line) => [line.cursor, line]));
  const all = [...unique.values()].toSorted((a, b) => (a.cursor < b.cursor ? 1 : -1));
  const lines = all.slice(0, query.limit);
  const last = lines.at(-1);
  const more = all.length > lines.length || pages.some((page) => page.more);
  return { lines, ...(more && last !== undefined ? { next: last.cursor } : {}) };
}
