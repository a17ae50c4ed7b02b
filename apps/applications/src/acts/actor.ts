import type { Caller } from '@kyzmat/auth';
import type { Kit } from '@kyzmat/kit';
import type { Actor } from '@kyzmat/lifecycle';

/** The caller as the lifecycle knows actors: who acts, in what capacity, in whose name. */
export function actorOf({ actor, subject, role, provider }: Caller): Actor {
  return {
    id: actor,
    role,
    ...(role === 'user' && subject !== actor ? { subjectId: subject } : {}),
    ...(provider === undefined ? {} : { providerId: provider }),
  };
}

/** One of our own processes. */
export function systemActor({ name }: Pick<Kit, 'name'>): Actor {
  return { id: name, role: 'system' };
}
