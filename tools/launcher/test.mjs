import { boot } from './boot.mjs';

await boot('src/test/main.ts');
