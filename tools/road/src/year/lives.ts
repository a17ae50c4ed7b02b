import type { Applications } from '@kyzmat/contracts';
import { dataOf } from '@kyzmat/http';
import { eventually } from '@kyzmat/testing/eventually';
import type { World } from '@kyzmat/world';
import type { Citizen } from '../citizen.ts';
import { clerkOf, type Clerk } from '../clerk.ts';
import { residenceDecision } from '../roads.ts';
import { draftReady, signed } from '../submission.ts';
import type { Agenda, Timekeeper } from './agenda.ts';
import { dateIn, licenceDraft } from './licence.ts';
import type { Random } from './random.ts';
import type { EMessages } from './weather.ts';

export interface Country {
  readonly world: World;
  readonly time: Timekeeper;
  readonly agenda: Agenda;
  readonly random: Random;
  readonly eMessages: EMessages;
}
type Service = 'residence-certificate' | 'criminal-record-certificate' | 'alcohol-retail-licence';
type View = Applications['ApplicationView'];
type Stage = View['stage'];

/** Who answers for a service: one clerk, who also signs. */
const clerks: Readonly<Record<Service, readonly [id: string, provider: string]>> = {
  'residence-certificate': ['nurlan', 'population-register'],
  'criminal-record-certificate': ['asel', 'interior-information-centre'],
  'alcohol-retail-licence': ['timur', 'licensing-office'],
};

/** How it goes. By `chance`, clerks may be late, and people change their mind; else it is known beforehand. */
type Course = 'chance' | 'granted' | 'refused' | 'turned_away' | 'withdrawn';

/** One application from the form to its end. */
export async function live(
  country: Country,
  service: Service,
  citizen: Citizen,
  course: Course = 'chance',
): Promise<void> {
  const { world, time, agenda, random } = country;
  // No code comes to sign with: people come again.
  if (country.eMessages.fail && service !== 'alcohol-retail-licence') {
    agenda.in(6, 'apply later', () => live(country, service, citizen, course));
    return;
  }
  const clerk = clerkOf(world, ...clerks[service]);
  const draft =
    service === 'alcohol-retail-licence'
      ? await licenceDraft(citizen, await time.now())
      : (await draftReady(citizen, service)).draft;
  const body = await signed(world, citizen, draft);
  const { id } = dataOf(await citizen.applications.POST('/applications', { body }));
  const free = service === 'residence-certificate';
  const self = { country, service, citizen, clerk, id, course };

  if (course === 'turned_away') {
    agenda.in(3, 'refuse intake', () => refuseIntake(self));
    return;
  }
  if (course === 'withdrawn') {
    agenda.in(3, 'withdraw', () => withdraw(self));
    return;
  }
  if (course !== 'chance') {
    agenda.in(3, 'register', () => register(self));
    if (!free) agenda.in(5, 'pay', () => pay(self));
    return;
  }
  if (random.chance(8)) agenda.in(random.between(1, 60), 'withdraw', () => withdraw(self));
  if (!free) payLater(self);
  // One in ten clerks forgets the application; its user gives up in the end.
  if (random.chance(10)) {
    agenda.in(random.between(60, 200), 'give up', () => withdraw(self));
    return;
  }
  const late = random.chance(20);
  const hours = late ? random.between(60, 120) : random.between(1, 10);
  const refuses = random.chance(12);
  agenda.in(hours, refuses ? 'refuse intake' : 'register', () =>
    refuses ? refuseIntake(self) : register(self),
  );
}

interface Case {
  readonly country: Country;
  readonly service: Service;
  readonly citizen: Citizen;
  readonly clerk: Clerk;
  readonly id: string;
  readonly course: Course;
}

function payLater(self: Case): void {
  const { agenda, random } = self.country;
  const kind = random.between(1, 10);
  // A third never pays; some of them withdraw after all.
  if (kind <= 2) return;
  if (kind === 3) agenda.in(random.between(200, 400), 'give up unpaid', () => withdraw(self));
  else agenda.in(kind <= 5 ? 0.5 : random.between(4, 90), 'pay', () => pay(self));
}

async function register(self: Case): Promise<void> {
  const { clerk, id, country, service } = self;
  const { agenda, random } = country;
  if (!(await can(self, 'register'))) return;
  await clerk.act(id, { type: 'register', registrationNumber: `Г-${id.slice(0, 8)}`, executorId: clerk.id });
  if (service === 'alcohol-retail-licence') {
    agenda.in(random.between(20, 150), 'appear', () => appear(self));
  }
  if (random.chance(20)) agenda.in(1, 'ask', () => ask(self));
  decideLater(self);
}

function decideLater(self: Case): void {
  const { agenda, random } = self.country;
  const usual = self.service === 'residence-certificate' ? random.between(2, 30) : random.between(30, 150);
  const hours = random.chance(20) ? usual + random.between(100, 400) : usual;
  const refuses = self.course === 'refused' || (self.course === 'chance' && random.chance(15));
  agenda.in(hours, refuses ? 'refuse' : 'decide', () => (refuses ? refuse(self) : decide(self)));
}

