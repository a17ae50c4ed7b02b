import type { Applications, ApplicationsApi, EventData, Identity, IdentityApi } from '@kyzmat/contracts';
import { dataOf, Problem, Unavailable } from '@kyzmat/http';
import type { Kit } from '@kyzmat/kit';
import { DependencyDown } from '@kyzmat/store';
import type { NoticeState } from './notice.ts';

export interface Answers {
  readonly facts: Applications['NoticeFacts'];
  readonly contact: Identity['Contact'];
}

type Addressed = Pick<NoticeState, 'applicationId' | 'recipientId'>;

export interface Asking {
  /** What a notice has to say, and where its person is reached. Throws DependencyDown while nobody can tell. */
  about(applicationId: string, debt: EventData['NoticeOwed']): Promise<Answers>;
  /** Staff of a provider, or of the operator, who are told of its limits. */
  staff(providerId?: string): Promise<readonly Identity['StaffContact'][]>;
  /** Where the person of a notice is reached now. */
  contactFor(noticeId: string, notice: Addressed): Promise<Identity['Contact']>;
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
  const factsOf = async (noticeId: string, id: string): Promise<Answers['facts']> =>
    dataOf(
      await applications.GET('/applications/{id}/notices/{noticeId}', { params: { path: { id, noticeId } } }),
    );
  const contactOf = async (id: string): Promise<Answers['contact']> =>
    dataOf(await identity.GET('/persons/{id}/contact', { params: { path: { id } } }));
  const facts = answersOf(factsOf);
  const contacts = answersOf(contactOf);
  const staff = answersOf(async (providerId: string) => {
    const query = providerId === '' ? {} : { providerId };
    return dataOf(await identity.GET('/staff-contacts', { params: { query } })).contacts;
  });
  return {
    staff: (providerId = '') => staff.get(providerId),
    async contactFor(noticeId, { applicationId, recipientId }) {
      const [{ contacts }, contact] = await Promise.all([
        factsOf(noticeId, applicationId).catch(nothingMore),
        contactOf(recipientId),
      ]);
      return reachedAt(contact, contacts);
    },
    async about(applicationId, { noticeId, recipientId }) {
      const both = [facts.get(noticeId, applicationId), contacts.get(recipientId)] as const;
      const [said, contact] = await Promise.all(both);
      return { facts: said, contact: reachedAt(contact, said.contacts) };
    },
    forget() {
      facts.clear();
      contacts.clear();
      staff.clear();
    },
  };
}

/** What the user gave for an application comes before the addresses of the account (P573-14e). */
function reachedAt(
  contact: Identity['Contact'],
  { phone, email }: NonNullable<Answers['facts']['contacts']> = {},
): Identity['Contact'] {
  return {
    ...contact,
    ...(phone !== undefined && { phone, emessageAddress: phone }),
    ...(email !== undefined && { email }),
  };
}

/** The application is no longer there: the account's addresses are what is left. */
function nothingMore(error: unknown): Pick<Answers['facts'], 'contacts'> {
  if (error instanceof Problem && error.status === 404) return {};
  throw error;
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
