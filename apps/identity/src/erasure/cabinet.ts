import type { ApplicationsApi } from '@kyzmat/contracts';
import { dataOf, Problem } from '@kyzmat/http';
import type { Journal } from '@kyzmat/journal';
import { ownWork, type Kit } from '@kyzmat/kit';
import type { Caller } from '@kyzmat/auth';
import type { Powers } from '../powers/store.ts';

/** Where this process keeps what goes with a person, and which field names the person. */
const goes = {
  persons: '_id',
  credentials: '_id',
  'data-exports': '_id',
  sessions: 'actor',
  codes: 'person',
  recoveries: 'person',
  means_changes: 'person',
} as const;

interface CabinetWork {
  readonly person: string;
}

export interface Cabinets {
  /** @throws Problem applications_open while an application of the person goes on */
  erase(caller: Caller, person: string): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * P573-49: a person deletes the own cabinet. One durable item of work owes all of it, so a crash deletes later, never
 * half. Facts of access and the journal stay (P573-19d), with ids that nobody can turn into a person any more; so do the
 * qualified signatures of applications that were sent (P573-8l), and that somebody acted in another's name (P573-15).
 */
export function openCabinets(
  kit: Kit,
  { powers, journal }: { readonly powers: Powers; readonly journal: Pick<Journal, 'records'> },
): Cabinets {
  const applications = kit.to<ApplicationsApi>('applications')(kit.self);
  const work = ownWork<CabinetWork>(kit, 'erase-cabinet', async ({ person }) => {
    await removeHere(person);
    await applications.POST('/owners/{id}/erasure', { params: { path: { id: person } } });
  });

  async function removeHere(person: string): Promise<void> {
    await powers.endAllOf(person);
    for (const [collection, field] of Object.entries(goes)) {
      await kit.store.collection(collection).deleteMany({ [field]: person });
    }
    // What others have open in this person's name ends too.
    await kit.store.collection('sessions').deleteMany({ subject: person });
  }

  return {
    async erase(caller, person) {
      const params = { path: { id: person } };
      const { open } = dataOf(await applications.GET('/owners/{id}/erasure', { params }));
      if (open > 0) throw stillOpen(open);
      await journal.records(caller, { subject: person, act: 'cabinet.erased' });
      await work.items.put([{ id: `${person}:erase`, payload: { person } }]);
      // Done at once, so that no session outlives the answer; the work owed does it again, and tells applications.
      await removeHere(person);
    },
    async start() {
      await work.start();
    },
    stop: () => work.stop(),
  };
}

function stillOpen(open: number): Problem {
  return new Problem(409, 'applications_open', 'Applications of this person go on.', {
    open,
    ruleId: 'P573-31c',
    message: {
      ky: `Каралып жаткан арыздарыңыз бар (${open}). Алар бүткөндө же аларды кайтарып алганда кабинетти өчүрсөңүз болот.`,
      ru: `Есть заявления в работе (${open}). Удалить кабинет можно, когда они будут завершены или вы их отзовёте.`,
      en: `Applications of yours go on (${open}). The cabinet can be deleted when they have ended or you have withdrawn them.`,
    },
  });
}
