import type { CommonConfig } from '@kyzmat/kit';
import type { Pages } from '@kyzmat/web';
import type { Express } from 'express';
import Provider, { type Configuration } from 'oidc-provider';
import type { OwnConfig } from '../config.ts';
import { textIn } from '../input.ts';
import { people } from './people.ts';

const profile = [
  'name',
  'family_name',
  'given_name',
  'middle_name',
  'pin',
  'birthdate',
  'gender',
  'phone_number',
  'email',
  'address',
  'organisation',
];

/** Stand-in for the unified identification system: an OpenID provider that lets one choose who to be. */
export function esiRoutes(web: Express, pages: Pages, config: CommonConfig & OwnConfig): void {
  const provider = new Provider(`${config.sandbox}/esi`, configuration(config));

  web.get('/esi/interaction/:uid', async (request, response) => {
    const { uid } = await provider.interactionDetails(request, response);
    pages.render(response, 'esi/choose.njk', { uid, people });
  });
  web.post('/esi/interaction/:uid', async (request, response) => {
    const chosen = textIn(request.body, 'person');
    const accountId = people.find(({ id }) => id === chosen)?.id;
    const result =
      accountId === undefined
        ? { error: 'access_denied', error_description: 'The person did not sign in' }
        : { login: { accountId } };
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  });
  // Its sessions last a second, so there is none to end: what is left of signing out is the way back.
  web.get('/esi/session/end', (_request, response) => {
    response.redirect(303, `${config.identity}/esi/signed-out`);
  });
  web.use('/esi', provider.callback());
}

function configuration(config: CommonConfig & OwnConfig): Configuration {
  return {
    clients: [
      {
        client_id: 'kyzmat',
        client_secret: config.esiClientSecret.reveal(),
        redirect_uris: [`${config.identity}/esi/callback`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    claims: { openid: ['sub'], profile },
    conformIdTokenClaims: false,
    findAccount: (_context, id) => {
      const person = people.find((each) => each.id === id);
      return person && { accountId: id, claims: () => ({ sub: id, ...person.claims }) };
    },
    // Who came this far has agreed at the real system; the stand-in has no consents of its own.
    async loadExistingGrant(context) {
      const { client, session } = context.oidc;
      if (client === undefined || session?.accountId === undefined) return undefined;
      const grant = new context.oidc.provider.Grant({
        clientId: client.clientId,
        accountId: session.accountId,
      });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
    interactions: { url: (_context, { uid }) => `/esi/interaction/${uid}` },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
    cookies: {
      keys: [config.esiClientSecret.reveal()],
      names: { session: 'esi_session', interaction: 'esi_interaction', resume: 'esi_resume' },
    },
    // Each entry asks who to be: the demonstration lives from changing roles.
    ttl: { Session: 1, Interaction: 600, Grant: 600, AccessToken: 300, AuthorizationCode: 60, IdToken: 300 },
  };
}
