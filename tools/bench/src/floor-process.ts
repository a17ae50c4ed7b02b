import { spawn } from 'node:child_process';
import { once } from 'node:events';
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
  const [port]: unknown[] = await Promise.race([once(child.stdout, 'data'), exited]);
  return {
    url: `http://127.0.0.1:${String(port).trim()}/`,
    async stop() {
      child.stdin.end();
      await exited;
    },
  };
}
