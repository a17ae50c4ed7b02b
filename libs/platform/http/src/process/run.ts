import type { ProcessName } from '@kyzmat/auth';
import { createTelemetry, type Telemetry } from '@kyzmat/telemetry';

export interface ShutdownStep {
  readonly name: string;
  stop(): Promise<void> | void;
}

export interface RunOptions {
  readonly name: ProcessName;
  /** Connects and listens; gives back what to stop, in the order of stopping. */
  readonly start: (telemetry: Telemetry) => Promise<readonly ShutdownStep[]>;
  /** For all steps together; 25000 when left out, below the 30 s that Kubernetes gives. */
  readonly deadlineMs?: number;
}

const oldestNode = 24;
const lastLinesMs = 1_000;

/**
 * The frame of a main.ts. SIGTERM and SIGINT stop the steps in order and end with 0, or with `process.exitCode` if
 * somebody set it; a second signal ends at once. A failed start, a rejection or an exception nobody caught is logged and
 * ends with 1: the supervisor starts a process whose state is known again.
 */
export async function runProcess({ name, start, deadlineMs = 25_000 }: RunOptions): Promise<void> {
  const telemetry = createTelemetry(name);
  const { log } = telemetry;
  const die = (error: unknown, message: string): Promise<never> => {
    log.fatal({ err: error }, message);
    return leave(telemetry, 1);
  };
  process.on('unhandledRejection', (reason) => void die(reason, 'a rejection nobody handled'));
  process.on('uncaughtException', (error) => void die(error, 'an exception nobody caught'));

  const asked = stopAsked();
  let steps: readonly ShutdownStep[];
  try {
    checkNode();
    steps = await start(telemetry);
  } catch (error) {
    return die(error, 'cannot start');
  }
  log.info('started');
  log.info({ signal: await asked }, 'stopping');
  setTimeout(() => void die(new Error(`Not stopped within ${deadlineMs} ms`), 'cut off'), deadlineMs);
  const failed = await stopAll(steps, telemetry);
  log.info('stopped');
  return leave(telemetry, Number(process.exitCode ?? (failed ? 1 : 0)));
}

function checkNode(): void {
  const { node } = process.versions;
  if (Number.parseInt(node) < oldestNode) throw new Error(`Node ${oldestNode} is needed, this is ${node}`);
}

/** Ends the process when its last lines are out, or cannot be got out. */
async function leave(telemetry: Telemetry, code: number): Promise<never> {
  setTimeout(() => process.exit(code), lastLinesMs);
  await telemetry.flush();
  process.exit(code);
}

/** Resolves at the first signal; the second one ends the process. */
function stopAsked(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let times = 0;
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => {
        times += 1;
        if (times > 1) process.exit(1);
        resolve(signal);
      });
    }
  });
}

/** A step that fails does not keep the next from stopping. */
async function stopAll(steps: readonly ShutdownStep[], { log }: Telemetry): Promise<boolean> {
  let failed = false;
  for (const step of steps) {
    try {
      await step.stop();
    } catch (error) {
      failed = true;
      log.error({ err: error, step: step.name }, 'a step did not stop');
    }
  }
  return failed;
}
