import type { CommandType, Role } from '@kyzmat/lifecycle';

/** Who asks: a verified caller has this shape. Left out of a question, it is a visitor nobody has signed in. */
export interface PolicyActor {
  /** The natural or legal person it is about, or a process's own name. */
  readonly subject: string;
  /** The person who acts; the subject when left out. */
  readonly actor?: string;
  readonly role: Role;
  /** For provider roles: the provider they act in. */
  readonly provider?: string;
}

/** What is known of the thing asked for; what an action needs and is not told counts against it. */
export interface Resource {
  /** The person or organisation whose data it is. */
  readonly ownerId?: string;
  /** The provider it belongs or is addressed to. */
  readonly providerId?: string;
  /** Standing of the actor's provider (C22-13), asked a moment ago; not known counts as blocked. */
  readonly providerBlocked?: boolean;
  /** For `application.command`: which one. */
  readonly command?: CommandType;
  /** For `application.support`: the support request that needs it (C22-3a). */
  readonly supportRequest?: string;
  /** For `cabinet.open`: what the person has agreed to (P573-14c). */
  readonly consents?: { readonly terms: boolean; readonly personalData: boolean };
}

export type DenialCode =
  'forbidden' | 'not_yours' | 'provider_blocked' | 'standing_unknown' | 'consent_missing' | 'reason_missing';

export type Verdict =
  | { readonly allowed: true; readonly ruleId: string }
  | { readonly allowed: false; readonly code: DenialCode; readonly ruleId?: string };

/** One way to be allowed: these roles, when this holds between them and the thing. */
export interface Grant {
  readonly roles: readonly (Role | 'visitor')[];
  /** `any`: no more is asked; `owner`: the data are the actor's own; `provider`: the actor's own, unblocked provider's. */
  readonly whose: 'any' | 'owner' | 'provider';
  readonly ruleId: string;
}
