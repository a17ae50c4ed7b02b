import { memberOf, membersOf } from './members.ts';
import type { Platform } from './platform.ts';

/** The one-time code of a request, as it stands on the sandbox's telephone; of any request: the newest. */
export async function codeOf({ urls }: Platform, phone: string, requestId?: string): Promise<string> {
  const response = await fetch(`${urls.sandbox}/phone.json?to=${encodeURIComponent(phone)}`);
  const found: unknown = await response.json();
  for (const message of membersOf(memberOf(found, 'messages'))) {
    const code = /(?<!\d)\d{6}(?!\d)/u.exec(String(memberOf(message, 'text')))?.[0];
    if (code !== undefined && (requestId === undefined || memberOf(message, 'id') === requestId)) return code;
  }
  throw new Error(`No code on ${phone}`);
}
