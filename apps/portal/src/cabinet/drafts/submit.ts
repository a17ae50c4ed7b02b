import { setTimeout as wait } from 'node:timers/promises';
import type { Principal } from '@kyzmat/auth';
import { dataOf, Problem } from '@kyzmat/http';
import type { Clients } from '../../site/clients.ts';

declare module 'express-session' {
  interface SessionData {
    /** A content that waits for its code. */
    signing: Signing;
  }
}

/** A request for a signature, as far as it has come. */
export interface Signing {
  readonly draftId: string;
  readonly draftVersion: number;
  readonly hash: string;
  readonly requestId: string;
  readonly sentTo: string;
  readonly resultForm?: 'signed_document' | 'information';
  /** There once the code was right: if sending fails then, no second code is needed. */
  readonly signature?: string;
}

/** What became of a code: the application, or what to tell the person. */
export type Outcome =
  | { readonly applicationId: string; readonly signature?: string }
  /** The code was right, sending failed: the signature waits for another try. */
  | { readonly failed: unknown; readonly signature?: string };

export type Submit = (principal: Principal, signing: Signing, code: string) => Promise<Outcome>;

const looks = 20;
const pauseMs = 150;

/**
 * Redeems the code and sends the application. However often the button is pressed there is one application and the same
 * confirmation: presses that come together share one attempt; a press that finds the code used looks for what the
 * other, perhaps through another door of the portal, has made of it.
 */
export function openSubmit(clients: Clients): Submit {
  const underWay = new Map<string, Promise<Outcome>>();

  return (principal, signing, code) => {
    const key = `${signing.requestId}:${code}`;
    const there = underWay.get(key);
    if (there !== undefined) return there;
    const attempt = send(principal, signing, code).finally(() => underWay.delete(key));
    underWay.set(key, attempt);
    return attempt;
  };

  async function send(principal: Principal, signing: Signing, code: string): Promise<Outcome> {
    let signature = signing.signature;
    try {
      signature ??= await redeem(principal, signing.requestId, code);
      const { draftId, draftVersion, resultForm } = signing;
      const body = { draftId, draftVersion, signature, ...(resultForm === undefined ? {} : { resultForm }) };
      const { id } = dataOf(await clients.applications(principal).POST('/applications', { body }));
      return { applicationId: id };
    } catch (failed) {
      if (failed instanceof Problem && failed.code === 'code_used') {
        const applicationId = await sentElsewhere(principal, signing.draftId);
        if (applicationId !== undefined) return { applicationId };
      }
      return { failed, ...(signature === undefined ? {} : { signature }) };
    }
  }

  async function redeem(principal: Principal, id: string, code: string): Promise<string> {
    const answer = await clients
      .identity(principal)
      .POST('/signing-requests/{id}/confirm', { params: { path: { id } }, body: { code } });
    return dataOf(answer).signature;
  }

  async function sentElsewhere(principal: Principal, id: string): Promise<string | undefined> {
    for (let left = looks; left > 0; left -= 1) {
      const answer = await clients.applications(principal).GET('/drafts/{id}', { params: { path: { id } } });
      const { submittedAs } = dataOf(answer);
      if (submittedAs !== undefined) return submittedAs;
      await wait(pauseMs);
    }
    return undefined;
  }
}
