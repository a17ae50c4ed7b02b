import type { ProcessName } from '@kyzmat/auth';
import { forbidden, Problem } from '@kyzmat/http';
import { anchorsOf, openChain, type AnchorBody, type Head } from '@kyzmat/journal';
import type { Kit } from '@kyzmat/kit';

/** Anchors are a chain themselves; the operator keeps its head outside, on paper if need be (docs/journal.md). */
export interface Anchors {
  /** @throws Problem journal_went_back when the process said more before than it says now. */
  take(process: ProcessName, head: Head): Promise<void>;
  ensureIndexes(): Promise<void>;
  stop(): Promise<void>;
}

export function openAnchors({ store, clock, telemetry: { log } }: Kit): Anchors {
  const collection = anchorsOf<AnchorBody>(store);
  const own = openChain<AnchorBody>({ name: 'anchors', collection, clock });
  return {
    async take(process, { chain, seq, hash }) {
      if (!chain.startsWith(`${process}-`)) throw forbidden('not_your_chain');
      const known = await collection.find({ 'body.chain': chain }).sort({ 'body.seq': -1 }).limit(1).next();
      if (known?.body.hash === hash) return;
      if (known !== null && known.body.seq >= seq) {
        log.error({ process, chain, seq, known: known.body.seq }, 'a journal went back');
        throw new Problem(409, 'journal_went_back', 'An anchor knows of later entries.');
      }
      await own.append({ process, chain, seq, hash });
    },
    async ensureIndexes() {
      await collection.createIndex({ 'body.chain': 1, 'body.seq': -1 });
    },
    stop: () => own.stop(),
  };
}
