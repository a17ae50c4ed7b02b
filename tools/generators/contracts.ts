/**
 * Writes the TypeScript types of every contract: `node tools/generators/contracts.ts`.
 * A test of libs/contracts fails when the committed types are not what the contracts say.
 */
import { writeFile } from 'node:fs/promises';
import { contractTypes, generated } from '@kyzmat/contracts/generate';

for (const [file, text] of await contractTypes()) await writeFile(new URL(file, generated), text);
