import type { Identity } from '@kyzmat/contracts';

/** A recorded power of representation (P573-8h, P573-15): who may act for whom, in what, until when. */
export interface Power {
  readonly _id: string;
  readonly basis: Identity['Power']['basis'];
  readonly principal: string;
  readonly principalName: string;
  /** Known from the start for a head; for others once they have accepted. */
  readonly representative?: string;
  readonly representativeName?: string;
  /** To whom it was offered. */
  readonly offeredTo?: { readonly pin: string; readonly phone: string };
  readonly scope: Identity['PowerScope'];
  /** Days of Asia/Bishkek, both included; without an end it stands until it is ended. */
  readonly validFrom: string;
  readonly validUntil?: string;
  readonly grantedAt: string;
  readonly grantedBy: string;
  readonly acceptedAt?: string;
  readonly endedAt?: string;
  readonly endedBy?: string;
  /** ESI said so at this moment of real time; it holds for a day. */
  readonly saidAt?: Date;
}

export interface Moment {
  /** `YYYY-MM-DD` in Asia/Bishkek, of legal time. */
  readonly today: string;
  /** Real time, ms. */
  readonly nowMs: number;
}

/** What ESI said at a sign-in holds for a day: after that the person enters anew. */
const esiHoldsMs = 24 * 3_600_000;

/** Whether the power may be used now, and for this service if one is named. Deny by default. */
export function stands(power: Power, moment: Moment, serviceCode?: string): boolean {
  return stateOf(power, moment) === 'standing' && covers(power, serviceCode);
}

/** Signing in and looking need some service; an act needs its own. */
function covers({ scope }: Power, serviceCode: string | undefined): boolean {
  return scope === 'all' || serviceCode === undefined || scope.includes(serviceCode);
}

export function stateOf(power: Power, { today, nowMs }: Moment): Identity['Power']['state'] {
  if (power.endedAt !== undefined) return 'ended';
  if (power.validUntil !== undefined && power.validUntil < today) return 'expired';
  if (power.basis === 'esi' && nowMs - (power.saidAt?.getTime() ?? 0) > esiHoldsMs) return 'expired';
  if (power.acceptedAt === undefined) return 'offered';
  return power.validFrom > today ? 'not_yet' : 'standing';
}

const bishkek = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Bishkek',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

export function momentAt(legalNow: Date): Moment {
  return { today: bishkek.format(legalNow), nowMs: Date.now() };
}

/** As people see it; the representative's number is masked until they accept. */
export function powerView(power: Power, moment: Moment): Identity['Power'] {
  const { _id, basis, principalName, representativeName, offeredTo, scope, validFrom, grantedAt } = power;
  const { validUntil, acceptedAt, endedAt } = power;
  const representative =
    representativeName ??
    (offeredTo === undefined
      ? undefined
      : `${offeredTo.pin.slice(0, 1)}***********${offeredTo.pin.slice(-2)}`);
  return {
    id: _id,
    basis,
    principal: principalName,
    scope: typeof scope === 'string' ? scope : [...scope],
    validFrom,
    state: stateOf(power, moment),
    grantedAt,
    ...(representative === undefined ? {} : { representative }),
    ...(validUntil === undefined ? {} : { validUntil }),
    ...(acceptedAt === undefined ? {} : { acceptedAt }),
    ...(endedAt === undefined ? {} : { endedAt }),
  };
}
