import { createService, listen, type Listening } from '@kyzmat/http';
import type { App, CommonConfig, Kit } from '@kyzmat/kit';
import { webApp } from '@kyzmat/web';
import { openClock } from './clock/clock.ts';
import { clockRoutes } from './clock/routes.ts';
import type { OwnConfig } from './config.ts';
import { openRepository } from './edms/repository.ts';
import { edmsRoutes } from './edms/routes.ts';
import { esiRoutes } from './esi/routes.ts';
import { eMessageRoutes } from './e-message/routes.ts';
import { openMessages } from './e-message/messages.ts';
import { startCallbacks } from './e-payment/callbacks.ts';
import { openEPaymentCharges } from './e-payment/charges.ts';
import { ePaymentRoutes } from './e-payment/routes.ts';
import { homeRoutes } from './home/routes.ts';
import { keyCarrierRoutes } from './key-carrier/routes.ts';
import { openMail } from './mail/mail.ts';
import { mailRoutes } from './mail/routes.ts';
import { sandboxPages } from './pages.ts';
import { startScanner } from './scanner/scanner.ts';
import { readCertificates } from './security-server/certificates.ts';
import { servicesOf } from './security-server/members.ts';
import { securityServer } from './security-server/server.ts';

/** Stand-ins for everything outside, so that the whole country runs on one laptop. */
export function createApp(kit: Kit, config: CommonConfig & OwnConfig): App {
  const pages = sandboxPages();
  const web = webApp({
    pages,
    https: false,
    formOrigins: [config.identity, config.portal, config.desk, config.payments],
  });
  const clock = openClock(kit.store);
  clockRoutes(web, pages, clock);
  esiRoutes(web, pages, config);
  homeRoutes(web, pages, clock, config);
  const messages = openMessages(kit.store);
  eMessageRoutes(web, pages, messages, () => config.eMessageToken.reveal());
  keyCarrierRoutes(web, pages, config.certificatesDir, kit.clock);
  const mail = openMail(kit.store);
  mailRoutes(web, pages, mail);
  const repository = openRepository(kit.store);
  edmsRoutes(web, pages, {
    repository,
    clock,
    account: () => `edms-clerk:${config.edmsPassword.reveal()}`,
    baseUrl: config.sandbox,
  });
  const key = (): string => config.ePaymentSecret.reveal();
  const charges = openEPaymentCharges(kit.store);
  const callbacks = startCallbacks(charges, key, kit.telemetry.log);
  ePaymentRoutes(web, pages, {
    charges,
    clock,
    key,
    baseUrl: config.sandbox,
    onNews: () => callbacks.nudge(),
  });
  let crossing: Listening | undefined;
  let scanning: Awaited<ReturnType<typeof startScanner>> | undefined;

  return {
    http: createService({
      name: 'sandbox',
      telemetry: kit.telemetry,
      ready: () => kit.ready(),
      pages: (router) => router.use(web),
      routes: () => undefined,
    }),
    async start() {
      await messages.ensureIndexes();
      await charges.ensureIndexes();
      await mail.start(config.smtpPort, config.host);
      await repository.prepare();
      scanning = await startScanner(config.scannerPort, config.host);
      const services = servicesOf(`${config.sandbox}/edms/cmis/browser`, config.tundukTlsUrl);
      const certificates = await readCertificates(config.certificatesDir);
      const server = securityServer({ services, certificates });
      crossing = await listen(server, { port: config.securityServerPort, host: config.host });
    },
    async stop() {
      await crossing?.close();
      await scanning?.close();
      callbacks.stop();
      await mail.stop();
    },
  };
}
