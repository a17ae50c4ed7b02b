import type { Owned } from '@kyzmat/kit';
import { StaleVersion, type Aggregate, type Next } from '@kyzmat/store';
import type { DeliveryState } from './delivery.ts';

export type Deliveries = Owned<DeliveryState>;

/** Changes a delivery in one guarded write; decides again when somebody was faster. */
export async function changeDelivery(
  { aggregates }: Deliveries,
  id: string,
  change: (current: Aggregate<DeliveryState>) => Next<DeliveryState> | undefined,
): Promise<void> {
  for (;;) {
    const current = await aggregates.load(id);
    const next = current && change(current);
    if (current === undefined || next === undefined) return;
    try {
      await aggregates.update(id, current.version, next);
      return;
    } catch (error) {
      if (!(error instanceof StaleVersion)) throw error;
    }
  }
}
