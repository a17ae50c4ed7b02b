import { NeverTaken, type Send } from './send.ts';

const timeoutMs = 10_000;
const longestId = 200;
/** What is wrong with the message itself; any other answer may change. */
const refusals: readonly number[] = [400, 404, 410, 413, 422];

/** The state e-message system (P573-34a). It knows a message by its id and takes it once. */
export function eMessages(baseUrl: string, token: () => string): Send {
  return async ({ id, to, title, body, language }) => {
    const text = `${title[language]}\n\n${body[language]}`;
    const response = await fetch(`${baseUrl}/messages`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token()}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ messageId: id, to, text, category: 'notice' }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    const answer = await response.text();
    if (refusals.includes(response.status)) throw new NeverTaken(`Refused with ${response.status}`);
    if (!response.ok) throw new Error(`The e-message system answered ${response.status}`);
    return idIn(answer);
  };
}

/** What the system calls the message; an answer that we can't read is still a message taken. */
function idIn(answer: string): string | undefined {
  try {
    const read: unknown = JSON.parse(answer);
    if (typeof read !== 'object' || read === null || !('messageId' in read)) return undefined;
    return typeof read.messageId === 'string' ? read.messageId.slice(0, longestId) : undefined;
  } catch {
    return undefined;
  }
}
