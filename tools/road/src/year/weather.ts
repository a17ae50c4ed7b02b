import { dataOf } from '@kyzmat/http';
import { eventually } from '@kyzmat/testing/eventually';
import { readCalendar } from '@kyzmat/working-time';
import { clerkOf, operatorOf } from '../clerk.ts';
import type { Books } from './books.ts';
import type { Country } from './lives.ts';
import type { Random } from './random.ts';

const providers = {
  'population-register': 'nurlan',
  'interior-information-centre': 'asel',
  'licensing-office': 'timur',
} as const;

export interface OutagePlan {
  readonly provider: keyof typeof providers;
  /** Hours until it is removed, and from then until its clerk shows how things stand. */
  readonly lasts: number;
  readonly shownAfter: number;
}

/** Whether the state e-message system takes nothing now. */
export interface EMessages {
  fail: boolean;
}

/** The e-message system is out of order for so many hours; e-mail steps in meanwhile, and all of it goes in the end. */
export async function silence(
  { world: { urls }, time, agenda, eMessages }: Country,
  books: Books,
  lasts: number,
): Promise<void> {
  const turn = async (works: 'yes' | 'no'): Promise<void> => {
    const body = new URLSearchParams({ works });
    await fetch(`${urls.sandbox}/e-message/standing`, { method: 'POST', body, redirect: 'manual' });
    eMessages.fail = works === 'no';
  };
  await turn('no');
  agenda.in(lasts, 'e-messages go again', async () => {
    const now = await time.now();
    await eventually(() => books.hasSteppedIn(now), { what: 'e-mail instead' });
    await turn('yes');
  });
}

/** One by chance: the clerk is in time after it (P573-42), or late. */
export function someOutage(random: Random): OutagePlan {
  return {
    provider: random.pick(['population-register', 'interior-information-centre', 'licensing-office']),
    lasts: random.between(5, 50),
    shownAfter: random.chance(60) ? random.between(1, 20) : random.between(30, 60),
  };
}

/** An outage at a provider, and the words with which its clerk shows afterwards how things stand. */
export async function outage(
  { world, time, agenda, random }: Country,
  books: Books,
  { provider: id, lasts, shownAfter }: OutagePlan,
): Promise<void> {
  const operator = operatorOf(world);
  const startedAt = (await time.now()).toISOString();
  const cause = random.pick(['no_internet', 'no_electricity', 'system_failure'] as const);
  const body = { cause, startedAt };
  const { data: begun } = await operator.POST('/providers/{id}/outages', { params: { path: { id } }, body });
  // One lasts there already.
  if (begun === undefined) return;
  await eventually(() => books.isDone('apply-outages', `${begun.id}:began`), { what: 'the outage' });
  agenda.in(lasts, 'outage removed', async () => {
    const params = { path: { id, outageId: begun.id } };
    const removedAt = (await time.now()).toISOString();
    dataOf(
      await operator.POST('/providers/{id}/outages/{outageId}/removal', { params, body: { removedAt } }),
    );
    await eventually(() => books.isDone('apply-outages', `${begun.id}:removed`), { what: 'its removal' });
    const clerk = clerkOf(world, providers[id], id);
    agenda.in(shownAfter, 'show the status', async () => {
      for (const application of await books.openAt(id)) {
        const { actions } = await clerk.look(application);
        if (actions.includes('confirm_status')) await clerk.act(application, { type: 'confirm_status' });
      }
    });
  });
}

/** The government moves a day: a working one becomes a holiday, or the other way about. */
export async function movedDay({ world, time }: Country, books: Books, daysAhead: number): Promise<void> {
  const operator = operatorOf(world);
  const { calendar: data } = dataOf(await operator.GET('/calendars/current'));
  const calendar = readCalendar(data);
  const ahead = new Date((await time.now()).getTime() + daysAhead * 86_400_000);
  const date = calendar.dateOf(ahead.toISOString());
  const reason = { ky: 'Министрлер Кабинетинин тескемеси', ru: 'Распоряжение Кабинета Министров' };
  const exceptions = [{ date, working: !calendar.isWorkingDay(date), reason }];
  const { version } = dataOf(await operator.POST('/calendars/exceptions', { body: { exceptions } }));
  await eventually(() => books.isDone('replan-clocks', `replan:${version}`), { what: 'the new calendar' });
}
