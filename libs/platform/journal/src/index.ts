export { acts, categories, type Act, type Category } from './acts.ts';
export { anchorEvery, startAnchoring, type Anchoring } from './anchoring.ts';
export { openChain, type Chain, type ChainOptions } from './chain.ts';
export { canonical, type Entry, type Head } from './entry.ts';
export { journalCollection, openJournal, type Access, type Journal, type Use } from './journal.ts';
export { linesFor, type NameOf } from './lines-for.ts';
export type { Line, Page, PageQuery } from './page.ts';
export { verifyChain, type Anchor, type Fault, type Finding, type Verified } from './verify.ts';
export { verifyDatabase, type DatabaseReport } from './verify-database.ts';
export {
  anchorsCollection,
  verifyPlatform,
  type AnchorBody,
  type PlatformReport,
} from './verify-platform.ts';
