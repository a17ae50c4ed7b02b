import type { Instant } from './types.ts';

/** What must have happened for provision to start; undefined where it has not happened yet. */
export interface StartConditions {
  readonly registeredAt: Instant | undefined;
  readonly payment: 'free' | { readonly confirmedAt: Instant | undefined };
  readonly appearance: 'not_required' | { readonly recordedAt: Instant | undefined };
}

/**
 * P573-29b, P573-29c: when provision starts, the latest of registration, confirmed payment and, where the law wants
 * it, the appearance in person. Undefined while one of them is open.
 */
export const provisionStart = ({
  registeredAt,
  payment,
  appearance,
}: StartConditions): Instant | undefined => {
  const needed = [registeredAt];
  if (payment !== 'free') needed.push(payment.confirmedAt);
  if (appearance !== 'not_required') needed.push(appearance.recordedAt);
  const met = needed.filter((instant) => instant !== undefined);
  return met.length === needed.length ? met.toSorted().at(-1) : undefined;
};
