import { contractPath, type IdentityApi } from '@kyzmat/contracts';
import { createService } from '@kyzmat/http';
import { anchorEvery, openJournal, openRefusals, type Anchoring, type Head } from '@kyzmat/journal';
import { contractRoutes, type App, type CommonConfig, type Kit } from '@kyzmat/kit';
import { webApp } from '@kyzmat/web';
import { openCodes } from './codes/codes.ts';
import { agreements, type Agreement } from './consents/agreements.ts';
import { openConsents } from './consents/consents.ts';
import { consentRoutes } from './consents/routes.ts';
import { contactRoutes } from './contact/routes.ts';
import type { OwnConfig } from './config.ts';
import { documentRoutes } from './documents/routes.ts';
import { openSigners } from './documents/signers.ts';
import { eMail } from './e-mail.ts';
import { eMessages } from './e-message.ts';
import { openCabinets } from './erasure/cabinet.ts';
import { erasureRoutes } from './erasure/routes.ts';
import { openEsi } from './esi/esi.ts';
import { openAnchors } from './journal/anchors.ts';
import { openExports } from './journal/exports.ts';
import { journalRoutes } from './journal/routes.ts';
import { openKeyRing } from './keys/keys.ts';
import { createSeal } from './keys/sealed.ts';
import { accounts } from './oidc/accounts.ts';
import { openOidcStore } from './oidc/adapter.ts';
import { openProvider } from './oidc/provider.ts';
import { startApplying, type Applying } from './means/apply.ts';
import { openMeansChanges } from './means/changes.ts';
import { meansRoutes } from './means/routes.ts';
import { identityPages } from './pages.ts';
import { openCredentials } from './passwords/credentials.ts';
import { passwordRoutes } from './passwords/routes.ts';
import { openOwnRoute } from './persons/own-route.ts';
import { personRoutes } from './persons/routes.ts';
import { openPersons } from './persons/store.ts';
import { powerRoutes } from './powers/routes.ts';
import { openPowers } from './powers/store.ts';
import { openRecoveries } from './recovery/recoveries.ts';
import { esiEntry } from './registration/esi-entry.ts';
import { openRegistrations } from './registration/registrations.ts';
import { openEntrance } from './sessions/entrance.ts';
import { openAccessFacts } from './sessions/facts.ts';
import { sessionRoutes } from './sessions/routes.ts';
import { openSessions } from './sessions/sessions.ts';
import { openDevices } from './sign-in/device.ts';
import { onwardOf } from './sign-in/onward.ts';
import { openRefusedSignIns, sightingRoutes } from './sightings/routes.ts';
import { signInRoutes } from './sign-in/routes.ts';
import { openSteps } from './sign-in/steps.ts';
import { openThrottle } from './sign-in/throttle.ts';
import { qualifiedVerifier } from './signing/qualified.ts';
import { qualifiedRoutes } from './signing/qualified-routes.ts';
import { signingRoutes } from './signing/routes.ts';
import { openSigner } from './signing/signer.ts';
import { staffRoutes } from './staff/routes.ts';
import { openStaff } from './staff/store.ts';
import { telling } from './tell.ts';
import { totpRoutes } from './totp/routes.ts';

