import type { Pages } from '@kyzmat/web';
import type { Express, Request } from 'express';
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
    const offsetMs = await clock.offsetMs();
    if (request.accepts(['json', 'html']) === 'json') {
      response.json({ offsetMs });
      return;
    }
    pages.render(response, 'clock/clock.njk', {
      now: new Date(Date.now() + offsetMs).toISOString(),
      moved: offsetMs !== 0,
      moves: Object.keys(moves),
    });
  });
  web.post('/clock', async (request, response) => {
    const move = moveOf(request);
    if (move === 'reset') await clock.reset();
    else await clock.move(moves[move] ?? 0);
    response.redirect(303, '/clock');
  });
}

function moveOf(request: Request<unknown, unknown, Record<string, unknown> | undefined>): string {
  const move = request.body?.['move'];
  return typeof move === 'string' ? move : '';
}
