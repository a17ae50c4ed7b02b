import { boot } from './boot.mjs';

await boot('src/demo/main.ts');
