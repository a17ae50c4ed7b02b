import type { Received } from '@kyzmat/event-bus';
import type { KeyMessages } from './inbox-types.ts';

/** Messages by key, keys in the order of their first message. A message without a key stands alone. */
export function byKey(messages: readonly Received[]): KeyMessages[] {
  const groups = Map.groupBy(messages, keyOf);
  return [...groups].map(([key, own]) => ({ topic: own[0]?.origin.topic ?? '', key, messages: own }));
}

/** The key under which a message is parked. */
export function keyOf({ origin }: Received): string {
  return origin.key === '' ? `${origin.partition}/${origin.offset}` : origin.key;
}

/** Two halves, the first to be applied first: of the keys, or of the one key's messages. Undefined for one message. */
export function halves(keys: readonly KeyMessages[]): [KeyMessages[], KeyMessages[]] | undefined {
  const [only] = keys;
  if (only === undefined) return undefined;
  if (keys.length > 1) {
    const middle = Math.ceil(keys.length / 2);
    return [keys.slice(0, middle), keys.slice(middle)];
  }
  if (only.messages.length < 2) return undefined;
  const middle = Math.ceil(only.messages.length / 2);
  return [
    [{ ...only, messages: only.messages.slice(0, middle) }],
    [{ ...only, messages: only.messages.slice(middle) }],
  ];
}
