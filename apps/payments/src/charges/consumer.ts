import { instant } from '@kyzmat/clock';
import { parseEvent, topics, type EventData } from '@kyzmat/contracts';
import type { Kit, Owned } from '@kyzmat/kit';
import { consumeIntoStore, type AggregateOperation, type Inbox } from '@kyzmat/store';
import type { mongo } from 'mongoose';
import { chargeIdOf, newCharge, refundDue, type ChargeState } from './charge.ts';
import type { PriceOf } from './price.ts';

type ApplicationEvent = EventData['ApplicationEvent'];

/** Events of applications become charges and refunds, each exactly once in effect. */
export function consumeApplications(kit: Kit, charges: Owned<ChargeState>, priceOf: PriceOf): Promise<Inbox> {
  const { aggregates } = charges;

  async function charge(application: ApplicationEvent): Promise<AggregateOperation> {
    const { split } = await priceOf(application.serviceCode, application.serviceVersion);
    return aggregates.createOperation(newCharge(application, split, instant(kit.clock)));
  }

  async function refund(
    { applicationId, at }: ApplicationEvent,
    session: mongo.ClientSession,
  ): Promise<AggregateOperation | undefined> {
    const id = chargeIdOf(applicationId);
    const current = (await aggregates.loadMany([id], session)).get(id);
    const next = current && refundDue(id, current.state, at);
    return current && next && aggregates.updateOperation(id, current.version, next);
  }

  return consumeIntoStore({
    bus: kit.bus,
    store: kit.store,
    group: 'payments',
    topics: [topics.applications],
    clock: kit.clock,
    log: kit.telemetry.log,
    onCommitted: () => charges.nudge(),
    fold: async (keys, session) => {
      const operations: AggregateOperation[] = [];
      for (const { type, data } of keys.flatMap(({ events }) => events)) {
        const application = parseEvent('ApplicationEvent', data);
        const paid = type === 'application.submitted.v1' && application.priceTyiyn > 0;
        if (paid) operations.push(await charge(application));
        if (type === 'application.refund_opened.v1') {
          const operation = await refund(application, session);
          if (operation) operations.push(operation);
        }
      }
      return operations.length === 0 ? [] : [aggregates.writes(operations)];
    },
  });
}
