type ProblemHeaders = Readonly<Record<string, string>>;

/**
 * An error that says what to answer (RFC 9457): throw it anywhere under a service. `code` is stable and for programs,
 * `detail` is for whoever reads the answer, `extra` goes out as further members. Never put personal data in any of them.
 */
export class Problem extends Error {
  override readonly name: string = 'Problem';
  readonly status: number;
  readonly code: string;
  readonly detail: string | undefined;
  readonly extra: Readonly<Record<string, unknown>>;
  readonly headers: ProblemHeaders;

  constructor(
    status: number,
    code: string,
    detail?: string,
    extra: Readonly<Record<string, unknown>> = {},
    headers: ProblemHeaders = {},
  ) {
    super(detail ?? code);
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.extra = extra;
    this.headers = headers;
  }
}

/** Somebody this process needs does not answer, or it has too much to do: 503 with Retry-After. */
export class Unavailable extends Problem {
  override readonly name = 'Unavailable';
  readonly retryAfterSeconds: number;

  constructor(detail: string, retryAfterSeconds = 1, code = 'unavailable') {
    super(503, code, detail, { retryAfterSeconds }, { 'Retry-After': String(retryAfterSeconds) });
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Nothing is there, or nothing that this caller may know of. */
export function notFound(detail?: string): Problem {
  return new Problem(404, 'not_found', detail);
}

/** The caller is known and may not do this. */
export function forbidden(code = 'forbidden', detail?: string): Problem {
  return new Problem(403, code, detail);
}

/** What a policy says of a request. */
interface Verdict {
  readonly allowed: boolean;
  readonly code?: string;
  readonly ruleId?: string;
}

/** Refuses what the policy does not allow (403), with the rule that says so. */
export function permit({ allowed, code = 'forbidden', ruleId }: Verdict): void {
  if (!allowed) throw new Problem(403, code, 'Not in this role.', ruleId === undefined ? {} : { ruleId });
}

/** The message breaks the contract; `errors` names each place. */
export function invalidRequest(errors: readonly object[], detail?: string): Problem {
  return new Problem(400, 'invalid_request', detail ?? 'The request does not fit the contract', { errors });
}

/** The body of an answer: type and title are made from the code. */
export function problemBody({ status, code, detail, extra }: Problem): Record<string, unknown> {
  const words = code.replaceAll('_', ' ');
  return {
    ...extra,
    type: `urn:kyzmat:problem:${code}`,
    title: words.charAt(0).toUpperCase() + words.slice(1),
    status,
    code,
    ...(detail === undefined ? {} : { detail }),
  };
}
