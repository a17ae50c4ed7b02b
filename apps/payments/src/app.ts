import { contractPath, topics, type PaymentsApi } from '@kyzmat/contracts';
import { createService } from '@kyzmat/http';
import { openJournal, startAnchoring, type Anchoring } from '@kyzmat/journal';
import { contractRoutes, ownAggregates, type App, type CommonConfig, type Kit } from '@kyzmat/kit';
import type { Inbox } from '@kyzmat/store';
import type { ChargeState } from './charges/charge.ts';
import { consumeApplications } from './charges/consumer.ts';
import { openPrices } from './charges/price.ts';
import { checkoutRoutes } from './checkout/routes.ts';
import type { OwnConfig } from './config.ts';
import { callbackRoute } from './e-payment/callback.ts';
import { openEPayment } from './e-payment/client.ts';
import { keepAsking, ePaymentWork, openRegistration } from './e-payment/work.ts';
import { journalRoutes, openGivesOrder, openUseCharge } from './journal.ts';
import { receiptRoutes } from './receipts/routes.ts';
import { openRefunds } from './refunds/refunds.ts';
import { refundRoutes } from './refunds/routes.ts';

/** Owns charges: one for each paid application, confirmed only by the e-payment system's signed word. */
export function createApp(kit: Kit, config: CommonConfig & OwnConfig): App {
  const { telemetry } = kit;
  const ePayment = openEPayment(config.ePaymentUrl ?? `${config.sandbox}/e-payment`, () =>
    config.ePaymentSecret.reveal(),
  );
  const priceOf = openPrices(kit);
  const journal = openJournal(kit);
  const addresses = {
    returnTo: (applicationId: string) =>
      `${config.portal}/cabinet/applications/${applicationId}/payment-return`,
    callbackUrl: `${config.payments}/callbacks/e-payment`,
  };
  const register = openRegistration(
    () => charges.aggregates,
    ePayment,
    priceOf,
    addresses,
    openGivesOrder(kit, journal),
  );
  const work = ePaymentWork(kit, register, ePayment, (id, reason) => refunds.refused(id, reason));
  const charges = ownAggregates<ChargeState>(kit, {
    collection: 'charges',
    topicOf: () => topics.payments,
    work,
  });
  const refunds = openRefunds(kit, charges);
  const keys = (): readonly string[] =>
    [config.ePaymentSecret, config.ePaymentSecretPrevious].flatMap((key) => (key ? [key.reveal()] : []));
  let inbox: Inbox | undefined;
  let anchoring: Anchoring | undefined;
  let stopAsking: (() => void) | undefined;

  return {
    http: createService({
      name: 'payments',
      contract: contractPath('payments'),
      verifier: kit.verifier,
      telemetry,
      ready: () => kit.ready(),
      routes(router) {
        const routes = contractRoutes<PaymentsApi>(router);
        const use = openUseCharge(journal);
        checkoutRoutes(routes, kit, charges, register, use);
        callbackRoute(routes, kit, charges, keys);
        receiptRoutes(routes, kit, charges, priceOf, use);
        journalRoutes(routes, journal, charges.aggregates);
        refundRoutes(routes, refunds);
      },
    }),
    async start() {
      await charges.collection.createIndex({ 'state.state': 1 });
      await journal.ensureIndexes();
      anchoring = startAnchoring(kit, journal);
      await charges.start();
      await Promise.all(work.map((queue) => queue.start()));
      inbox = await consumeApplications(kit, charges, priceOf);
      kit.watch('inbox', () => inbox?.alive() ?? true);
      stopAsking = keepAsking(kit, charges, ePayment);
    },
    async stop() {
      stopAsking?.();
      await inbox?.stop();
      await charges.stop();
      await Promise.all(work.map((queue) => queue.stop()));
      await journal.stop();
      await anchoring?.stop();
    },
  };
}
