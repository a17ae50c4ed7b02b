import { join } from 'node:path';
import { freePort } from './ports.ts';
import { createProgram, type Program } from './program.ts';
import { root } from './provision.ts';
import { provisionChemistry } from './provision/chemistry.ts';

export interface Chemistry extends Program {
  /** The browser binding of CMIS 1.1; the repository is `A1`. */
  readonly url: string;
  readonly account: string;
}

/** A document system of somebody else's making, for a test: what it holds dies with it. `dir` is for its log. */
export async function startChemistry({ dir }: { readonly dir: string }): Promise<Chemistry> {
  const files = await provisionChemistry(join(root, '.kyzmat', 'engines'), () => undefined);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/inmemory/browser`;
  const account = 'dummyuser:dummysecret';
  const program = createProgram({
    name: 'chemistry',
    command: {
      file: 'java',
      args: [
        ...['-Xmx192m', '-XX:+UseSerialGC', '-jar', files.runner],
        ...['--host', '127.0.0.1', '--port', String(port), '--path', '/inmemory', files.app],
      ],
      graceSeconds: 5,
    },
    log: join(dir, 'chemistry.log'),
    readyWithinMs: 90_000,
    isReady: () => answers(url, account),
  });
  await program.start();
  return Object.assign(program, { url, account });
}

async function answers(url: string, account: string): Promise<boolean> {
  const headers = { Authorization: `Basic ${Buffer.from(account).toString('base64')}` };
  const response = await fetch(url, { headers }).catch(() => undefined);
  await response?.body?.cancel();
  return response?.ok === true;
}
