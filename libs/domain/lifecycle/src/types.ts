export type { Instant, Language, Text } from '@kyzmat/working-time';
export * from './types/clocks.ts';
export * from './types/commands.ts';
export * from './types/decision.ts';
export * from './types/events.ts';
export * from './types/parts.ts';
export * from './types/standing.ts';
export * from './types/state.ts';
