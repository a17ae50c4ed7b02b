import type { ProcessName } from '@kyzmat/world';

/** What the road needs when the tests themselves stand at the doors, as portal and desk would; the portal for the seed alone. */
export const behindTheDoors: readonly ProcessName[] = [
  'portal',
  'identity',
  'applications',
  'payments',
  'notifications',
  'providers',
  'sandbox',
];
