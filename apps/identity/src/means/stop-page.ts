import type { CommonConfig } from '@kyzmat/kit';
import type { Pages } from '@kyzmat/web';
import type { Express } from 'express';
import type { MeansChanges } from './changes.ts';

export interface StopPage {
  readonly pages: Pages;
  readonly config: Pick<CommonConfig, 'portal'>;
  readonly changes: MeansChanges;
  readonly endSessionsOf: (person: string) => Promise<unknown>;
}

/** What the stop link opens, in any browser. Opening it changes nothing; only the button does. */
export function stopPage(web: Express, { pages, config, changes, endSessionsOf }: StopPage): void {
  web.get('/means/stop/:token', async (request, response) => {
    const { token } = request.params;
    const found = await changes.byStop(token);
    if (found === undefined) pages.render(response, 'recovery/gone.njk', { portal: config.portal }, 410);
    else pages.render(response, 'means/stop.njk', { token, state: found.state });
  });

  web.post('/means/stop/:token', async (request, response) => {
    const found = await changes.byStop(request.params.token);
    if (found === undefined) {
      pages.render(response, 'recovery/gone.njk', { portal: config.portal }, 410);
      return;
    }
    // Too late to stop: what counts by now is changed back only by who proves anew who they are.
    const stopped = found.state === 'done' ? false : await changes.stop(found.person);
    if (stopped) await endSessionsOf(found.person);
    pages.render(response, 'means/stop.njk', {
      token: '',
      state: found.state === 'done' ? 'done' : 'stopped',
    });
  });
}
