import type { RefusalCode } from '../types.ts';

/** What must hold for an edge to be taken, and the refusal when it does not. */
export interface Guard<Looked> {
  code: RefusalCode;
  ruleId?: string;
  holds: (looked: Looked) => boolean;
}
