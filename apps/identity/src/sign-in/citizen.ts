import { frameOf, type Pages } from '@kyzmat/web';
import type { Express, Request } from 'express';
import type { CurrentProvider } from '../oidc/provider.ts';
import { EsiRefused, type Esi } from '../esi/esi.ts';
import type { Seal } from '../keys/sealed.ts';
import type { EnterThroughEsi } from '../registration/esi-entry.ts';
import type { Entrance } from '../sessions/entrance.ts';
import { interactionOf } from './interaction.ts';
import type { Onward } from './onward.ts';

export interface CitizenSignIn {
  readonly provider: CurrentProvider;
  readonly pages: Pages;
  readonly esi: Esi;
  readonly enterThroughEsi: EnterThroughEsi;
  readonly onward: Onward;
  readonly entrance: Entrance;
  readonly seal: Seal;
  /** Where people go who have signed out at ESI. */
  readonly portal: string;
}

/** A citizen signs in through ESI (P573-22b); the consents come next. */
export function citizenSignIn(web: Express, parts: CitizenSignIn): void {
  const { provider, pages, esi, enterThroughEsi, onward, entrance, seal, portal } = parts;

  web.post('/interaction/:uid/esi', async (request, response) => {
    const { id } = await interactionOf(provider, request, response);
    response.redirect(303, await esi.begin(id));
  });

  // ESI knows one address to come back to; the interaction's cookie is good for its own address only.
  web.get('/esi/callback', async (request, response) => {
    const query = queryOf(request);
    const interaction = await esi.interactionOf(query.get('state') ?? '');
    if (interaction === undefined) {
      pages.render(response, 'sign-in/again.njk', {}, 401);
      return;
    }
    response.redirect(303, `/interaction/${interaction}/esi?${query.toString()}`);
  });

  web.get('/esi/signed-out', (_request, response) => response.redirect(303, portal));

  web.get('/interaction/:uid/esi', async (request, response) => {
    const interaction = await interactionOf(provider, request, response);
    try {
      const { claims, idToken } = await esi.finish(queryOf(request));
      const language = frameOf(response).lang === 'ky' ? 'ky' : 'ru';
      const { subject, actor } = await enterThroughEsi(claims, language);
      const entering = {
        subject: subject._id,
        actor: actor._id,
        route: 'esi',
        esiToken: seal.seal(idToken),
      } as const;
      response.redirect(303, await onward(interaction.id, entering));
    } catch (error) {
      if (!(error instanceof EsiRefused)) throw error;
      await entrance.refused(request, { route: 'esi', reason: 'esi_refused' });
      pages.render(response, 'sign-in/citizen.njk', { uid: interaction.id, refused: true }, 422);
    }
  });
}

function queryOf(request: Request): URLSearchParams {
  return new URLSearchParams(request.originalUrl.split('?', 2)[1]);
}
