import type { Identity } from '@kyzmat/contracts';
import type { Entry, Person } from '../persons/person.ts';
import type { Agreement } from './agreements.ts';

export type MissingConsent = Identity['MissingConsent'];

/**
 * What has still to be agreed to before services open (P573-14c): both texts by whom it is about; who acts for another
 * has personal data of their own to agree about.
 */
export function missingConsents({ subject, actor }: Entry, inForce: readonly Agreement[]): MissingConsent[] {
  const lacking = (person: Person): MissingConsent[] =>
    inForce
      .filter((agreement) => !hasGiven(person, agreement))
      .map(({ kind, version }) => ({ person: person._id, kind, version }));
  if (subject._id === actor._id) return lacking(subject);
  return [...lacking(subject), ...lacking(actor).filter(({ kind }) => kind === 'personal_data')];
}

function hasGiven({ consents }: Person, { kind, version }: Agreement): boolean {
  return consents.some(
    (consent) => consent.kind === kind && consent.version === version && consent.withdrawnAt === undefined,
  );
}
