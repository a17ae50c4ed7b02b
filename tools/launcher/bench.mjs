import { boot } from './boot.mjs';

await boot('src/bench/main.ts');
