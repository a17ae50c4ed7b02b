import {
  intakeRefusalGrounds,
  type Actor,
  type ApplicationState,
  type Command,
  type Context,
  type Instant,
  type LegalClock,
} from '../types.ts';
import {
  ask,
  colleague,
  complete,
  edms,
  executor,
  foreigner,
  head,
  operator,
  owner,
  paidTerms,
  pay,
  refuseIntake,
  refuseProvision,
  register,
  signer,
  stranger,
  submit,
  system,
  user,
  withDay,
} from './story.ts';

export const everybody: readonly Actor[] = [
  user,
  stranger,
  executor,
  colleague,
  foreigner,
  signer,
  head,
  edms,
  operator,
  owner,
  system,
];

/** Days before and after which nothing happens in the stories. */
const movedDays = ['2021-03-15', '2021-03-17'].map((date) => withDay(date, false));

/** One attempt: a command with the moment and whatever else its context needs. */
interface Attempt {
  command: Command;
  at: Instant;
  more: Partial<Context>;
}

/** A grounds list that no typed caller could send, as it may still come over the wire. */
export function forgedGrounds(grounds: readonly string[]): Command {
  const forged: unknown = { ...refuseIntake, grounds };
  if (!isCommand(forged)) throw new TypeError('not a command');
  return forged;
}

function isCommand(value: unknown): value is Command {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/** Everything worth trying on a state, good and bad, by whomever; a minute after what happened last. */
export function attemptsOn(state: ApplicationState, last: Instant): readonly Attempt[] {
  const at = later(last, 60_000);
  const now = (command: Command, more: Partial<Context> = {}): Attempt => ({ command, at, more });
  return [
    ...acts(at).map((command) => now(command, { executor: { id: executor.id, providerId: 'provider-a' } })),
    ...payments(at).map((command) => now(command)),
    ...state.clarifications.map(({ id }) =>
      now({ type: 'answer_clarification', clarificationId: id, answer: 'Мына', attachmentIds: [] }),
    ),
    ...clocksWorthTrying(state).flatMap((clock) => onClock(clock.id, clock.dueAt, at)),
    ...movedDays.map((calendar) =>
      now({ type: 'replan_clocks', reason: { ky: 'Токтом', ru: 'Постановление' } }, { calendar }),
    ),
  ];
}

function clocksWorthTrying({ clocks }: ApplicationState): readonly LegalClock[] {
  const open = clocks.filter((clock) => clock.closedAt === undefined);
  const limits = open.filter((clock) => clock.kind !== 'notice');
  const notice = open.find((clock) => clock.kind === 'notice');
  const done = clocks.find((clock) => clock.closedAt !== undefined);
  return [...limits, notice, done].filter((clock) => clock !== undefined);
}

function acts(at: Instant): Command[] {
  return [
    submit(),
    register,
    { ...register, executorId: 'clerk-9' },
    { ...register, registrationNumber: ' ' },
    ...intakeRefusalGrounds.map((ground) => ({ ...refuseIntake, grounds: [ground] })),
    { ...refuseIntake, reason: '' },
    forgedGrounds(['unpaid']),
    forgedGrounds(['incomplete', 'busy']),
    forgedGrounds([]),
    { type: 'designate_executor', executorId: executor.id },
    { type: 'designate_executor', executorId: colleague.id },
    { type: 'record_appearance', appearedAt: at },
    ask,
    { ...ask, wants: 'paper' },
    { type: 'answer_clarification', clarificationId: 'nothing', answer: '-', attachmentIds: [] },
    { type: 'correct_contacts', contacts: { phone: '+996700000002' } },
    { type: 'correct_contacts', contacts: {} },
    { type: 'approve' },
    { type: 'return_to_work', reason: 'signer_lost' },
    complete,
    { ...complete, result: { form: 'signed_document', documentId: 'doc-1', documentHash: 'sha256:bb' } },
    refuseProvision,
    { ...refuseProvision, grounds: ['unpaid'] },
    { type: 'confirm_status' },
    { type: 'withdraw' },
    { type: 'record_outage', outageId: 'outage-1', cause: 'no_electricity', startedAt: at },
    { type: 'record_outage_removed', removedAt: at },
  ];
}

function payments(at: Instant): Command[] {
  return ['charge-1', 'charge-2'].flatMap((chargeId): Command[] => [
    { type: 'charge', chargeId, amountTyiyn: paidTerms.priceTyiyn },
    { type: 'payment_pending', chargeId },
    pay(at, chargeId),
    { ...pay(at, chargeId), amountTyiyn: 1 },
    { type: 'expire_payment', chargeId },
    { type: 'refund', chargeId },
  ]);
}

function onClock(id: string, dueAt: Instant, at: Instant): Attempt[] {
  const atLimit = dueAt > at ? dueAt : at;
  const afterLimit = later(atLimit, 1);
  return [
    { command: { type: 'remind_clock', clockId: id, step: 0 }, at, more: {} },
    { command: { type: 'remind_clock', clockId: id, step: 0 }, at: atLimit, more: {} },
    { command: { type: 'breach_clock', clockId: id }, at, more: {} },
    { command: { type: 'breach_clock', clockId: id }, at: afterLimit, more: {} },
    { command: { type: 'close_notice', noticeId: id, channel: 'cabinet', at }, at, more: {} },
    { command: { type: 'close_notice', noticeId: id, channel: 'emessage', at }, at, more: {} },
    { command: { type: 'close_notice', noticeId: id, channel: 'email', at }, at, more: {} },
  ];
}

function later(instant: Instant, milliseconds: number): Instant {
  return new Date(Date.parse(instant) + milliseconds).toISOString();
}
