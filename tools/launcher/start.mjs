import { boot } from './boot.mjs';

await boot('src/start/main.ts');
