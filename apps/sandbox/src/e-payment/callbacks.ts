import type { Log } from '@kyzmat/store';
import type { EPaymentCharges, EPaymentNews } from './charges.ts';
import { signatureOf } from './signature.ts';

const everyMs = 1_000;
const timeoutMs = 5_000;
const longestWaitMs = 60_000;

/** Tells the owners of charges what became of them, again and again until they answer well. Gives back how to stop. */
export function startCallbacks(
  charges: EPaymentCharges,
  key: () => string,
  log: Log,
): { nudge(): void; stop(): void } {
  let running = false;
  const round = async (): Promise<void> => {
    for (const { _id, callbackUrl, undelivered } of await charges.due(new Date())) {
      for (const { news, tries } of undelivered) {
        if (await tell(callbackUrl, news, key())) await charges.delivered(_id, news.messageId);
        else {
          const wait = Math.min(longestWaitMs, 1_000 * 2 ** tries);
          await charges.tryLater(_id, news.messageId, tries + 1, new Date(Date.now() + wait));
        }
      }
    }
  };
  const nudge = (): void => {
    if (running) return;
    running = true;
    round()
      .catch((error: unknown) => log.warn({ reason: String(error) }, 'callbacks wait'))
      .finally(() => (running = false));
  };
  const timer = setInterval(nudge, everyMs);
  timer.unref();
  return { nudge, stop: () => clearInterval(timer) };
}

/** Whether the owner took it. */
async function tell(callbackUrl: string, news: EPaymentNews, key: string): Promise<boolean> {
  const body = Buffer.from(JSON.stringify(news));
  const at = String(Math.floor(Date.now() / 1000));
  const response = await fetch(callbackUrl, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Signature': signatureOf(key, body, at) },
    body,
    signal: AbortSignal.timeout(timeoutMs),
  }).catch(() => undefined);
  return response?.ok === true;
}
