import type { Identity } from '@kyzmat/contracts';
import { dataOf, notFound } from '@kyzmat/http';
import { postedFields, type FieldError } from '@kyzmat/web';
import { ownAddress } from '@kyzmat/web-session';
import type { Express, Request, Response } from 'express';
import { missingConsents } from '../../auth/open-sessions.ts';
import { principalOf, userOf } from '../../auth/user.ts';
import { remember } from '../../site/remember.ts';
import type { Site } from '../../site/site.ts';

type Agreement = Identity['Agreement'];
const freshMs = 5_000;

/** P573-14c, P573-8i: the texts for everybody; one's own consents with their history; giving and withdrawing them. */
export function consentRoutes(web: Express, { pages, clients, kit }: Site): void {
  const all = remember(
    async () => dataOf(await clients.identity(kit.self).GET('/agreements')).agreements,
    freshMs,
  );

  web.get('/agreements', async (_request, response) => {
    pages.render(response, 'account/consents/texts.njk', { agreements: (await all()).filter(isInForce) });
  });

  web.get('/agreements/:kind{/:version}', async (request, response) => {
    const { kind, version } = request.params;
    const versions = (await all()).filter((each) => each.kind === kind);
    const agreement = versions.find((each) =>
      version === undefined ? isInForce(each) : each.version === version,
    );
    if (agreement === undefined) throw notFound('No such text.');
    pages.render(response, 'account/consents/text.njk', {
      agreement,
      others: versions.filter((each) => each.version !== agreement.version),
    });
  });

  web.get('/account/consents', (request, response) => show(request, response));

  web.post('/account/consents', async (request, response) => {
    const posted = postedFields(request.body);
    const asked = await askedOf(request);
    const refused = asked.filter(
      ({ kind, version }) => posted[kind] !== 'yes' || posted[`${kind}_version`] !== version,
    );
    if (refused.length > 0) {
      await show(request, response, refused);
      return;
    }
    const identity = clients.identity(principalOf(request));
    for (const { person, kind, version } of missingConsents(request)) {
      const body = { consents: [{ kind, version }] };
      dataOf(await identity.POST('/persons/{id}/consents', { params: { path: { id: person } }, body }));
    }
    response.redirect(303, ownAddress(posted['to']) ?? '/account/consents');
  });

  web.get('/account/consents/:kind/withdraw', async (request, response) => {
    const agreement = (await all()).find((each) => isInForce(each) && each.kind === request.params.kind);
    if (agreement === undefined) throw notFound('No such consent.');
    pages.render(response, 'account/consents/withdraw.njk', { agreement });
  });

  web.post('/account/consents/:kind/withdraw', async (request, response) => {
    const kind = kindOf(request.params.kind);
    const identity = clients.identity(principalOf(request));
    const params = { path: { id: userOf(request).person, kind } };
    dataOf(await identity.POST('/persons/{id}/consents/{kind}/withdrawal', { params }));
    response.redirect(303, '/account/consents');
  });

  /** The texts that are missing; one box stands for the person acted for and for who acts. */
  async function askedOf(request: Request): Promise<readonly (Agreement & { person: string })[]> {
    const missing = missingConsents(request);
    return (await all()).flatMap((agreement) => {
      const lack = missing.find(
        ({ kind, version }) => kind === agreement.kind && version === agreement.version,
      );
      return lack === undefined ? [] : [{ ...agreement, person: lack.person }];
    });
  }

  async function show(
    request: Request,
    response: Response,
    refused: readonly Agreement[] = [],
  ): Promise<void> {
    const { person } = userOf(request);
    const params = { path: { id: person } };
    const [asked, agreements, answer] = await Promise.all([
      askedOf(request),
      all(),
      clients.identity(principalOf(request)).GET('/persons/{id}/consents', { params }),
    ]);
    const { consents } = dataOf(answer);
    const given = postedFields(request.body);
    const view = {
      asked: asked.map((each) => ({ ...each, ticked: given[each.kind] === 'yes' })),
      agreements: agreements.filter(isInForce).map((agreement) => ({
        ...agreement,
        given: consents.find(
          (each) =>
            each.kind === agreement.kind &&
            each.version === agreement.version &&
            each.withdrawnAt === undefined,
        ),
      })),
      titles: Object.fromEntries(agreements.map(({ kind, title }) => [kind, title])),
      history: consents.toReversed(),
      to: ownAddress(given['to'] ?? request.query['to']),
      errors: refused.map((each) => ({ error: notTicked(each), href: `#f-${each.kind}` })),
      fieldErrors: Object.fromEntries(refused.map((each) => [each.kind, [notTicked(each)]])),
    };
    pages.render(response, 'account/consents/consents.njk', view, refused.length > 0 ? 422 : 200);
  }
}

function isInForce({ inForce }: Agreement): boolean {
  return inForce;
}

function kindOf(text: string): Agreement['kind'] {
  if (text !== 'user_agreement' && text !== 'personal_data') throw notFound('No such consent.');
  return text;
}

function notTicked({ title }: Agreement): FieldError {
  return {
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
  };
}
