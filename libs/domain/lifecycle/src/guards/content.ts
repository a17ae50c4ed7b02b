import { namedClock } from '../conditions.ts';
import { commandAs, type Given } from '../given.ts';
import { intakeRefusalGrounds, type Instant } from '../types.ts';
import { reminderAt } from '../reminders.ts';
import type { Guard } from './guard.ts';
import { openQuestion } from './standing.ts';

/** A code no ground may have: the law answers non-payment by waiting, never by refusing (P573-40). */
const nonpayment = 'unpaid';

/** Guards that look into the command: what a person or a system filled in. */
export const contentGuards = {
  signedByActor: {
    code: 'not_signed',
    ruleId: 'P573-8l',
    holds: ({ command, context }) => {
      const { signature, contentHash } = commandAs(command, 'submit');
      return signature.signedBy === context.actor.id && signature.contentHash === contentHash;
    },
  },
  signatureStrongEnough: {
    code: 'signature_too_weak',
    ruleId: 'P573-28a',
    holds: ({ command }) => {
      const { signature, terms } = commandAs(command, 'submit');
      return terms.signatureLevel === 'simple' || signature.level === 'qualified';
    },
  },
  resultFormOffered: {
    code: 'result_form_not_offered',
    ruleId: 'P573-33b',
    holds: ({ command }) => {
      const { resultForm, terms } = commandAs(command, 'submit');
      return terms.resultForms.includes(resultForm);
    },
  },
  executorOfThisProvider: {
    code: 'executor_of_other_provider',
    ruleId: 'P573-8d',
    holds: (given) => employerOf(namedExecutor(given), given.context) === given.state.providerId,
  },
  namesSelf: {
    code: 'not_in_charge',
    ruleId: 'P573-17d',
    holds: (given) => {
      const { role, id } = given.context.actor;
      return role === 'provider_system' || namedExecutor(given) === id;
    },
  },
  numberGiven: {
    code: 'number_missing',
    ruleId: 'P573-29a',
    holds: ({ command }) => isGiven(commandAs(command, 'register').registrationNumber),
  },
  notForNonpayment: {
    code: 'nonpayment_is_no_ground',
    ruleId: 'P573-40',
    holds: (given) => !grounds(given).includes(nonpayment),
  },
  groundInLaw: {
    code: 'ground_not_in_law',
    ruleId: 'P573-39a',
    holds: (given) => {
      const lawful: readonly string[] = intakeRefusalGrounds;
      return grounds(given).length > 0 && grounds(given).every((ground) => lawful.includes(ground));
    },
  },
  groundInRegulation: {
    code: 'ground_not_in_regulation',
    ruleId: 'P573-37',
    holds: (given) => {
      const own = given.state.terms.provisionRefusalGrounds;
      if (own === undefined) return true;
      return grounds(given).length > 0 && grounds(given).every((ground) => own.includes(ground));
    },
  },
  reasonGiven: {
    code: 'reason_missing',
    ruleId: 'P573-35b',
    holds: ({ command }) => isGiven(commandAs(command, 'refuse_intake', 'refuse_provision').reason),
  },
  questionGiven: {
    code: 'question_missing',
    holds: ({ command }) => isGiven(commandAs(command, 'ask_clarification').question),
  },
  contactsGiven: {
    code: 'contacts_missing',
    ruleId: 'P573-14e',
    holds: ({ command }) => isGiven(commandAs(command, 'correct_contacts').contacts.phone),
  },
  paperHasBasis: {
    code: 'paper_without_basis',
    ruleId: 'P573-29a',
    holds: ({ state, command }) =>
      commandAs(command, 'ask_clarification').wants !== 'paper' || state.terms.paperBasis !== undefined,
  },
  questionIsTheOne: {
    code: 'no_such_clarification',
    holds: ({ state, command }) =>
      openQuestion(state)?.id === commandAs(command, 'answer_clarification').clarificationId,
  },
  notInFuture: { code: 'in_the_future', holds: (given) => reportedInstant(given) <= given.context.now },
  afterOutageBegan: {
    code: 'before_outage',
    ruleId: 'P573-42',
    holds: ({ state, command }) =>
      state.outage === undefined ||
      commandAs(command, 'record_outage_removed').removedAt >= state.outage.startedAt,
  },
  resultComplete: {
    code: 'result_incomplete',
    ruleId: 'P573-33a',
    holds: ({ state, command }) => {
      const { form, documentId, documentHash, signedBy } = commandAs(command, 'complete').result;
      const signed = form === 'information' || isGiven(signedBy);
      return form === state.resultForm && isGiven(documentId) && isGiven(documentHash) && signed;
    },
  },
  amountIsPrice: {
    code: 'wrong_amount',
    ruleId: 'P573-32',
    holds: ({ state, command }) =>
      commandAs(command, 'charge', 'confirm_payment').amountTyiyn === state.terms.priceTyiyn,
  },
  refundKnown: {
    code: 'unknown_charge',
    holds: ({ state, command }) =>
      state.refunds.some((refund) => refund.chargeId === commandAs(command, 'refund').chargeId),
  },
  noticeKnown: { code: 'unknown_notice', holds: (given) => namedClock(given)?.notice !== undefined },
  clockKnown: { code: 'unknown_clock', holds: (given) => namedClock(given) !== undefined },
  limitPassed: {
    code: 'not_due_yet',
    holds: (given) => {
      const clock = namedClock(given);
      return clock !== undefined && given.context.now > clock.dueAt;
    },
  },
  reminderDue: {
    code: 'no_such_reminder',
    holds: (given) => {
      const clock = namedClock(given);
      const at = clock && reminderAt(clock, commandAs(given.command, 'remind_clock').step);
      return at !== undefined && given.context.now >= at;
    },
  },
} satisfies Record<string, Guard<Given>>;

function isGiven(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '';
}

function grounds({ command }: Given): readonly string[] {
  return commandAs(command, 'refuse_intake', 'refuse_provision').grounds;
}

function namedExecutor({ command }: Given): string {
  return commandAs(command, 'register', 'refuse_intake', 'refuse_provision', 'designate_executor').executorId;
}

function employerOf(executorId: string, { actor, executor }: Given['context']): string | undefined {
  if (executorId === actor.id && actor.role !== 'provider_system') return actor.providerId;
  return executor?.id === executorId ? executor.providerId : undefined;
}

function reportedInstant({ command }: Given): Instant {
  const told = commandAs(command, 'record_appearance', 'record_outage', 'record_outage_removed');
  switch (told.type) {
    case 'record_appearance':
      return told.appearedAt;
    case 'record_outage':
      return told.startedAt;
    case 'record_outage_removed':
      return told.removedAt;
  }
}
