import { boot } from './boot.mjs';

await boot('../bench/bench.ts');