/** Who is who: sign-in as an OpenID provider, consents, staff, and the signatures that people and signers give. */
export async function createApp(
  kit: Kit,
  config: CommonConfig & OwnConfig,
  published: readonly Agreement[] = agreements,
): Promise<App> {
  const { store, clock, telemetry } = kit;
  const seal = createSeal(config.sessionSecret.reveal());
  const oidcRing = openKeyRing('oidc', store, seal, clock);
  const ring = openKeyRing('signing', store, seal, clock);
  const anchors = openAnchors(kit);
  const toldAnchors = (head: Head): Promise<void> => anchors.take('identity', head);
  const journal = openJournal(kit, toldAnchors);
  const exports = openExports(store, journal);
  let anchoring: Anchoring | undefined;
  let applying: Applying | undefined;
  const persons = openPersons(store);
  const staff = openStaff(store);
  const steps = openSteps(store);
  const throttle = openThrottle(store);
  const oidcStore = openOidcStore(store);
  const sessions = openSessions(store);
  const facts = openAccessFacts(store, journal);
  const refusedSignIns = openRefusedSignIns(store, clock);
  const refusals = openRefusals(kit);
  const consents = openConsents(store, { persons, clock, published });
  const signers = openSigners(config.certificatesDir);
  const sendMessage = eMessages(config.eMessageUrl ?? `${config.sandbox}/e-message`, () =>
    config.eMessageToken.reveal(),
  );
  const codes = openCodes(store, sendMessage);
  const mail = eMail(config.smtpUrl, config.mailFrom);
  const warn = (channel: string): void => telemetry.log.warn({ channel }, 'news could not be sent');
  const tell = telling(sendMessage, mail, warn);
  const own = openOwnRoute(store);
  const credentials = openCredentials(store);
  const registrations = openRegistrations(store);
  const recoveries = openRecoveries(store, clock);
  const changes = openMeansChanges(store, clock);
  const powers = openPowers(store, clock);
  const cabinets = openCabinets(kit, { powers, journal });
  const endSessionsOf = (person: string) => sessions.endAllWith(person);
  const esiIssuer = config.esiIssuer ?? `${config.sandbox}/esi`;
  const esi = await openEsi(store, {
    issuer: esiIssuer,
    clientSecret: () => config.esiClientSecret.reveal(),
    redirectUri: `${config.identity}/esi/callback`,
    signedOutUri: `${config.identity}/esi/signed-out`,
  });
  const findAccount = accounts(kit, persons, staff, powers);
  const provider = openProvider(kit, config, { ring: oidcRing, sessions: oidcStore, findAccount });
  const sign = openSigner(ring);
  const verify = qualifiedVerifier(signers, clock);
  const pages = identityPages(config);
  const https = config.identity.startsWith('https:');
  const web = webApp({
    pages,
    https,
    formOrigins: [new URL(esiIssuer).origin, config.portal, config.desk],
  });
  if (config.trustedProxies !== undefined) web.set('trust proxy', config.trustedProxies);
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
    entrance: openEntrance({ provider, persons, sessions, facts, clock, tell }),
    seal,
    portal: config.portal,
    config,
    clock,
    own,
    credentials,
    registrations,
    recoveries,
    changes,
    powers,
    mail,
    tell,
    warn,
    endSessionsOf,
    devices: openDevices(config.sessionSecret.reveal(), https),
    onward: onwardOf({ powers, steps }),
    verify,
    ...(config.demoClockUrl === undefined ? {} : { keyCarrier: `${config.sandbox}/key-carrier` }),
    enterThroughEsi: esiEntry({ persons, own, credentials, powers, endSessionsOf, tell, clock }),
  });

  return {
    http: createService({
      name: 'identity',
      contract: contractPath('identity'),
      verifier: kit.verifier,
      telemetry,
      ready: () => kit.ready(),
      pages: (router) => {
        router.use(async (request, response, next) => {
          // Handed over whole: mounted under a path, they would not know their own addresses.
          if (startsWith(request.path, pagePaths)) web(request, response, next);
          else if (startsWith(request.path, openIdPaths))
            await (await provider()).callback()(request, response);
          else next();
        });
      },
      routes(router) {
        const routes = contractRoutes<IdentityApi>(router);
        personRoutes(routes, persons, journal);
        journalRoutes(routes, { journal, anchors, exports });
        erasureRoutes(routes, { cabinets, ring, clock });
        consentRoutes(routes, { consents, persons });
        contactRoutes(routes, { persons, codes, throttle, mail, tell });
        sessionRoutes(routes, { sessions, facts, consents, esi, seal, powers });
        const means = {
          persons,
          own,
          credentials,
          codes,
          throttle,
          sessions,
          recoveries,
          changes,
          powers,
          tell,
          seal,
          clock,
        };
        passwordRoutes(routes, means);
        totpRoutes(routes, means);
        meansRoutes(routes, { ...means, config, mail, endSessionsOf });
        powerRoutes(routes, means);
        signingRoutes(routes, kit, { persons, codes, throttle, sign, ring, powers });
        qualifiedRoutes(routes, { store, clock, persons, own, powers, verify, sign });
        documentRoutes(routes, kit, staff, signers);
        staffRoutes(routes, { staff, sessions, oidc: oidcStore });
        sightingRoutes(routes, refusedSignIns, refusals);
      },
    }),
    async start() {
      const parts = [
        own,
        credentials,
        registrations,
        recoveries,
        changes,
        powers,
        persons,
        staff,
        steps,
        throttle,
        oidcStore,
        codes,
        sessions,
        facts,
        refusedSignIns,
        refusals,
        journal,
        anchors,
      ];
      await Promise.all(parts.map((part) => part.ensureIndexes()));
      applying = startApplying({ persons, credentials, changes, tell }, (error) =>
        telemetry.log.warn({ reason: String(error) }, 'a change of means was not applied'),
      );
      await cabinets.start();
      anchoring = anchorEvery(kit, journal, toldAnchors);
    },
    async stop() {
      mail.close();
      await applying?.stop();
      await cabinets.stop();
      await journal.stop();
      await anchoring?.stop();
      await anchors.stop();
    },
  };
}

const pagePaths = ['/interaction', '/recovery', '/means', '/esi', '/assets'];
const openIdPaths = ['/.well-known', '/auth', '/token', '/jwks', '/me'];

function startsWith(path: string, starts: readonly string[]): boolean {
  return starts.some((start) => path === start || path.startsWith(`${start}/`));
}
