import type { Response } from 'express';
import { faultsOf, isJsonType, type OperationChecks } from './checks.ts';

/** In tests: an answer that breaks the contract becomes an error which names the faults, and so a failed test. */
export function checkAnswersOf(response: Response, checks: OperationChecks): void {
  const send = response.json.bind(response);
  response.json = (body: unknown) => {
    const mediaType = (response.get('Content-Type') ?? 'application/json').split(';', 1)[0] ?? '';
    const check = isJsonType(mediaType) ? checks.answer(response.statusCode, mediaType) : undefined;
    const sent: unknown = JSON.parse(JSON.stringify(body ?? null));
    if (check !== undefined && !check(sent)) {
      const faults = faultsOf('body', check).map(({ at, what }) => `${at} ${what}`);
      throw new Error(
        `The answer with status ${response.statusCode} breaks the contract: ${faults.join('; ')}`,
      );
    }
    return send(body);
  };
}
