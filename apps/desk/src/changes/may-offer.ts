import { may } from '@kyzmat/policy';
import type { Staff } from '../staff/staff.ts';

/** Whether this reader submits changes for the provider; its standing the door has asked. */
export function mayOffer({ principal, provider = '' }: Staff): boolean {
  return may(principal, 'service.offer', { providerId: provider, providerBlocked: false }).allowed;
}
