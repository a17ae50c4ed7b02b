import type { Kit } from '@kyzmat/kit';
import type { Actor } from '@kyzmat/lifecycle';

/** One of our own processes. */
export function systemActor({ name }: Pick<Kit, 'name'>): Actor {
  return { id: name, role: 'system' };
}
