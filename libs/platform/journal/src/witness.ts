import { topics, type IdentityApi } from '@kyzmat/contracts';
import type { CloudEvent } from '@kyzmat/event-bus';
import type { Kit } from '@kyzmat/kit';
import { DependencyDown } from '@kyzmat/store';
import { instant } from '@kyzmat/clock';
import type { Head } from './entry.ts';

export type Tell = (head: Head) => Promise<void>;

export const headType = 'journal.head.v1';
/** Kafka has a head in some milliseconds; this long means that it is away. Less than callers wait for an answer. */
const usualPatienceMs = 2000;

export function tellIdentity(kit: Pick<Kit, 'to' | 'self'>): Tell {
  const identity = kit.to<IdentityApi>('identity')(kit.self);
  return async (head) => {
    await identity.POST('/journal-heads', { body: { ...head } });
  };
}

/**
 * Somebody outside of this database knows how far the chain has come before anything is given out: Kafka, and while that
 * is away identity. So whoever cuts the end off and ends the process at the same moment is found as well. When neither
 * answers, the data stay.
 */
export function openWitness(
  kit: Pick<Kit, 'name' | 'bus' | 'clock'>,
  elsewhere: Tell,
  patienceMs = usualPatienceMs,
): Tell {
  let waits = false;

  async function onKafka(head: Head): Promise<void> {
    // What was sent before still waits: it will go out as soon as Kafka is back.
    if (waits) throw new DependencyDown('Kafka does not answer');
    waits = true;
    const away = Promise.withResolvers<never>();
    const timer = setTimeout(() => away.reject(new DependencyDown('Kafka does not answer')), patienceMs);
    const sending = kit.bus.publish(topics.journalHeads, [eventOf(kit, head)]).finally(() => {
      waits = false;
    });
    try {
      await Promise.race([sending, away.promise]);
    } finally {
      clearTimeout(timer);
      // Nobody waits for it any more; that it fails when the process ends is no news.
      sending.catch(() => undefined);
    }
  }

  return async (head) => {
    try {
      await onKafka(head);
    } catch {
      await elsewhere(head);
    }
  };
}

function eventOf({ name, clock }: Pick<Kit, 'name' | 'clock'>, head: Head): CloudEvent<Head> {
  const { chain, seq, hash } = head;
  return {
    specversion: '1.0',
    id: `${chain}:${seq}`,
    source: `/kyzmat/${name}`,
    type: headType,
    // The key: of each chain the newest head is kept for ever.
    subject: chain,
    time: instant(clock),
    datacontenttype: 'application/json',
    data: { chain, seq, hash },
  };
}
