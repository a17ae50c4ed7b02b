import type { ConfigOf } from '@kyzmat/config';

/** The process needs no variables of its own yet. */
export const ownSpec = {};

export type OwnConfig = ConfigOf<typeof ownSpec>;
