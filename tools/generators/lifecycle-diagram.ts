import { writeFileSync } from 'node:fs';
import { lifecyclePage } from '@kyzmat/lifecycle';

writeFileSync(new URL('../../docs/lifecycle.md', import.meta.url), lifecyclePage());
