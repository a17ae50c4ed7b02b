import type { Applications } from '@kyzmat/contracts';
import { stageTexts } from '@kyzmat/lifecycle';
import type { Text } from '@kyzmat/web';

type Stage = Applications['ApplicationSummary']['stage'];
interface StageTag {
  readonly kind: 'info' | 'wait' | 'turn' | 'done' | 'error' | 'quiet';
  readonly text: Text;
}

/** Whose move it is, as the provider's staff sees it. */
const kinds: Readonly<Record<Stage, StageTag['kind']>> = {
  submitted: 'turn',
  accepted: 'wait',
  suspended_unpaid: 'wait',
  in_progress: 'info',
  approved: 'info',
  completed: 'done',
  provision_refused: 'quiet',
  intake_refused: 'quiet',
  withdrawn: 'quiet',
};

export function stageTag(stage: Stage): StageTag {
  return { kind: kinds[stage], text: stageTexts[stage] };
}

export const stages = Object.keys(kinds).filter((name): name is Stage => name in kinds);
