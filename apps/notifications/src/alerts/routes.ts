import type { NotificationsApi } from '@kyzmat/contracts';
import { forbidden } from '@kyzmat/http';
import type { ContractRoutes, Owned } from '@kyzmat/kit';
import { alertView, type AlertState } from './alert.ts';

const usualLimit = 50;

/** What the staff was told of limits: all for the operator, its own for the head of a provider. */
export function alertRoutes(
  routes: ContractRoutes<NotificationsApi>,
  { collection }: Owned<AlertState>,
): void {
  routes.get('/alerts', async ({ query, caller }) => {
    const scope = scopeOf(caller);
    const found = await collection
      .find(scope)
      .sort({ 'state.at': -1, _id: -1 })
      .limit(query.limit ?? usualLimit)
      .toArray();
    return { alerts: found.map(({ _id, state }) => alertView(_id, state)) };
  });
}

function scopeOf({ role, provider }: { role: string; provider?: string }): object {
  if (role === 'operator') return {};
  if ((role === 'provider_head' || role === 'executor') && provider !== undefined) {
    return { 'state.providerId': provider };
  }
  throw forbidden('staff_only');
}

export async function alertIndexes({ collection }: Owned<AlertState>): Promise<void> {
  await collection.createIndex({ 'state.at': -1, _id: -1 });
  await collection.createIndex({ 'state.providerId': 1, 'state.at': -1, _id: -1 });
}
