import { dataOf, Problem } from '@kyzmat/http';
import type { FieldError, Text } from '@kyzmat/web';
import type { Request } from 'express';
import { principalOf } from '../../auth/user.ts';
import type { Clients } from '../../site/clients.ts';
import { messageOf } from '../../site/problems.ts';
import { codeMend, codeMissing } from './texts.ts';

/** A code that went out for exactly one thing to be deleted. */
export interface Approval {
  readonly requestId: string;
  readonly sentTo: string;
}

/** @param contentHash of what is approved; identity's statement names it */
export async function askApproval(
  clients: Clients,
  request: Request,
  contentHash: string,
  title: Text,
): Promise<Approval> {
  const { ky, ru } = title;
  const body = { contentHash, title: { ky, ru } };
  const sent = dataOf(await clients.identity(principalOf(request)).POST('/signing-requests', { body }));
  return { requestId: sent.id, sentTo: sent.sentTo };
}

/** Does what was approved with the statement for a right code; what is wrong with the code otherwise. */
export async function approve(
  clients: Clients,
  request: Request,
  { requestId }: Approval,
  typed: string,
  carryOut: (signature: string) => Promise<unknown>,
): Promise<FieldError | undefined> {
  const code = typed.replaceAll(/\D/gu, '');
  if (code.length !== 6) return { what: codeMissing, mend: codeMend };
  const params = { path: { id: requestId } };
  try {
    const identity = clients.identity(principalOf(request));
    const signed = await identity.POST('/signing-requests/{id}/confirm', { params, body: { code } });
    await carryOut(dataOf(signed).signature);
    return undefined;
  } catch (error) {
    if (!(error instanceof Problem) || !aboutTheCode.includes(error.code)) throw error;
    return { what: messageOf(error) ?? codeMissing, mend: codeMend };
  }
}

const aboutTheCode: readonly string[] = ['wrong_code', 'code_expired', 'code_used'];

export function errorView(error: FieldError | undefined, href: string): object {
  return { error, errors: error === undefined ? [] : [{ error, href }] };
}
