import { root } from '@kyzmat/engines';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readResults } from '../test/result.ts';
import { compliancePage } from './page.ts';
import { readRules } from './rules.ts';

/**
 * Writes docs/compliance.md: which rule of the law is proved by which executed test. Done at the end of a whole
 * `npm test`; by hand after one: `node tools/launcher/src/compliance/write.ts`.
 */
export function writeCompliance(): void {
  const law = readFileSync(join(root, 'docs/law/portal.md'), 'utf8');
  // A test file that is gone proves nothing any more.
  const results = globSync('dist/results/{unit,spec,e2e}/**/*.json', { cwd: root })
    .sort()
    .flatMap((file) => readResults(join(root, file)) ?? [])
    .filter(({ file }) => existsSync(join(root, file)));
  writeFileSync(join(root, 'docs/compliance.md'), compliancePage(readRules(law), results));
}

if (import.meta.main) writeCompliance();
