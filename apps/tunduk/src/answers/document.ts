import { Problem } from '@kyzmat/http';
import { Ajv } from 'ajv';
import { isAnswerName, type AnswerName } from '../delivery/delivery.ts';

/** A command for applications, and who gives it. */
export interface Answer {
  /** The employee of the provider who acts, as the provider's side names them. */
  readonly executor: string;
  readonly command: { readonly type: string } & Readonly<Record<string, unknown>>;
}

interface Registration {
  readonly registrationNumber: string;
  readonly executor: string;
}
interface Refusal {
  readonly grounds: readonly string[];
  readonly reason: string;
  readonly executor: string;
}
type Decision = { readonly executor: string } & (
  | { readonly decision: 'approve'; readonly signer: string; readonly data: Data }
  | { readonly decision: 'refuse'; readonly reason: string; readonly grounds?: readonly string[] }
);
type Data = Readonly<Record<string, string | readonly string[]>>;

const text = { type: 'string', minLength: 1, maxLength: 4000 };
const texts = { type: 'array', items: text, maxItems: 50 };
const id = { type: 'string', pattern: '^[A-Za-z0-9._:~-]{1,80}$' };
const data = {
  type: 'object',
  additionalProperties: { anyOf: [{ type: 'string', maxLength: 4000 }, texts] },
};
const ajv = new Ajv({ allErrors: true, discriminator: true });
const checks = {
  'registration.json': ajv.compile<Registration>(shape({ registrationNumber: text, executor: id })),
  'refusal.json': ajv.compile<Refusal>(shape({ grounds: texts, reason: text, executor: id })),
  'answer.json': ajv.compile<Decision>({
    type: 'object',
    required: ['decision'],
    discriminator: { propertyName: 'decision' },
    oneOf: [
      shape({ decision: { const: 'approve' }, executor: id, signer: id, data }),
      {
        ...shape({ decision: { const: 'refuse' }, executor: id, reason: text }),
        properties: { decision: { const: 'refuse' }, executor: id, reason: text, grounds: texts },
      },
    ],
  }),
};

function shape(properties: Readonly<Record<string, object>>): object {
  return { type: 'object', properties, required: Object.keys(properties) };
}

/** Reads what the provider's side wrote. Throws Problem `unreadable_document`: the clerk has to write it again. */
export function readAnswer(name: string, bytes: Uint8Array): Answer {
  if (!isAnswerName(name)) throw unreadable(name, []);
  const value = parsed(name, bytes);
  switch (name) {
    case 'registration.json': {
      const { registrationNumber, executor } = checked(name, checks[name], value);
      return { executor, command: { type: 'register', registrationNumber, executorId: executor } };
    }
    case 'refusal.json': {
      const { grounds, reason, executor } = checked(name, checks[name], value);
      return { executor, command: { type: 'refuse_intake', grounds, reason, executorId: executor } };
    }
    case 'answer.json':
      return decided(checked(name, checks[name], value));
  }
}

function decided(answer: Decision): Answer {
  const { executor } = answer;
  if (answer.decision === 'approve') {
    const decision = typed(answer.data);
    return { executor, command: { type: 'decide', decision, signerId: answer.signer } };
  }
  const { reason, grounds = [] } = answer;
  return { executor, command: { type: 'refuse_provision', grounds, reason, executorId: executor } };
}

/** Document systems write dates as `2026-03-12`; the form of the decision is filled in by day, month and year. */
function typed(values: Data): Data {
  return Object.fromEntries(
    Object.entries(values).flatMap(([field, value]) => {
      const [, year, month, day] =
        typeof value === 'string' ? (/^(\d{4})-(\d\d)-(\d\d)$/u.exec(value) ?? []) : [];
      if (year === undefined || month === undefined || day === undefined) return [[field, value]];
      return [
        [field, value],
        [`${field}.day`, day],
        [`${field}.month`, month],
        [`${field}.year`, year],
      ];
    }),
  );
}

function parsed(name: AnswerName, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw unreadable(name, [{ field: '', message: 'must be JSON in UTF-8' }]);
  }
}

function checked<T>(name: AnswerName, check: Check<T>, value: unknown): T {
  if (check(value)) return value;
  const errors = (check.errors ?? []).map(({ instancePath, message }) => ({
    field: instancePath.slice(1).replaceAll('/', '.'),
    message,
  }));
  throw unreadable(name, errors);
}
interface Check<T> {
  (value: unknown): value is T;
  errors?: readonly { readonly instancePath: string; readonly message?: string }[] | null;
}

function unreadable(name: string, errors: readonly object[]): Problem {
  return new Problem(422, 'unreadable_document', undefined, {
    message: {
      ky: `«${name}» документин окуу мүмкүн болгон жок. Аны кайра жазыңыз.`,
      ru: `Документ «${name}» не удалось прочитать. Запишите его заново.`,
    },
    errors,
  });
}
