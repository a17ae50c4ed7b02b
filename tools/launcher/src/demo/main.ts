import { runOnPlatform } from '../on-platform.ts';

await runOnPlatform('demo', process.argv.slice(2));
