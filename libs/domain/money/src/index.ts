export { formatSom, isTyiyn, parseSom, type Language, type Tyiyn } from './amounts.ts';
export { checkSplit, type Part, type SplitProblem } from './split.ts';
