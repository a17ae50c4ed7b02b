import { instant } from '@kyzmat/clock';
import { dataOf } from '@kyzmat/http';
import type { Kit } from '@kyzmat/kit';
import { frameOf, pickText, setFrame, type Pages } from '@kyzmat/web';
import type { RequestHandler } from 'express';
import type { Clients } from '../site/clients.ts';
import { zone } from '../site/formats.ts';
import { remember } from '../site/remember.ts';
import { announced, closing, endOf, type WorksFunction, type WorksWindow } from './windows.ts';
import { formatLocal } from '@kyzmat/working-time';

/** P573-19b: works of the operator, before and while they are done. */
export interface Works {
  /** Puts the announcement upon every page. */
  readonly announce: RequestHandler;
  /** Before what may be closed: while works close it, a page that says until when, and nothing is lost. */
  closes(what: WorksFunction): RequestHandler;
}

const freshMs = 5_000;
const staleMs = 60_000;

export function openWorks(kit: Kit, clients: Clients, pages: Pages): Works {
  const providers = clients.providers(kit.self);
  const load = remember(async () => dataOf(await providers.GET('/works')).works, freshMs, staleMs);
  let known: readonly WorksWindow[] = [];
  /** When nobody can say that works are done, none are: only a window that is known closes. */
  const ask = async (): Promise<readonly WorksWindow[]> => {
    known = await load().catch(() => []);
    return known;
  };

  return {
    announce(_request, response, next) {
      // No page waits for it: the next one has what is asked for now.
      void ask();
      const window = announced(known, instant(kit.clock));
      if (window !== undefined) {
        const { lang } = frameOf(response);
        const [from, to] = [window.from, endOf(window)].map((at) => formatLocal(at, lang, zone));
        const reason = pickText(window.reason, lang);
        const announcement = pages.t(lang)('works.announcement', { from: from ?? '', to: to ?? '', reason });
        setFrame(response, { announcement });
      }
      next();
    },
    closes: (what) => async (request, response, next) => {
      const now = instant(kit.clock);
      const window = closing(await ask(), what, now);
      if (window === undefined) {
        next();
        return;
      }
      const end = endOf(window);
      response.set('Retry-After', String(Math.ceil((Date.parse(end) - Date.parse(now)) / 1000)));
      response.set('Cache-Control', 'no-store');
      const again =
        request.method === 'GET' ? request.originalUrl : request.originalUrl.replace(/\/[^/]*$/u, '');
      pages.render(response, 'works/closed.njk', { what, end, reason: window.reason, again }, 503);
    },
  };
}
