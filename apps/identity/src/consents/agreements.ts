import type { Identity } from '@kyzmat/contracts';
import type { Text } from '@kyzmat/web';
import { personalData } from './personal-data.ts';
import { userAgreement } from './user-agreement.ts';

export type ConsentKind = Identity['ConsentKind'];

/** A version of what people agree to before services open (P573-14c, C22-2f). It never changes: a new text is a new version. */
export interface Agreement {
  readonly kind: ConsentKind;
  readonly version: string;
  readonly inForceFrom: string;
  readonly title: Text;
  readonly paragraphs: readonly Text[];
}

/** Every version that was ever in force, so that anybody can read what was agreed to then (P573-8i). */
export const agreements: readonly Agreement[] = [userAgreement, personalData];

export const consentKinds: readonly ConsentKind[] = ['user_agreement', 'personal_data'];

/** Of each kind the newest version whose day has come. */
export function agreementsInForce(published: readonly Agreement[], now: string): readonly Agreement[] {
  return consentKinds.flatMap((kind) => {
    const versions = published
      .filter((each) => each.kind === kind)
      .toSorted((a, b) => (a.inForceFrom < b.inForceFrom ? -1 : 1));
    return versions.findLast(({ inForceFrom }) => inForceFrom <= now) ?? versions.slice(0, 1);
  });
}
