import type { Kit } from '@kyzmat/kit';
import type { Journal } from './journal.ts';
import { tellIdentity, type Tell } from './witness.ts';

const everyMs = 60_000;

export interface Anchoring {
  /** Tells the last head and ends. */
  stop(): Promise<void>;
}

/**
 * Tells identity how far the chain has come, so that a cut behind that place is found: every minute that
 * brought something, and when the process ends. Identity may be away; then the next turn tells of more.
 */
export function startAnchoring(kit: Kit, journal: Pick<Journal, 'head'>): Anchoring {
  return anchorEvery(kit, journal, tellIdentity(kit));
}

/** The same with another way of telling: identity has no need to ask itself over the network. */
export function anchorEvery(
  { telemetry: { log } }: Pick<Kit, 'telemetry'>,
  { head }: Pick<Journal, 'head'>,
  tell: Tell,
): Anchoring {
  let told = '';
  async function turn(): Promise<void> {
    const now = head();
    if (now === undefined || now.hash === told) return;
    try {
      await tell(now);
      told = now.hash;
    } catch (error) {
      log.warn({ reason: String(error) }, 'the head of the journal was not anchored');
    }
  }
  const timer = setInterval(() => void turn(), everyMs).unref();
  return {
    async stop() {
      clearInterval(timer);
      await turn();
    },
  };
}
