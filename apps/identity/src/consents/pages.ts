import type { Pages } from '@kyzmat/web';
import type { Express, Request, Response } from 'express';
import type { CurrentProvider } from '../oidc/provider.ts';
import type { Persons } from '../persons/store.ts';
import type { Entrance, Entering } from '../sessions/entrance.ts';
import { interactionOf, posted } from '../sign-in/interaction.ts';
import type { Steps } from '../sign-in/steps.ts';
import type { Agreement } from './agreements.ts';
import type { Consents } from './consents.ts';

export interface ConsentPages {
  readonly provider: CurrentProvider;
  readonly pages: Pages;
  readonly persons: Persons;
  readonly consents: Consents;
  readonly steps: Steps;
  readonly entrance: Entrance;
}

/**
 * The last step of every route: both consents are asked before services open (P573-14c). Who had a cabinet before and
 * has withdrawn may enter without: services stay closed, results and history stay reachable.
 */
export function consentPages(web: Express, parts: ConsentPages): void {
  const { provider, pages, persons, consents, steps, entrance } = parts;

  web.get('/interaction/:uid/consents', (request, response) => answer(request, response, false));
  web.post('/interaction/:uid/consents', (request, response) => answer(request, response, true));

  async function answer(
    request: Request<{ uid: string }>,
    response: Response,
    answered: boolean,
  ): Promise<void> {
    const { id } = await interactionOf(provider, request, response);
    const step = await steps.get(id, 'consents');
    if (step === undefined) {
      response.redirect(303, `/interaction/${id}`);
      return;
    }
    const { kind: _, ...entering } = step;
    const missing = await consents.missing(entering.subject, entering.actor);
    const asked = consents.inForce().filter(({ kind }) => missing.some((each) => each.kind === kind));
    const mayWait = (await persons.get(entering.subject)).registeredAt !== undefined;
    const waits = mayWait && posted(request, 'later') === 'yes';
    const refused = asked.filter((each) => !isAgreed(request, each));
    if (asked.length > 0 && !waits && (!answered || refused.length > 0)) {
      const errors = answered ? refused.map(errorOf) : [];
      const given = asked.filter((each) => !refused.includes(each)).map(({ kind }) => kind);
      const view = { uid: id, missing: asked, given, errors, mayWait };
      pages.render(response, 'consents/consents.njk', view, answered ? 422 : 200);
      return;
    }
    if (!waits) await consents.give(missing, { route: entering.route, by: entering.actor });
    await goIn(request, response, id, entering);
  }

  async function goIn(request: Request, response: Response, id: string, entering: Entering): Promise<void> {
    await steps.clear(id);
    await entrance.enter(request, response, entering);
  }
}

/** Ticked, and the text that was shown is still the one in force. */
function isAgreed(request: Request, { kind, version }: Agreement): boolean {
  const shown = posted(request, `${kind}_version`);
  return posted(request, kind) === 'yes' && (shown === '' || shown === version);
}

/** Both are needed: without them the law keeps services closed. */
function errorOf({ kind, title }: Agreement): object {
  return {
    kind,
    href: `#f-${kind}`,
    error: {
      what: {
        ky: `«${title.ky}» белгиленген эмес`,
        ru: `Не отмечено: «${title.ru}»`,
        en: `Not ticked: “${title.en ?? title.ru}”`,
      },
      mend: {
        ky: 'Окуп чыгып, макул болсоңуз белгилеңиз. Ансыз кызматтар ачылбайт.',
        ru: 'Прочитайте и отметьте, если согласны. Без этого услуги закрыты.',
        en: 'Read it and tick it if you agree. Without it services stay closed.',
      },
    },
  };
}
