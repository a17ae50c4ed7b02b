import { instant } from '@kyzmat/clock';
import { parseEvent, topics } from '@kyzmat/contracts';
import type { Kit, Owned } from '@kyzmat/kit';
import { consumeIntoStore, type Inbox } from '@kyzmat/store';
import { asking } from './ask.ts';
import { newNotice, type NoticeState } from './notice.ts';

/** Debts in the events of applications become notices, each once: an id that is there already is left alone. */
export function consumeDebts(kit: Kit, notices: Owned<NoticeState>): Promise<Inbox> {
  const { aggregates } = notices;
  const answers = asking(kit);

  return consumeIntoStore({
    bus: kit.bus,
    store: kit.store,
    group: 'notifications',
    topics: [topics.applications],
    clock: kit.clock,
    log: kit.telemetry.log,
    onCommitted() {
      answers.forget();
      notices.nudge();
    },
    async fold(keys, session) {
      const debts = keys.flatMap(({ events }) =>
        events.flatMap(({ data }) => {
          const { applicationId, notices: owed } = parseEvent('ApplicationEvent', data);
          return owed.map((debt) => ({ applicationId, debt }));
        }),
      );
      if (debts.length === 0) return [];
      // The same debt twice, as after a replay, is one debt.
      const byId = new Map(debts.map((each) => [each.debt.noticeId, each]));
      const known = await aggregates.loadMany([...byId.keys()], session);
      const fresh = [...byId].filter(([id]) => !known.has(id));
      const answered = await Promise.all(
        fresh.map(([, { applicationId, debt }]) => answers.about(applicationId, debt)),
      );
      const at = instant(kit.clock);
      const operations = answered.map(({ facts, contact }) =>
        aggregates.createOperation(newNotice(facts, contact, at)),
      );
      return operations.length === 0 ? [] : [aggregates.writes(operations)];
    },
  });
}
