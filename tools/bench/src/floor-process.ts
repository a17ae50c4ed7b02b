import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

/** Starts the floor; `padding` makes its documents as large as those of the platform. */
export async function startFloor(
  mongodbUri: string,
  padding: number,
): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const file = fileURLToPath(new URL('floor.ts', import.meta.url));
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, MONGODB_URI: mongodbUri, PADDING: String(padding), NODE_ENV: 'production' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  child.stdout.setEncoding('utf8');
  const port = await firstLine(child.stdout);
  return {
    url: `http://127.0.0.1:${port}/`,
    async stop() {
      child.stdin.end();
      await exited;
    },
  };
}

async function firstLine(output: Readable): Promise<string> {
  for await (const text of output) return String(text).trim();
  throw new Error('The floor did not start');
}
