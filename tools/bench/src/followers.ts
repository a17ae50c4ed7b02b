import type { World } from '@kyzmat/world';

/** What works on what others have submitted. */
const names = ['payments', 'notifications', 'tunduk', 'portal', 'desk'] as const;

/**
 * The processes that are not asked when somebody submits, but work when it is done: to be stopped, so that a door is
 * measured by itself like the floor; what they have missed waits for them in Kafka.
 */
export function followers({ processes }: World): { stop(): Promise<void>; start(): Promise<void> } {
  return {
    async stop() {
      for (const name of names) await processes.stop(name);
    },
    async start() {
      for (const name of names) await processes.restart(name);
    },
  };
}
