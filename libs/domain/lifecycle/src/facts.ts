import { namedClock } from './conditions.ts';
import { commandAs, earlier, type Given } from './given.ts';
import type { ClockChange, CommandOf, EventType, Facts, Refusal, RefundReason, Text } from './types.ts';

/** What the user signed and sent, and nothing else that may have come along. */
export function submission(command: CommandOf<'submit'>): Facts['submitted'] {
  return {
    reference: command.reference,
    ownerId: command.ownerId,
    providerId: command.providerId,
    serviceCode: command.serviceCode,
    serviceVersion: command.serviceVersion,
    language: command.language,
    contentHash: command.contentHash,
    signature: command.signature,
    resultForm: command.resultForm,
    terms: command.terms,
  };
}

/** What each event says, taken from the command that brought it and from the state it met. */
export const facts: { [E in EventType]: (given: Given, seq: number) => Facts[E] } = {
  submitted: ({ command }) => submission(commandAs(command, 'submit')),
  registered: ({ command }) => {
    const { registrationNumber, executorId } = commandAs(command, 'register');
    return { registrationNumber, executorId };
  },
  suspended: () => ({}),
  resumed: () => ({}),
  started: ({ outlook }) => {
    const { startedAt, end } = outlook();
    if (startedAt === undefined || end === undefined)
      throw new TypeError('The graph starts provision too early');
    return { startedAt, provisionEndsAt: end.at };
  },
  intake_refused: (given) => ({ refusal: refusal(given, 'intake') }),
  executor_designated: ({ command }) => ({ executorId: commandAs(command, 'designate_executor').executorId }),
  appearance_recorded: ({ command }) => ({ appearedAt: commandAs(command, 'record_appearance').appearedAt }),
  clarification_asked: ({ state, command }, seq) => {
    const { wants, question } = commandAs(command, 'ask_clarification');
    return { clarificationId: `${state.id}:${seq}`, wants, question };
  },
  clarification_answered: ({ command }) => {
    const { clarificationId, answer, attachmentIds } = commandAs(command, 'answer_clarification');
    return { clarificationId, answer, attachmentIds };
  },
  contacts_corrected: ({ command }) => ({ contacts: commandAs(command, 'correct_contacts').contacts }),
  approved: () => ({}),
  returned_to_work: ({ command }) => ({ reason: commandAs(command, 'return_to_work').reason }),
  completed: ({ command }) => ({ result: commandAs(command, 'complete').result }),
  provision_refused: (given) => ({ refusal: refusal(given, 'provision') }),
  status_confirmed: ({ state }) => ({ stage: state.stage }),
  withdrawn: () => ({}),
  outage_recorded: ({ command }) => {
    const { outageId, cause, startedAt } = commandAs(command, 'record_outage');
    return { outageId, cause, startedAt };
  },
  outage_removed: ({ command }) => ({ removedAt: commandAs(command, 'record_outage_removed').removedAt }),
  charged: ({ command }) => {
    const { chargeId, amountTyiyn } = commandAs(command, 'charge');
    return { chargeId, amountTyiyn };
  },
  payment_pending: ({ command }) => ({ chargeId: commandAs(command, 'payment_pending').chargeId }),
  payment_confirmed: ({ command, context }) => {
    const { chargeId, amountTyiyn, paidAt } = commandAs(command, 'confirm_payment');
    return { chargeId, amountTyiyn, paidAt: earlier(paidAt, context.now) };
  },
  payment_expired: ({ command }) => ({ chargeId: commandAs(command, 'expire_payment').chargeId }),
  refund_opened: refundOpened,
  refunded: ({ command }) => ({ chargeId: commandAs(command, 'refund').chargeId }),
  notice_handed_over: ({ command, context }) => {
    const { noticeId, channel, at } = commandAs(command, 'close_notice');
    return { noticeId, channel, handedOverAt: earlier(at, context.now) };
  },
  clock_breached: (given) => {
    const clock = namedClock(given);
    if (clock === undefined) throw new TypeError('The graph breaches a clock that is not there');
    return { clockId: clock.id, limit: clock.dueAt };
  },
  clock_reminded: ({ command }) => {
    const { clockId, step } = commandAs(command, 'remind_clock');
    return { clockId, step };
  },
  clocks_replanned: ({ command, changes }): { reason: Text; changes: readonly ClockChange[] } => ({
    reason: commandAs(command, 'replan_clocks').reason,
    changes: changes(),
  }),
};

function refusal({ command, context }: Given, kind: Refusal['kind']): Refusal {
  const { grounds, reason, executorId } = commandAs(command, 'refuse_intake', 'refuse_provision');
  return { kind, grounds, reason, executorId, at: context.now };
}

function refundOpened({ state, command }: Given): Facts['refund_opened'] {
  if (command.type === 'confirm_payment') {
    const { chargeId, amountTyiyn } = command;
    const ended = state.stage === 'withdrawn' || state.stage === 'intake_refused' ? state.stage : undefined;
    const reason = state.paidAt === undefined && ended !== undefined ? ended : 'paid_twice';
    return { chargeId, amountTyiyn, reason };
  }
  if (state.chargeId === undefined) throw new TypeError('The graph refunds what was never paid');
  const reason = refundReasons[commandAs(command, 'withdraw', 'refuse_intake', 'refuse_provision').type];
  return { chargeId: state.chargeId, amountTyiyn: state.terms.priceTyiyn, reason };
}

const refundReasons = {
  withdraw: 'withdrawn',
  refuse_intake: 'intake_refused',
  refuse_provision: 'provision_refused',
} as const satisfies Record<string, RefundReason>;
