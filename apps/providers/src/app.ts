import { contractPath, topics, type ProvidersApi } from '@kyzmat/contracts';
import { createService } from '@kyzmat/http';
import { contractRoutes, ownAggregates, type App, type Kit } from '@kyzmat/kit';
import { blockRoutes } from './blocks/routes.ts';
import { calendarRoutes } from './calendars/routes.ts';
import { openCalendars, type CalendarState } from './calendars/store.ts';
import { catalogueRoutes } from './catalogue/routes.ts';
import { openPopularity } from './catalogue/popularity.ts';
import { openCatalogue, type ServiceState } from './catalogue/store.ts';
import { changeRoutes } from './changes/routes.ts';
import { openChanges } from './changes/store.ts';
import { incidentRoutes } from './incidents/routes.ts';
import { openIncidents } from './incidents/store.ts';
import { registerRoutes } from './register/routes.ts';
import { outageRoutes } from './outages/routes.ts';
import { isOutage, openRegister, type ProviderState } from './register/store.ts';
import { worksRoutes } from './works/routes.ts';
import { openWorks } from './works/store.ts';

/**
 * Owns providers with their blocks, published services and working calendars, each in versions; and what else the
 * operator puts on record: works and incidents.
 */
export function createApp(kit: Kit): App {
  const { store, clock, telemetry } = kit;
  const providers = ownAggregates<ProviderState>(kit, {
    collection: 'providers',
    topicOf: (event) => (isOutage(event) ? topics.providers : topics.providerStanding),
  });
  const services = ownAggregates<ServiceState>(kit, {
    collection: 'services',
    topicOf: () => topics.providers,
  });
  const heads = ownAggregates<CalendarState>(kit, {
    collection: 'calendars',
    topicOf: () => topics.providers,
  });
  const owned = [providers, services, heads];

  const register = openRegister(providers, clock);
  const popularity = openPopularity(kit);
  const catalogue = openCatalogue(services, store, register, popularity, clock);
  const changes = openChanges(store, catalogue, register, clock);
  const incidents = openIncidents(store, clock);
  const works = openWorks(store, clock);
  const calendars = openCalendars(heads.aggregates, store, clock);

  return {
    http: createService({
      name: 'providers',
      contract: contractPath('providers'),
      verifier: kit.verifier,
      telemetry,
      ready: () => kit.ready(),
      // A service version with its form and both languages is larger than the usual request.
      jsonLimit: 2_000_000,
      routes(router) {
        const routes = contractRoutes<ProvidersApi>(router);
        catalogueRoutes(routes, catalogue);
        changeRoutes(routes, changes);
        registerRoutes(routes, register);
        blockRoutes(routes, register, () => calendars.current(), clock);
        outageRoutes(routes, register, clock);
        calendarRoutes(routes, calendars);
        worksRoutes(routes, works);
        incidentRoutes(routes, incidents);
      },
    }),
    async start() {
      await Promise.all([...owned, popularity].map((each) => each.start()));
      await Promise.all([calendars.ensureFirst(), incidents.ensureIndexes(), works.ensureIndexes()]);
    },
    async stop() {
      await Promise.all([...owned, popularity].map((each) => each.stop()));
    },
  };
}
