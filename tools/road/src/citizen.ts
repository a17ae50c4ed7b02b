import type { ApplicationsApi, IdentityApi, NotificationsApi, PaymentsApi } from '@kyzmat/contracts';
import type { Principal } from '@kyzmat/auth';
import type { World } from '@kyzmat/world';
import { clientOf } from './clients.ts';
import { memberOf } from './outside.ts';
import { Visitor } from './visitor.ts';

/** A demo citizen who has signed in, with the services as the portal would call them in their name. */
export interface Citizen {
  readonly principal: Principal;
  readonly phone: string;
  readonly email: string;
  readonly applications: ReturnType<typeof clientOf<ApplicationsApi>>;
  readonly identity: ReturnType<typeof clientOf<IdentityApi>>;
  readonly notifications: ReturnType<typeof clientOf<NotificationsApi>>;
  readonly payments: ReturnType<typeof clientOf<PaymentsApi>>;
}

const phones: Readonly<Record<string, string>> = {
  aigul: '+996700000001',
  bakyt: '+996700000002',
  nazira: '+996700000003',
};
/** A pair of RFC 7636, appendix B: the tests are their own client. */
const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

/** Signs in through identity and ESI, gives both consents, and redeems the code as the portal does. */
export async function signIn(world: World, person: 'aigul' | 'bakyt' | 'nazira'): Promise<Citizen> {
  const { urls } = world;
  const visitor = new Visitor();
  const redirectUri = `${urls.portal}/auth/callback`;
  const query = new URLSearchParams({
    client_id: 'portal',
    response_type: 'code',
    scope: 'openid profile roles',
    redirect_uri: redirectUri,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    prompt: 'login',
    state: 'road',
  });
  const start = await visitor.get(`${urls.identity}/auth?${query.toString()}`);
  const choose = await visitor.post(`${withoutQuery(start.url)}/esi`, {});
  const chosen = await visitor.post(choose.url, { person }, urls.portal);
  const agreed = chosen.url.startsWith(urls.portal)
    ? chosen
    : await visitor.post(chosen.url, { user_agreement: 'yes', personal_data: 'yes' }, urls.portal);
  const code = new URL(agreed.url).searchParams.get('code');
  if (code === null) throw new Error(`Sign-in ended at ${agreed.url}`);
  return citizenOf(
    world,
    await redeem(world, code, redirectUri),
    phones[person] ?? '',
    `${person}@example.kg`,
  );
}

function withoutQuery(url: string): string {
  return url.split('?', 1)[0] ?? url;
}

async function redeem(world: World, code: string, redirectUri: string): Promise<Principal> {
  const response = await fetch(`${world.urls.identity}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
      code_verifier: verifier,
      client_id: 'portal',
      client_secret: world.platform.place.secrets.values['OIDC_CLIENT_SECRET_PORTAL'] ?? '',
    }),
  });
  const token = memberOf(await response.json(), 'id_token');
  if (typeof token !== 'string') throw new Error('No ID token');
  const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
  return {
    subject: String(memberOf(claims, 'person')),
    actor: String(memberOf(claims, 'act')),
    role: 'user',
  };
}

function citizenOf(world: World, principal: Principal, phone: string, email: string): Citizen {
  return {
    principal,
    phone,
    email,
    applications: clientOf<ApplicationsApi>(world, 'portal', 'applications', principal),
    identity: clientOf<IdentityApi>(world, 'portal', 'identity', principal),
    notifications: clientOf<NotificationsApi>(world, 'portal', 'notifications', principal),
    payments: clientOf<PaymentsApi>(world, 'portal', 'payments', principal),
  };
}
