/** Writes docs/lifecycle.md from the graph the code works by: `node tools/generators/lifecycle-diagram.ts`. */
import { writeFileSync } from 'node:fs';
import { lifecyclePage } from '@kyzmat/lifecycle';

writeFileSync(new URL('../../docs/lifecycle.md', import.meta.url), lifecyclePage());
