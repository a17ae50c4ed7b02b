import { clockTexts } from '@kyzmat/lifecycle';
import type { Instant } from '@kyzmat/working-time';
import type { Text } from '@kyzmat/web';

/** A clock in a word, a shape and a colour: `kind` chooses the last two. */
export interface ClockTag {
  readonly kind: 'error' | 'turn' | 'wait' | 'info';
  readonly text: Text;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How much time is left until `dueAt`; what is past or recorded as broken is said first. */
export function clockTag(dueAt: Instant, now: Instant, breached = false): ClockTag {
  const left = Date.parse(dueAt) - Date.parse(now);
  if (left <= 0) {
    const { ky, ru } = span(-left);
    return { kind: 'error', text: { ky: `Өтүп кетти: ${ky} мурун`, ru: `Просрочено: ${ru} назад` } };
  }
  const { ky, ru } = span(left);
  if (breached)
    return { kind: 'error', text: { ky: `Бузулган; дагы ${ky} бар`, ru: `Нарушен; осталось ${ru}` } };
  if (left <= 4 * hour)
    return { kind: 'turn', text: { ky: `Шашылыш: ${ky} калды`, ru: `Срочно: осталось ${ru}` } };
  if (left <= day) return { kind: 'wait', text: { ky: `${ky} калды`, ru: `Осталось ${ru}` } };
  return { kind: 'info', text: { ky: `${ky} калды`, ru: `Осталось ${ru}` } };
}

/** A length of time in its two largest units at most, rounded down: never more than there is. */
function span(ms: number): Text {
  if (ms < hour) {
    const minutes = Math.max(1, Math.floor(ms / minute));
    return { ky: `${minutes} мүн`, ru: `${minutes} мин` };
  }
  const days = Math.floor(ms / day);
  const hours = Math.floor((ms % day) / hour);
  if (days === 0) return { ky: `${hours} саат`, ru: `${hours} ч` };
  if (days >= 10 || hours === 0) return { ky: `${days} күн`, ru: `${days} дн.` };
  return { ky: `${days} күн ${hours} саат`, ru: `${days} дн. ${hours} ч` };
}

const names = new Map<string, Text>(Object.entries(clockTexts));

/** What the law's clock is called; undefined for a kind that has no name. */
export function clockName(kind: string): Text | undefined {
  return names.get(kind);
}
