import { runOnPlatform } from '../on-platform.ts';

await runOnPlatform('bench', process.argv.slice(2));
