import type { Applications } from '@kyzmat/contracts';

export type Stage = Applications['ApplicationSummary']['stage'];

/** How a stage looks beside its word: a shape and a colour of `ui.tag`. */
export const stageKinds: Readonly<Record<Stage, 'info' | 'wait' | 'turn' | 'done' | 'error' | 'quiet'>> = {
  submitted: 'info',
  accepted: 'info',
  suspended_unpaid: 'turn',
  in_progress: 'wait',
  approved: 'wait',
  completed: 'done',
  provision_refused: 'error',
  intake_refused: 'error',
  withdrawn: 'quiet',
};

/** Whether the payer can pay now. */
export function isPayable(payment: Applications['ApplicationSummary']['payment'], stage: Stage): boolean {
  const open = stage === 'submitted' || stage === 'accepted' || stage === 'suspended_unpaid';
  return open && (payment === 'charged' || payment === 'pending' || payment === 'expired');
}

const ends: readonly Stage[] = ['completed', 'provision_refused', 'intake_refused', 'withdrawn'];

/** An application never leaves these. */
export function isEnded(stage: Stage): boolean {
  return ends.includes(stage);
}
