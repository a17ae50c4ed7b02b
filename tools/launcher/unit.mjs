// node tools/launcher/unit.mjs FOLDER: the unit tests (*.test.ts) of one package.
import { runUnder24 } from './boot.mjs';

await runUnder24('src/test/unit.ts');