async function refuseIntake(self: Case): Promise<void> {
  if (!(await can(self, 'refuse_intake'))) return;
  const { clerk, id } = self;
  const words = { grounds: ['incomplete'], reason: 'Экинчи барак жок.', executorId: clerk.id };
  await clerk.act(id, { type: 'refuse_intake', ...words });
}

async function refuse(self: Case, looks = mostLooks): Promise<void> {
  if (!(await can(self, 'refuse_provision'))) {
    return again(self, looks, 'refuse', () => refuse(self, looks - 1));
  }
  const { clerk, id } = self;
  const words = { grounds: [grounds[self.service]], reason: 'Регламенттин шарты аткарылган эмес.' };
  await clerk.act(id, { type: 'refuse_provision', ...words, executorId: clerk.id });
}

async function decide(self: Case, looks = mostLooks): Promise<void> {
  if (!(await can(self, 'decide'))) return again(self, looks, 'decide', () => decide(self, looks - 1));
  const { clerk, id, country, service } = self;
  const decision = decisionOf(service, await country.time.now());
  await clerk.act(id, { type: 'decide', signerId: clerk.id, decision });
  await standsAt(self, 'completed');
}

const mostLooks = 5;

/** Not paid or not there yet: the clerk looks again after a few days, some times. */
async function again(
  { country: { agenda }, id, clerk }: Case,
  looks: number,
  what: string,
  act: () => Promise<void>,
): Promise<void> {
  const { stage } = await clerk.look(id);
  if (looks > 0 && (stage === 'suspended_unpaid' || stage === 'accepted')) agenda.in(120, what, act);
}

async function ask(self: Case): Promise<void> {
  if (!(await can(self, 'ask_clarification'))) return;
  const { clerk, citizen, id, country } = self;
  await clerk.act(id, { type: 'ask_clarification', wants: 'information', question: 'Дарек туурабы?' });
  country.agenda.in(3, 'answer', async () => {
    const params = { path: { id } };
    const view = dataOf(await citizen.applications.GET('/applications/{id}', { params }));
    const open = view.clarifications.find(({ answeredAt }) => answeredAt === undefined);
    if (open === undefined || !view.actions.includes('answer_clarification')) return;
    const command = {
      type: 'answer_clarification',
      clarificationId: open.id,
      answer: 'Ооба.',
      attachmentIds: [],
    };
    const body = { version: view.version, command };
    dataOf(await citizen.applications.POST('/applications/{id}/commands', { params, body }));
  });
}

async function appear(self: Case): Promise<void> {
  if (!(await can(self, 'record_appearance'))) return;
  const now = await self.country.time.now();
  await self.clerk.act(self.id, {
    type: 'record_appearance',
    appearedAt: new Date(now.getTime() - 600_000).toISOString(),
  });
}

async function withdraw({ citizen, id }: Case): Promise<void> {
  const params = { path: { id } };
  const { actions, version } = dataOf(await citizen.applications.GET('/applications/{id}', { params }));
  if (!actions.includes('withdraw')) return;
  const body = { version, command: { type: 'withdraw' } };
  dataOf(await citizen.applications.POST('/applications/{id}/commands', { params, body }));
}

/** Pays, also for what has been refused or withdrawn meanwhile, as people do; then the money comes back. */
async function pay(self: Case): Promise<void> {
  const { citizen, id } = self;
  const charge = await eventually(
    async () => dataOf(await citizen.payments.GET('/charges', { params: { query: { applicationId: id } } })),
    { what: 'the charge' },
  );
  const params = { path: { id: charge.id } };
  const { data } = await citizen.payments.POST('/charges/{id}/checkout', {
    params,
    body: { language: 'ky' },
  });
  // Whoever withdrew is not asked to pay any more.
  if (data === undefined) return;
  await fetch(data.payUrl, { method: 'POST', body: new URLSearchParams({ act: 'leave' }) });
  await eventually(
    async () => ['confirmed', 'refund_due', 'refunded'].includes((await self.clerk.look(id)).payment),
    {
      what: 'the payment',
    },
  );
}

async function can({ clerk, id }: Case, action: string): Promise<boolean> {
  return (await clerk.look(id)).actions.includes(action);
}

async function standsAt({ clerk, id }: Case, stage: Stage): Promise<void> {
  await eventually(async () => (await clerk.look(id)).stage === stage, { what: `stage ${stage}` });
}

/** A ground from each service's own regulation (P573-37). */
const grounds: Readonly<Record<Service, string>> = {
  'residence-certificate': 'not-registered',
  'criminal-record-certificate': 'identity-unclear',
  'alcohol-retail-licence': 'demands-not-met',
};

function decisionOf(service: Service, today: Date): Record<string, string | string[]> {
  switch (service) {
    case 'residence-certificate':
      return residenceDecision;
    case 'criminal-record-certificate':
      return { found: 'none', ...dateIn('checkedOn', new Date(today.getTime() - 86_400_000)) };
    case 'alcohol-retail-licence':
      return {
        licenceNumber: 'AA 123456',
        places: 'Бишкек, Демо көчөсү, 1',
        allowedDrinks: ['beer'],
        ...dateIn('validUntil', new Date(today.getTime() + 300 * 86_400_000)),
        withConditions: 'no',
      };
  }
}
