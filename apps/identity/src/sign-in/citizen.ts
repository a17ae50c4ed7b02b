import { instant, type Clock } from '@kyzmat/clock';
import { frameOf, type Pages } from '@kyzmat/web';
import type { Express, Request, Response } from 'express';
import type Provider from 'oidc-provider';
import { missingConsents, type Agreement } from '../consents/agreements.ts';
import { EsiRefused, type Esi } from '../esi/esi.ts';
import { accountOf } from '../oidc/accounts.ts';
import type { Persons } from '../persons/store.ts';
import { finish, interactionOf, posted } from './interaction.ts';
import type { Steps } from './steps.ts';

export interface CitizenSignIn {
  readonly provider: Provider;
  readonly pages: Pages;
  readonly esi: Esi;
  readonly persons: Persons;
  readonly steps: Steps;
  readonly clock: Clock;
}

/** A citizen signs in through ESI (P573-22b); both consents are asked before the cabinet opens (P573-14c). */
export function citizenSignIn(web: Express, parts: CitizenSignIn): void {
  const { provider, pages, esi, persons, steps, clock } = parts;

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

  web.get('/interaction/:uid/esi', async (request, response) => {
    const interaction = await interactionOf(provider, request, response);
    try {
      const claims = await esi.finish(queryOf(request));
      const language = frameOf(response).lang === 'ky' ? 'ky' : 'ru';
      const { subject, actor } = await persons.enter(claims, language);
      await steps.put(interaction.id, { kind: 'consents', subject: subject._id, actor: actor._id });
      response.redirect(303, `/interaction/${interaction.id}/consents`);
    } catch (error) {
      if (!(error instanceof EsiRefused)) throw error;
      pages.render(response, 'sign-in/citizen.njk', { uid: interaction.id, refused: true }, 422);
    }
  });

  web.get('/interaction/:uid/consents', async (request, response) => {
    await consents(request, response, false);
  });
  web.post('/interaction/:uid/consents', async (request, response) => {
    await consents(request, response, true);
  });

  async function consents(request: Request, response: Response, answered: boolean): Promise<void> {
    const { id } = await interactionOf(provider, request, response);
    const step = await steps.get(id, 'consents');
    if (step === undefined) {
      response.redirect(303, `/interaction/${id}`);
      return;
    }
    const missing = missingConsents(await persons.get(step.subject));
    const refused = missing.filter(({ kind }) => posted(request, kind) !== 'yes');
    if (missing.length > 0 && (!answered || refused.length > 0)) {
      const errors = answered ? refused.map(errorOf) : [];
      const given = missing.filter((each) => !refused.includes(each)).map(({ kind }) => kind);
      const view = { uid: id, missing, given, errors };
      pages.render(response, 'sign-in/consents.njk', view, answered ? 422 : 200);
      return;
    }
    const at = instant(clock);
    const given = missing.map(({ kind, version }) => ({ kind, version, givenAt: at }));
    await persons.addConsents(step.subject, given, at);
    await steps.clear(id);
    await finish(provider, request, response, accountOf(step.subject, step.actor));
  }
}

function queryOf(request: Request): URLSearchParams {
  return new URLSearchParams(request.originalUrl.split('?', 2)[1]);
}

/** Both are needed: without them the law keeps services closed. */
function errorOf({ kind, title }: Agreement): object {
  return {
    kind,
    href: `#f-${kind}`,
    error: {
      what: { ky: `«${title.ky}» белгиленген эмес`, ru: `Не отмечено: «${title.ru}»` },
      mend: {
        ky: 'Окуп чыгып, макул болсоңуз белгилеңиз. Ансыз кызматтар ачылбайт.',
        ru: 'Прочитайте и отметьте, если согласны. Без этого услуги закрыты.',
      },
    },
  };
}
