import { contractPath, type IdentityApi } from '@kyzmat/contracts';
import { createService } from '@kyzmat/http';
import { anchorEvery, openJournal, type Anchoring } from '@kyzmat/journal';
import { contractRoutes, type App, type CommonConfig, type Kit } from '@kyzmat/kit';
import { webApp } from '@kyzmat/web';
import { openCodes } from './codes/codes.ts';
import { agreements, type Agreement } from './consents/agreements.ts';
import { openConsents } from './consents/consents.ts';
import { consentRoutes } from './consents/routes.ts';
import type { OwnConfig } from './config.ts';
import { documentRoutes } from './documents/routes.ts';
import { openSigners } from './documents/signers.ts';
import { eMessages } from './e-message.ts';
import { openEsi } from './esi/esi.ts';
import { openAnchors } from './journal/anchors.ts';
import { openExports } from './journal/exports.ts';
import { journalRoutes } from './journal/routes.ts';
import { keysFor } from './keys/keys.ts';
import { createSeal } from './keys/sealed.ts';
import { accounts } from './oidc/accounts.ts';
import { openOidcStore } from './oidc/adapter.ts';
import { openProvider } from './oidc/provider.ts';
import { identityPages } from './pages.ts';
import { personRoutes } from './persons/routes.ts';
import { openPersons } from './persons/store.ts';
import { openEntrance } from './sessions/entrance.ts';
import { openAccessFacts } from './sessions/facts.ts';
import { sessionRoutes } from './sessions/routes.ts';
import { openSessions } from './sessions/sessions.ts';
import { signInRoutes } from './sign-in/routes.ts';
import { openSteps } from './sign-in/steps.ts';
import { openThrottle } from './sign-in/throttle.ts';
import { signingRoutes } from './signing/routes.ts';
import { openSigner } from './signing/signer.ts';
import { staffRoutes } from './staff/routes.ts';
import { openStaff } from './staff/store.ts';

/** Who is who: sign-in as an OpenID provider, consents, staff, and the signatures that people and signers give. */
export async function createApp(
  kit: Kit,
  config: CommonConfig & OwnConfig,
  published: readonly Agreement[] = agreements,
): Promise<App> {
  const { store, clock, telemetry } = kit;
  const seal = createSeal(config.sessionSecret.reveal());
  const [oidcKeys, signingKeys] = await Promise.all([
    keysFor('oidc', store, seal, new Date()),
    keysFor('signing', store, seal, new Date()),
  ]);
  const journal = openJournal(kit);
  const anchors = openAnchors(kit);
  const exports = openExports(store, journal);
  let anchoring: Anchoring | undefined;
  const persons = openPersons(store);
  const staff = openStaff(store);
  const steps = openSteps(store);
  const throttle = openThrottle(store);
  const oidcStore = openOidcStore(store);
  const sessions = openSessions(store);
  const facts = openAccessFacts(store);
  const consents = openConsents(store, { persons, clock, published });
  const signers = openSigners(config.certificatesDir);
  const codes = openCodes(
    store,
    eMessages(config.eMessageUrl ?? `${config.sandbox}/e-message`, () => config.eMessageToken.reveal()),
  );
  const esiIssuer = config.esiIssuer ?? `${config.sandbox}/esi`;
  const esi = await openEsi(store, {
    issuer: esiIssuer,
    clientSecret: () => config.esiClientSecret.reveal(),
    redirectUri: `${config.identity}/esi/callback`,
    signedOutUri: `${config.identity}/esi/signed-out`,
  });
  const findAccount = accounts(kit, persons, staff);
  const provider = openProvider(kit, config, { keys: oidcKeys, sessions: oidcStore, findAccount });
  const sign = await openSigner(signingKeys);
  const pages = identityPages(config);
  const web = webApp({
    pages,
    https: config.identity.startsWith('https:'),
    formOrigins: [new URL(esiIssuer).origin, config.portal, config.desk],
  });
  signInRoutes(web, kit, config, {
    provider,
    pages,
    esi,
    persons,
    staff,
    codes,
    steps,
    throttle,
    findAccount,
    consents,
    entrance: openEntrance({ provider, persons, sessions, facts, clock }),
    seal,
    portal: config.portal,
  });

  return {
    http: createService({
      name: 'identity',
      contract: contractPath('identity'),
      verifier: kit.verifier,
      telemetry,
      ready: () => kit.ready(),
      pages: (router) => {
        const openId = provider.callback();
        router.use((request, response, next) => {
          // Handed over whole: mounted under a path, they would not know their own addresses.
          if (startsWith(request.path, pagePaths)) web(request, response, next);
          else if (startsWith(request.path, openIdPaths)) void openId(request, response);
          else next();
        });
      },
      routes(router) {
        const routes = contractRoutes<IdentityApi>(router);
        personRoutes(routes, persons, journal);
        journalRoutes(routes, { journal, anchors, exports });
        consentRoutes(routes, { consents, persons });
        sessionRoutes(routes, { sessions, facts, consents, esi, seal });
        signingRoutes(routes, kit, { persons, codes, sign, keys: signingKeys });
        documentRoutes(routes, kit, staff, signers);
        staffRoutes(routes, staff, oidcStore);
      },
    }),
    async start() {
      const parts = [persons, staff, steps, throttle, oidcStore, codes, sessions, facts, journal, anchors];
      await Promise.all(parts.map((part) => part.ensureIndexes()));
      anchoring = anchorEvery(kit, journal, (head) => anchors.take('identity', head));
    },
    async stop() {
      await journal.stop();
      await anchoring?.stop();
      await anchors.stop();
    },
  };
}

const pagePaths = ['/interaction', '/esi', '/assets'];
const openIdPaths = ['/.well-known', '/auth', '/token', '/jwks', '/me'];

function startsWith(path: string, starts: readonly string[]): boolean {
  return starts.some((start) => path === start || path.startsWith(`${start}/`));
}
