/** Where an application stands. The law prescribes no list; each stage follows from the rules named in the graph. */
export const stages = [
  'submitted',
  'accepted',
  'suspended_unpaid',
  'in_progress',
  'approved',
  'completed',
  'provision_refused',
  'intake_refused',
  'withdrawn',
] as const;
export type Stage = (typeof stages)[number];

/** Stages an application never leaves. */
export const finalStages = ['completed', 'provision_refused', 'intake_refused', 'withdrawn'] as const;
export type FinalStage = (typeof finalStages)[number];

/** The money beside the stage: its own small machine, told by the payments process only (P573-32). */
export type PaymentState =
  'none' | 'charged' | 'pending' | 'confirmed' | 'expired' | 'refund_due' | 'refunded';

/**
 * In what capacity somebody acts (P573-12, P573-52). `executor`, `signer` and `provider_head` act inside a provider;
 * `provider_system` is a provider's own system coming through Tunduk; `system` is one of our processes.
 */
export const roles = [
  'user',
  'executor',
  'signer',
  'provider_head',
  'provider_system',
  'operator',
  'owner',
  'system',
] as const;
export type Role = (typeof roles)[number];

/** Who acts, and in whose name. */
export interface Actor {
  /** The person or the process itself. */
  id: string;
  role: Role;
  /** For a user: the natural or legal person the act is about, when it is not the actor. */
  subjectId?: string;
  /** For provider roles: the provider the actor works for. */
  providerId?: string;
}
