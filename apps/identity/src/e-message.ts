import { Unavailable } from '@kyzmat/http';

/** Sends a short text to a person through the state e-message system; the id makes a repeat harmless. */
export type SendMessage = (message: { id: string; to: string; text: string }) => Promise<void>;

const timeoutMs = 5_000;

export function eMessages(baseUrl: string, token: () => string): SendMessage {
  return async ({ id, to, text }) => {
    const response = await fetch(`${baseUrl}/messages`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token()}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ messageId: id, to, text, category: 'code' }),
      signal: AbortSignal.timeout(timeoutMs),
    }).catch(() => undefined);
    if (response?.ok !== true)
      throw new Unavailable('The message with the code could not be sent.', 10, 'no_messages');
  };
}
