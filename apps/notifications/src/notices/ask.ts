import type { Applications, ApplicationsApi, EventData, Identity, IdentityApi } from '@kyzmat/contracts';
import { dataOf, Unavailable } from '@kyzmat/http';
import type { Kit } from '@kyzmat/kit';
import { DependencyDown } from '@kyzmat/store';

export interface Answers {
  readonly facts: Applications['NoticeFacts'];
  readonly contact: Identity['Contact'];
}

export interface Asking {
  /** What a notice has to say, and where its person is reached. Throws DependencyDown while nobody can tell. */
  about(applicationId: string, debt: EventData['NoticeOwed']): Promise<Answers>;
  /** Staff of a provider, or of the operator, who are told of its limits. */
  staff(providerId?: string): Promise<readonly Identity['StaffContact'][]>;
  /** Where a person is reached now. */
  contactOf(personId: string): Promise<Identity['Contact']>;
  /** The answers have been used. */
  forget(): void;
}

/** Questions to each of the other processes at the same time. */
const askAtOnce = 32;

/**
 * Asks the other processes about debts, a few at a time. Answers are kept until they are used: a batch that was
 * stopped half-way, by the time limit of its transaction or by somebody being away, comes further the next time.
 */
export function asking(kit: Kit): Asking {
  const applications = kit.to<ApplicationsApi>('applications')(kit.self);
  const identity = kit.to<IdentityApi>('identity')(kit.self);
  const facts = answersOf(async (noticeId: string, id: string) =>
    dataOf(
      await applications.GET('/applications/{id}/notices/{noticeId}', { params: { path: { id, noticeId } } }),
    ),
  );
  const contacts = answersOf(async (id: string) =>
    dataOf(await identity.GET('/persons/{id}/contact', { params: { path: { id } } })),
  );
  const staff = answersOf(async (providerId: string) => {
    const query = providerId === '' ? {} : { providerId };
    return dataOf(await identity.GET('/staff-contacts', { params: { query } })).contacts;
  });
  return {
    staff: (providerId = '') => staff.get(providerId),
    contactOf: async (id) =>
      dataOf(await identity.GET('/persons/{id}/contact', { params: { path: { id } } })),
    async about(applicationId, { noticeId, recipientId }) {
      const both = [facts.get(noticeId, applicationId), contacts.get(recipientId)] as const;
      const [said, contact] = await Promise.all(both);
      return { facts: said, contact };
    },
    forget() {
      facts.clear();
      contacts.clear();
      staff.clear();
    },
  };
}

/** Each question is asked once; only good answers are kept. */
function answersOf<A extends readonly string[], T>(
  ask: (key: string, ...more: A) => Promise<T>,
): { get(key: string, ...more: A): Promise<T>; clear(): void } {
  const kept = new Map<string, Promise<T>>();
  const inTurn = atMost(askAtOnce);
  const put = async (key: string, more: A): Promise<T> => {
    try {
      return await inTurn(() => ask(key, ...more));
    } catch (error) {
      kept.delete(key);
      throw error instanceof Unavailable ? new DependencyDown(error.message) : error;
    }
  };
  return {
    get(key, ...more) {
      const answer = kept.get(key) ?? put(key, more);
      kept.set(key, answer);
      return answer;
    },
    clear: () => kept.clear(),
  };
}

/** Lets through so many calls at a time; the others wait in order. */
function atMost(limit: number): <T>(call: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = limit;
  return async (call) => {
    if (free > 0) free--;
    else await new Promise<void>((go) => waiting.push(go));
    try {
      return await call();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free++;
      else next();
    }
  };
}
