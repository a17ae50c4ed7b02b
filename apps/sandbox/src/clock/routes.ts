import type { Pages } from '@kyzmat/web';
import type { Express } from 'express';
import { queryText, textIn } from '../input.ts';
import type { DemoTime } from './clock.ts';

const hourMs = 3_600_000;
const moves: Readonly<Record<string, number>> = {
  hour: hourMs,
  day: 24 * hourMs,
  week: 7 * 24 * hourMs,
};

/** The demo clock: processes read it as JSON, people move it with buttons. Time only goes forward, but for a reset. */
export function clockRoutes(web: Express, pages: Pages, clock: DemoTime): void {
  web.get('/clock', async (request, response) => {
    const by = queryText(request.query['by']);
    const has = Number(queryText(request.query['offset']));
    if (by !== undefined && Number.isSafeInteger(has)) {
      response.json({ offsetMs: await clock.follow(by, has) });
      return;
    }
    const [offsetMs, now] = await Promise.all([clock.offsetMs(), clock.now()]);
    if (request.accepts(['json', 'html']) === 'json') {
      response.json({ offsetMs });
      return;
    }
    pages.render(response, 'clock/clock.njk', {
      now,
      moved: offsetMs !== 0,
      moves: Object.keys(moves),
    });
  });
  web.post('/clock', async (request, response) => {
    const move = textIn(request.body, 'move');
    if (move === 'reset') await clock.reset();
    else await clock.move(move === 'to' ? await aheadTo(textIn(request.body, 'at')) : (moves[move] ?? 0));
    response.redirect(303, '/clock');
  });

  /** How far it is to a given instant; nothing for the past and for what is no instant. */
  async function aheadTo(at: string): Promise<number> {
    const ahead = Date.parse(at) - Date.parse(await clock.now());
    return Number.isNaN(ahead) ? 0 : Math.max(0, Math.round(ahead));
  }
}
