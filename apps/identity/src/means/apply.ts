import type { Credential, Credentials } from '../passwords/credentials.ts';
import type { Persons } from '../persons/store.ts';
import type { Tell } from '../tell.ts';
import type { MeansChange, MeansChanges } from './changes.ts';
import { movedNews } from './news.ts';

export interface ApplyParts {
  readonly persons: Persons;
  readonly credentials: Credentials;
  readonly changes: MeansChanges;
  readonly tell: Tell;
}

/** Everything under which somebody can be told of what happens to their means. */
export function everyWay(credential: Credential, contact: { phone?: string; email?: string }) {
  return { phone: credential.phone, email: [credential.email, contact.email] };
}

/** From now on the new one counts. Whatever ends in between is done again: the change is over only at the end. */
export async function applyChange(parts: ApplyParts, change: MeansChange): Promise<void> {
  const { persons, credentials, changes, tell } = parts;
  const { _id, person, kind, address, passwordHash, state } = change;
  const [former, { contact }] = await Promise.all([credentials.find(person), persons.get(person)]);
  const moved = await credentials.move(person, passwordHash, { [kind]: address });
  if (moved && kind === 'phone') await persons.movePhone(person, address);
  if (moved && kind === 'email' && (contact.email === undefined || contact.email === former?.email)) {
    await persons.changeContact(person, { email: address });
  }
  if (!(await changes.move(_id, state, moved ? 'done' : 'replaced')) || !moved || former === undefined)
    return;
  await tell({ ...everyWay(former, contact), language: contact.language }, movedNews[kind]);
}

export interface Applying {
  stop(): Promise<void>;
}

const everyMs = 2_000;

/** Applies what has waited long enough. Several replicas may: each change is applied once more without harm. */
export function startApplying(parts: ApplyParts, failed: (error: unknown) => void): Applying {
  let turn: Promise<void> | undefined;
  const take = async (): Promise<void> => {
    try {
      for (const change of await parts.changes.due()) await applyChange(parts, change);
    } catch (error) {
      failed(error);
    } finally {
      turn = undefined;
    }
  };
  const timer = setInterval(() => {
    turn ??= take();
  }, everyMs).unref();
  return {
    async stop() {
      clearInterval(timer);
      await turn;
    },
  };
}
