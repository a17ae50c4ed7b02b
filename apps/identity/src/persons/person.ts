import type { Identity } from '@kyzmat/contracts';

/** A user: a natural person or a legal entity (P573-8h). The id is opaque; the identifiers live only here. */
export interface Person {
  readonly _id: string;
  /**
   * Whom ESI or the register knows it as: `esi:<subject>` or `inn:<number>`; who registered by themselves: `pin:<PIN>` or
   * `own-inn:<INN>`. Unique.
   */
  readonly knownAs: string;
  readonly profile: Omit<Identity['Profile'], 'id'>;
  readonly contact: Identity['Contact'];
  readonly consents: readonly Identity['Consent'][];
  /** P573-8j, P573-24: when the cabinet came into being: with both consents. */
  readonly registeredAt?: string;
  /** The last entry through ESI, in real time. */
  readonly esiAt?: Date;
  /** Another person proved to be the owner of the number: nobody enters any more. */
  readonly closedAt?: string;
}

/** Who signs in: the person it is about, and the natural person who acts. */
export interface Entry {
  readonly subject: Person;
  readonly actor: Person;
}
