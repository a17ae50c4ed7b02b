import type { Role } from '@kyzmat/lifecycle';

/** Who asks: a verified caller has this shape. */
export interface PolicyActor {
  /** The natural or legal person it is about, or a process's own name. */
  readonly subject: string;
  /** The person who acts; the subject when left out. */
  readonly actor?: string;
  readonly role: Role;
  /** For provider roles: the provider they act in. */
  readonly provider?: string;
  /** The process that asks, for itself or for the one it vouches for. */
  readonly process?: string;
}

/** What is known of the thing asked for; what an action needs and is not told counts against it. */
export interface Resource {
  /** The person or organisation whose data it is. */
  readonly ownerId?: string | undefined;
  /** The provider it belongs or is addressed to. */
  readonly providerId?: string | undefined;
  /** Standing of the actor's provider (C22-13), asked a moment ago; not known counts as blocked. */
  readonly providerBlocked?: boolean;
  /** For `application.support`: the support request that needs it (C22-3a). */
  readonly supportRequest?: string;
}

export type DenialCode =
  'forbidden' | 'not_yours' | 'provider_blocked' | 'standing_unknown' | 'reason_missing';

export type Verdict =
  | { readonly allowed: true; readonly ruleId: string }
  | { readonly allowed: false; readonly code: DenialCode; readonly ruleId?: string };

/** One way to be allowed: these roles, when this holds between them and the thing. */
export interface Grant {
  readonly roles: readonly Role[];
  /** Of our own processes only these; left out: any. */
  readonly processes?: readonly string[];
  /** `any`: no more is asked; `owner`: the data are the actor's own; `provider`: the actor's own, unblocked provider's. */
  readonly whose: 'any' | 'owner' | 'provider';
  readonly ruleId: string;
}
