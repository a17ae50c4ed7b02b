import { Problem } from '@kyzmat/http';
import type { CommandOf } from '@kyzmat/lifecycle';
import { Ajv } from 'ajv';

/** A positive decision with the data of the result, which the portal then makes and has signed. */
export interface Decide {
  readonly type: 'decide';
  /** Posted fields of the service's decision form. */
  readonly decision: Readonly<Record<string, string | readonly string[]>>;
  /** Whose signature the document gets; information has none (P573-33b). */
  readonly signerId?: string;
}

const text = { type: 'string', maxLength: 4000 };
const id = { type: 'string', minLength: 1, maxLength: 80 };
const instant = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$' };
const texts = { type: 'array', items: text, maxItems: 50 };
const refusal = { grounds: texts, reason: text, executorId: id };

/** What people and provider systems may ask for, member by member; the rest comes from our own processes. */
const members = {
  register: { registrationNumber: text, executorId: id },
  refuse_intake: refusal,
  refuse_provision: refusal,
  designate_executor: { executorId: id },
  record_appearance: { appearedAt: instant },
  ask_clarification: { wants: { enum: ['information', 'document', 'paper'] }, question: text },
  answer_clarification: {
    clarificationId: id,
    answer: text,
    attachmentIds: { type: 'array', items: id, maxItems: 50, default: [] },
  },
  correct_contacts: {
    contacts: {
      type: 'object',
      properties: {
        phone: { type: 'string', pattern: '^\\+[1-9][0-9]{8,14}$' },
        email: { type: 'string', maxLength: 254, pattern: '^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$' },
        postal: { type: 'string', maxLength: 500 },
      },
      additionalProperties: false,
    },
  },
  approve: {},
  confirm_status: {},
  withdraw: {},
  decide: {
    decision: { type: 'object', additionalProperties: { anyOf: [{ type: 'string' }, texts] } },
    signerId: id,
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, object>>>>;

type Outside = Exclude<keyof typeof members, 'decide'>;
export type OutsideCommand = CommandOf<Outside> | Decide;

const ajv = new Ajv({ allErrors: true, removeAdditional: true, useDefaults: true });
const checks = new Map(
  Object.entries(members).map(([type, own]) => {
    const properties = { type: { const: type }, ...own };
    const required = Object.keys(properties).filter((name) => name !== 'signerId');
    const schema = { type: 'object', properties, required, additionalProperties: false };
    return [type, ajv.compile<OutsideCommand>(schema)];
  }),
);

/** The command that was posted, with nothing beside what it may have. Throws Problem. */
export function readCommand(posted: { readonly type: string }): OutsideCommand {
  const check = checks.get(posted.type);
  if (check === undefined) throw new Problem(400, 'unknown_command', 'There is no such command for callers.');
  const command: unknown = structuredClone(posted);
  if (check(command)) return command;
  const errors = (check.errors ?? []).map(({ instancePath, message }) => ({
    field: `command${instancePath.replaceAll('/', '.')}`,
    message,
  }));
  throw new Problem(400, 'invalid_command', 'The command is not complete.', { errors });
}
