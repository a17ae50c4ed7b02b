import type { Result } from './result.ts';

/** One part of a test run, under one heading. */
export interface Stage {
  readonly title: string;
  run(print: (text: string) => void): Promise<readonly Result[]>;
}

const print = (text: string): void => {
  process.stdout.write(`${text.trimEnd()}\n`);
};

/** Runs the stages one after another and tells how each ended. */
export async function runStages(stages: readonly Stage[]): Promise<readonly Result[]> {
  const all: Result[] = [];
  for (const stage of stages) {
    const startedAt = Date.now();
    print(`\n▶ ${stage.title}`);
    const results = await resultsOfStage(stage);
    const failed = results.filter(({ passed }) => !passed).length;
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
    print(`  ${results.length - failed} passed, ${failed} failed, in ${seconds} s`);
    all.push(...results);
  }
  return all;
}

/** A stage that cannot do its work is a failed test. */
async function resultsOfStage(stage: Stage): Promise<readonly Result[]> {
  try {
    return await stage.run(print);
  } catch (error) {
    print(`✖ ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return [{ name: `${stage.title} could not be done`, file: '', passed: false, durationMs: 0 }];
  }
}
