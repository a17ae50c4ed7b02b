import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runToEnd } from '../guarded.ts';
import { makeWhole, type Report } from './folder.ts';

interface ChemistryFiles {
  readonly runner: string;
  /** The web application, unpacked. */
  readonly app: string;
}

const pom = fileURLToPath(new URL('../../chemistry.pom.xml', import.meta.url));
const runner = 'jetty-runner-9.4.57.v20241219.jar';
const war = 'chemistry-opencmis-server-inmemory-1.1.0.war';
const pinned: Readonly<Record<string, string>> = {
  [runner]: 'f63fbee00a06f04a3f715267d5d53ba4389b5b3e9ecc6168d8b73d81243a883f',
  [war]: 'e64213571d416a5ff03a923693b97bb32d680b353af40d6807ce007197ae71d9',
};

/** Apache Chemistry's CMIS server that keeps everything in memory, by Maven when it is missing. For tests only. */
export async function provisionChemistry(engines: string, report: Report): Promise<ChemistryFiles> {
  const folder = join(engines, 'chemistry-1.1.0');
  await makeWhole(folder, async (temporary) => {
    report('Apache Chemistry 1.1.0: downloading with Maven (22 MB)');
    await mkdir(temporary);
    await run('mvn', temporary, [
      ...['-q', '-B', '-ntp', '-f', pom],
      ...['dependency:copy-dependencies', `-DoutputDirectory=${temporary}`],
    ]);
    for (const [name, hash] of Object.entries(pinned)) {
      const found = createHash('sha256')
        .update(await readFile(join(temporary, name)))
        .digest('hex');
      if (found !== hash) throw new Error(`${name} is not the pinned one`);
    }
    const app = join(temporary, 'app');
    await mkdir(app);
    await run('jar', app, ['xf', join(temporary, war)]);
    const web = join(app, 'WEB-INF', 'web.xml');
    await writeFile(web, withoutSoap(await readFile(web, 'utf8')));
  });
  return { runner: join(folder, runner), app: join(folder, 'app') };
}

/** Its two SOAP servlets need classes that newer Javas no longer have: with them nothing would start. */
function withoutSoap(web: string): string {
  return web.replaceAll(/<servlet(-mapping)?>\s*<servlet-name>cmisws1[01]<[^]*?<\/servlet\1>/gu, '');
}

async function run(file: string, cwd: string, args: readonly string[]): Promise<void> {
  const { code, printed } = await runToEnd({ file, args, cwd });
  if (code !== 0) throw new Error(`${file} failed:\n${printed.trimEnd()}`);
}
