/**
 * Makes the TypeScript types of every contract: `node tools/generators/contracts.ts`.
 * A test of libs/contracts fails when the committed types are not what the contracts say.
 */
import { readdir, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const contracts = new URL('../../libs/contracts/openapi/', import.meta.url);
const generated = new URL('../../libs/contracts/src/generated/', import.meta.url);

export async function contractTypes(): Promise<Map<string, string>> {
  const types = new Map<string, string>();
  for (const file of (await readdir(contracts)).toSorted()) {
    const ast = await openapiTS(new URL(file, contracts), { alphabetize: false });
    types.set(file.replace('.yaml', '.ts'), astToString(ast));
  }
  return types;
}

if (import.meta.main) {
  for (const [file, text] of await contractTypes()) await writeFile(new URL(file, generated), text);
}
