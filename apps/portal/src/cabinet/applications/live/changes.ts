import { randomUUID } from 'node:crypto';
import { topics } from '@kyzmat/contracts';
import type { Consumer } from '@kyzmat/event-bus';
import type { Kit } from '@kyzmat/kit';

/** Tells open pages that something has happened to their application: one consumer for all of them. */
export interface Changes {
  /** `tell` is called after each change; gives back how to stop it. */
  watch(applicationId: string, tell: () => void): () => void;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Each portal hears everything, from now on: what happened before, the page has shown already. */
export function openChanges(kit: Pick<Kit, 'bus'>): Changes {
  const watchers = new Map<string, Set<() => void>>();
  let consumer: Consumer | undefined;
  return {
    watch(id, tell) {
      const together = watchers.get(id) ?? new Set();
      watchers.set(id, together.add(tell));
      return () => {
        together.delete(tell);
        if (together.size === 0 && watchers.get(id) === together) watchers.delete(id);
      };
    },
    async start() {
      consumer = await kit.bus.consume({
        group: `portal-live-${randomUUID()}`,
        topics: [topics.applications, topics.payments, topics.notices],
        fromBeginning: false,
        handle: ({ messages }) => {
          const changed = new Set(messages.map(({ event }) => applicationOf(event?.data)));
          for (const id of changed) for (const tell of watchers.get(id ?? '') ?? []) tell();
          return Promise.resolve();
        },
      });
    },
    stop: async () => consumer?.stop(),
  };
}

function applicationOf(data: unknown): string | undefined {
  const known = typeof data === 'object' && data !== null && 'applicationId' in data;
  return known && typeof data.applicationId === 'string' ? data.applicationId : undefined;
}
