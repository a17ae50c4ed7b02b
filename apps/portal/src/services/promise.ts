import {
  acceptanceNotice,
  provisionEnd,
  type Calendar,
  type Deadline,
  type Instant,
  type ServiceTerm,
} from '@kyzmat/working-time';

/** When somebody who applies now has the service at the latest, and why. */
interface Promised {
  readonly at: Instant;
  readonly steps: Deadline['steps'];
}

/**
 * The provider has one working day to register (P573-41c); the service's own term runs from the later of registration
 * and payment (P573-29b, P573-37). Told for somebody who pays by then.
 */
export function promise(now: Instant, term: ServiceTerm, calendar: Calendar): Promised {
  const registered = acceptanceNotice(now, { calendar });
  const end = provisionEnd(registered.at, term, { calendar });
  return { at: end.at, steps: [...registered.steps, ...end.steps] };
}
