import { instant } from '@kyzmat/clock';
import { parseEvent, topics, type EventData } from '@kyzmat/contracts';
import type { Kit, Owned } from '@kyzmat/kit';
import { bulk, consumeIntoStore, type AggregateOperation, type Inbox } from '@kyzmat/store';
import type { mongo } from 'mongoose';
import { chargeIdOf, isUnpaid, newCharge, refundDue, type ChargeState } from './charge.ts';
import type { PriceOf } from './price.ts';

type ApplicationEvent = EventData['ApplicationEvent'];

const submission = 'application.submitted.v1';
const refundOpened = 'application.refund_opened.v1';
const erased = 'application.erased.v1';

/** Events of applications become charges and refunds, each exactly once in effect. */
export function consumeApplications(kit: Kit, charges: Owned<ChargeState>, priceOf: PriceOf): Promise<Inbox> {
  const { aggregates } = charges;

  /** One charge an application, however often and under whatever ids its submission is told (P573-30). */
  async function charged(
    submitted: readonly ApplicationEvent[],
    session: mongo.ClientSession,
  ): Promise<AggregateOperation[]> {
    const wanted = new Map(
      submitted.map((application) => [chargeIdOf(application.applicationId), application]),
    );
    if (wanted.size === 0) return [];
    const known = await aggregates.loadMany([...wanted.keys()], session);
    const missing = [...wanted].filter(([id]) => !known.has(id));
    return Promise.all(
      missing.map(async ([, application]) => {
        const { split } = await priceOf(application.serviceCode, application.serviceVersion);
        return aggregates.createOperation(newCharge(application, split, instant(kit.clock)));
      }),
    );
  }

  async function refunds(
    opened: readonly ApplicationEvent[],
    session: mongo.ClientSession,
  ): Promise<AggregateOperation[]> {
    const dueAt = new Map(opened.map(({ applicationId, at }) => [chargeIdOf(applicationId), at]));
    if (dueAt.size === 0) return [];
    const known = await aggregates.loadMany([...dueAt.keys()], session);
    return [...known].flatMap(([id, { version, state }]) => {
      const next = refundDue(id, state, dueAt.get(id) ?? instant(kit.clock));
      return next === undefined ? [] : [aggregates.updateOperation(id, version, next)];
    });
  }

  /** P573-49: what nobody paid goes with the application; what was paid stays with the accounts (P573-31b, P573-31d). */
  async function unpaidOf(
    gone: readonly ApplicationEvent[],
    session: mongo.ClientSession,
  ): Promise<string[]> {
    if (gone.length === 0) return [];
    const known = await aggregates.loadMany(
      gone.map(({ applicationId }) => chargeIdOf(applicationId)),
      session,
    );
    return [...known].filter(([, { state }]) => isUnpaid(state)).map(([id]) => id);
  }

  return consumeIntoStore({
    bus: kit.bus,
    store: kit.store,
    group: 'payments',
    topics: [topics.applications],
    clock: kit.clock,
    log: kit.telemetry.log,
    onCommitted: () => charges.nudge(),
    concerns: ({ type }) => type === submission || type === refundOpened || type === erased,
    fold: async (keys, session) => {
      const events = keys
        .flatMap(({ events: of }) => of)
        .map(({ type, data }) => ({
          type,
          application: parseEvent('ApplicationEvent', data),
        }));
      const of = (kind: string): ApplicationEvent[] =>
        events.filter(({ type }) => type === kind).map(({ application }) => application);
      const unpaid = await unpaidOf(of(erased), session);
      const operations = [
        ...(await charged(
          events.filter(isPaidSubmission).map(({ application }) => application),
          session,
        )),
        ...(await refunds(of(refundOpened), session)),
      ];
      return [
        ...(operations.length === 0 ? [] : [aggregates.writes(operations)]),
        ...(unpaid.length === 0
          ? []
          : [bulk(charges.collection, [{ deleteMany: { filter: { _id: { $in: unpaid } } } }])]),
      ];
    },
  });
}

function isPaidSubmission({ type, application }: { type: string; application: ApplicationEvent }): boolean {
  return type === submission && application.priceTyiyn > 0;
}
