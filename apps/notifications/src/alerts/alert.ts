import type { EventData, Identity, Notifications } from '@kyzmat/contracts';
import type { NewAggregate, Next, WorkRequest } from '@kyzmat/store';
import { writeAlert } from './text.ts';

type Contact = Identity['StaffContact'];
type Told = Notifications['Alert']['to'][number];

/** Somebody told, by which address, and how it went. */
export interface Recipient extends Told {
  readonly phone: string;
  readonly email?: string;
  readonly externalId?: string;
}

/** A word to the staff. Its id is the lifecycle's, so it exists once. */
export interface AlertState extends Omit<Notifications['Alert'], 'id' | 'to'> {
  readonly body: { readonly ky: string; readonly ru: string };
  readonly to: readonly Recipient[];
}

export const alertQueue = 'send-alert';
export interface AlertWork {
  readonly alertId: string;
  readonly staffId: string;
}

/**
 * Who is told: each person once. Without an executor in charge it is the head, and where there is no head, every
 * executor of the provider: somebody always hears.
 */
export function recipientsOf(
  { to }: Pick<EventData['StaffAlert'], 'to'>,
  executorId: string | undefined,
  staff: readonly Contact[],
  operators: readonly Contact[],
): readonly Contact[] {
  const withRole = (people: readonly Contact[], role: string): readonly Contact[] =>
    people.filter(({ roles }) => roles.includes(role));
  const heads = withRole(staff, 'provider_head');
  const inCharge = staff.filter(({ id }) => id === executorId);
  const firstOf = (...lists: readonly (readonly Contact[])[]): readonly Contact[] =>
    lists.find(({ length }) => length > 0) ?? [];
  const byRole = {
    executor: firstOf(inCharge, heads, withRole(staff, 'executor')),
    provider_head: heads,
    operator: withRole(operators, 'operator'),
  };
  return [...new Map(to.flatMap((role) => byRole[role]).map((each) => [each.id, each])).values()];
}

export function newAlert(
  alert: EventData['StaffAlert'],
  { applicationId, reference, providerId }: EventData['ApplicationEvent'],
  recipients: readonly Contact[],
  at: string,
): NewAggregate<AlertState> {
  const { alertId, kind, ruleId, dueAt } = alert;
  const to = recipients.map(({ id, phone, email }): Recipient => ({
    staffId: id,
    phone,
    ...(email !== undefined && { email }),
    channel: 'emessage',
    status: 'pending',
  }));
  return {
    _id: alertId,
    state: {
      kind,
      reference,
      applicationId,
      providerId,
      ruleId,
      ...writeAlert(alert, reference),
      at,
      ...(dueAt !== undefined && { dueAt }),
      to,
    },
    todo: to.map(({ staffId }): WorkRequest<AlertWork> => {
      return { queue: alertQueue, id: `${alertId}:${staffId}`, time: at, payload: { alertId, staffId } };
    }),
  };
}

/** How telling somebody ended; undefined when that is known already. */
export function told(
  state: AlertState,
  staffId: string,
  outcome: Pick<Recipient, 'channel' | 'status' | 'at' | 'externalId'>,
): Next<AlertState> | undefined {
  const number = state.to.findIndex((each) => each.staffId === staffId);
  const before = state.to[number];
  if (before?.status !== 'pending') return undefined;
  return { state: { ...state, to: state.to.with(number, { ...before, ...outcome }) } };
}

/** What a page shows: nobody's addresses. */
export function alertView(id: string, { body, to, ...shown }: AlertState): Notifications['Alert'] {
  return { id, ...shown, to: to.map(({ phone, email, externalId, ...each }) => each) };
}
