import { contractPath, topics, type TundukApi } from '@kyzmat/contracts';
import { createService, listen, type Listening } from '@kyzmat/http';
import { openJournal, startAnchoring, type Anchoring } from '@kyzmat/journal';
import { contractRoutes, ownAggregates, type App, type CommonConfig, type Kit } from '@kyzmat/kit';
import type { Inbox } from '@kyzmat/store';
import { answersWork } from './answers/carry-out.ts';
import { startPoll, type Poll } from './answers/poll.ts';
import type { OwnConfig } from './config.ts';
import type { Deliveries } from './delivery/change.ts';
import { consumeApplications } from './delivery/consumer.ts';
import { deliverWork } from './delivery/deliver.ts';
import type { DeliveryState } from './delivery/delivery.ts';
import { openHandOver } from './delivery/hand-over.ts';
import { newsWork } from './delivery/news.ts';
import { edmsOverXRoad } from './edms/open.ts';
import { journalRoutes } from './journal.ts';
import { openCallers } from './provider-api/caller.ts';
import { onlySecurityServer, readCertificates } from './provider-api/door.ts';
import { providerRoutes } from './provider-api/routes.ts';
import { openProviders } from './providers/providers.ts';
import { openXRoad } from './xroad/client.ts';

/** The only door for machines: takes applications to document systems, brings answers back, lets provider systems in. */
export function createApp(kit: Kit, config: CommonConfig & OwnConfig): App {
  const { telemetry } = kit;
  const providers = openProviders(kit);
  const xroad = openXRoad({
    securityServerUrl: config.securityServerUrl ?? config.sandbox,
    client: config.xroadClient,
    log: telemetry.log,
  });
  const openEdms = edmsOverXRoad(xroad, () => `${config.edmsUser}:${config.edmsPassword.reveal()}`);
  const journal = openJournal(kit);
  const handOver = openHandOver(kit, journal);
  const parts = { deliveries: () => deliveries, providers, openEdms, handOver };
  const news = newsWork(kit, providers, openEdms, handOver);
  const work = [deliverWork(kit, parts), answersWork(kit, parts)];
  const deliveries: Deliveries = ownAggregates<DeliveryState>(kit, {
    collection: 'deliveries',
    topicOf: () => topics.deliveries,
    work,
  });

  // One service behind two doors: what belongs to the link is refused at the inner one (P573-5), which is for health.
  const http = createService({
    name: 'tunduk',
    telemetry,
    verifier: kit.verifier,
    ready: () => kit.ready(),
    contract: contractPath('tunduk'),
    pages: (router) => router.use('/provider-api', onlySecurityServer(config.securityServerName)),
    routes(router) {
      const routes = contractRoutes<TundukApi>(router);
      providerRoutes(routes, kit, openCallers(providers));
      journalRoutes(routes, journal, deliveries);
    },
  });
  let door: Listening | undefined;
  let inbox: Inbox | undefined;
  let poll: Poll | undefined;
  let anchoring: Anchoring | undefined;

  return {
    http,
    async start() {
      const indexed = deliveries.collection;
      await indexed.createIndex({ 'state.reference': 1 });
      await indexed.createIndex({ 'state.answers.objectId': 1 });
      await journal.ensureIndexes();
      anchoring = startAnchoring(kit, journal);
      await deliveries.start();
      await Promise.all([...work, news].map((queue) => queue.start()));
      inbox = await consumeApplications(kit, { deliveries, news: news.items, providers });
      poll = startPoll(kit, { deliveries, providers, openEdms, everyMs: config.edmsPollMs });
      kit.watch('consumer of applications', () => inbox?.alive() ?? true);
      kit.watch('poll of document systems', () => poll?.alive() ?? true);
      const tls = await readCertificates(config.certificatesDir);
      door = await listen(http, { port: config.tlsPort, host: config.host, tls });
    },
    async stop() {
      await door?.close();
      await poll?.stop();
      await inbox?.stop();
      await deliveries.stop();
      await Promise.all([...work, news].map((queue) => queue.stop()));
      await journal.stop();
      await anchoring?.stop();
    },
  };
}
