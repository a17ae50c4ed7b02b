import { readFile } from 'node:fs/promises';
import type { AgentOptions } from 'node:https';
import { join } from 'node:path';

export async function readCertificates(folder: string): Promise<AgentOptions> {
  const read = (name: string): Promise<Buffer> => readFile(join(folder, name));
  const [cert, key, ca] = await Promise.all(
    ['security-server.pem', 'security-server.key', 'ca.pem'].map(read),
  );
  return { cert, key, ca };
}
