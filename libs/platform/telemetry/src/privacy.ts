/** Members that never reach a log line, at the top or one level down. A net: no code should log them at all. */
const hidden = new Set([
  ...['authorization', 'cookie', 'headers', 'password', 'otp', 'secret', 'token', 'body', 'answers'],
  ...['pin', 'inn', 'fullName', 'surname', 'patronymic', 'birthDate', 'address', 'phone', 'email'],
]);
const instead = '[hidden]';

/** The facts of a log line without what must not be told. Errors have a serializer of their own. */
export function withoutSecrets(facts: Record<string, unknown>, inside = false): Record<string, unknown> {
  const told: Record<string, unknown> = {};
  for (const [member, value] of Object.entries(facts)) {
    // A bare `name` at the top is a loop's or a step's; inside an object it is somebody's.
    if (hidden.has(member) || (inside && member === 'name')) told[member] = instead;
    else told[member] = inside || !isPlain(value) ? value : withoutSecrets(value, true);
  }
  return told;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** Messages of drivers and parsers quote the data they choked on: what looks like a person's is cut out. */
const personal: readonly [RegExp, string][] = [
  [/dup key: \{.*\}/gs, 'dup key: {…}'],
  [/[^\s@"'<>]+@[^\s@"'<>]+\.[a-z]{2,}/gi, '[e-mail]'],
  [/\b\d{14}\b/g, '[pin]'],
  [/\+?\b996[\s-]?\(?\d{3}\)?[\s-]?\d{2,3}[\s-]?\d{2}[\s-]?\d{1,2}\b/g, '[phone]'],
];

/** Text without what looks like a personal number, a phone, an e-mail address or a quoted key of the database. */
export function withoutPersonalData(text: string): string {
  return personal.reduce((cleaned, [pattern, instead]) => cleaned.replace(pattern, instead), text);
}

interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly stack: string;
  readonly code?: string | number;
  readonly cause?: LoggedError;
}

const deepestCause = 3;

/** What a log line says of an error: never its further members, which hold documents, requests and answers. */
export function loggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error))
    return { type: typeof error, message: 'something that is no Error was thrown', stack: '' };
  const code = 'code' in error ? error.code : undefined;
  return {
    type: error.name,
    message: withoutPersonalData(error.message),
    stack: withoutPersonalData(error.stack ?? ''),
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(error.cause !== undefined && depth < deepestCause
      ? { cause: loggedError(error.cause, depth + 1) }
      : {}),
  };
}
