import { parseEvent, topics } from '@kyzmat/contracts';
import type { Kit } from '@kyzmat/kit';
import { consumeIntoStore, type Inbox, type NewWork, type WorkItems } from '@kyzmat/store';
import { worksInEdms, type ProviderRegister } from '../providers/providers.ts';
import type { Deliveries } from './change.ts';
import { letGo, newDelivery } from './delivery.ts';
import { isNews, mayBeNews, newsOf, type News } from './news.ts';

const submission = 'application.submitted.v1';
const erased = 'application.erased.v1';

interface ConsumerParts {
  readonly deliveries: Deliveries;
  readonly news: WorkItems<News>;
  readonly providers: ProviderRegister;
}

/** Applications to providers without automated services become deliveries; what happens to them later becomes news. */
export function consumeApplications(
  kit: Kit,
  { deliveries, news, providers }: ConsumerParts,
): Promise<Inbox> {
  const { aggregates } = deliveries;
  return consumeIntoStore({
    bus: kit.bus,
    store: kit.store,
    group: 'tunduk',
    topics: [topics.applications],
    clock: kit.clock,
    log: kit.telemetry.log,
    onCommitted: () => {
      deliveries.nudge();
      news.nudge();
    },
    concerns: ({ type }) => type === submission || type === erased || mayBeNews(type),
    fold: async (keys, session) => {
      const events = keys.flatMap((key) =>
        key.events.map(({ type, data }) => ({ type, data: parseEvent('ApplicationEvent', data) })),
      );
      const submitted = events.filter(({ type }) => type === submission);
      const register = new Map(
        submitted.length === 0 ? [] : (await providers.all()).map((each) => [each.id, each] as const),
      );
      const known = await aggregates.loadMany([...new Set(keys.map(({ key }) => key))], session);
      const fresh = submitted.filter(({ data }) => {
        const provider = register.get(data.providerId);
        return provider !== undefined && worksInEdms(provider) && !known.has(data.applicationId);
      });
      const ours = new Set([...known.keys(), ...fresh.map(({ data }) => data.applicationId)]);
      const told = events.flatMap(({ type, data }): NewWork<News>[] =>
        ours.has(data.applicationId) && isNews(type, data) ? [newsOf(type, data)] : [],
      );
      const gone = new Set(
        events.filter(({ type }) => type === erased).map(({ data }) => data.applicationId),
      );
      const operations = [
        ...fresh.map(({ data }) => aggregates.createOperation(newDelivery(data))),
        ...[...known]
          .filter(([id]) => gone.has(id))
          .map(([id, { version, state }]) => aggregates.updateOperation(id, version, letGo(state))),
      ];
      return [
        ...(operations.length === 0 ? [] : [aggregates.writes(operations)]),
        ...(told.length === 0 ? [] : [news.putWrites(told)]),
      ];
    },
  });
}
