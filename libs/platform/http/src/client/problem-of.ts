import type { ProcessName } from '@kyzmat/auth';
import { Problem, Unavailable } from '../problem.ts';

const standard = new Set(['type', 'title', 'status', 'code', 'detail']);
const overloaded = [502, 503, 504];

/**
 * The Problem an answer tells of. A refusal (4xx) is passed on as it is, so that its code reaches whoever asked; a failure
 * over there is ours to answer for (502), and so is a token that was refused: the person who asked did nothing wrong.
 */
export async function problemOf(response: Response, audience: ProcessName): Promise<Problem> {
  const { status } = response;
  const body = await readProblem(response);
  const { code, detail } = body;
  if (overloaded.includes(status))
    return new Unavailable(`${audience} cannot answer now`, retryAfterOf(response));
  if (status === 401) return new Problem(502, 'token_refused', `${audience} refused the service token`);
  if (status >= 500) return new Problem(502, 'upstream_failed', `${audience} failed`);
  return new Problem(
    status,
    typeof code === 'string' ? code : `http_${status}`,
    typeof detail === 'string' ? detail : undefined,
    Object.fromEntries(Object.entries(body).filter(([member]) => !standard.has(member))),
  );
}

async function readProblem(response: Response): Promise<Readonly<Record<string, unknown>>> {
  try {
    const body: unknown = JSON.parse(await response.text());
    return typeof body === 'object' && body !== null ? { ...body } : {};
  } catch {
    return {};
  }
}

function retryAfterOf(response: Response): number {
  const seconds = Number(response.headers.get('Retry-After') ?? 1);
  return Number.isInteger(seconds) && seconds > 0 ? seconds : 1;
}
