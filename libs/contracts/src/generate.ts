import { readdir } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const contracts = new URL('../openapi/', import.meta.url);

/** Where the generated types lie. */
export const generated = new URL('generated/', import.meta.url);

/** The TypeScript types of every contract, by the name of their file. For the generator and for the test that they are current. */
export async function contractTypes(): Promise<Map<string, string>> {
  const types = new Map<string, string>();
  for (const file of (await readdir(contracts)).toSorted()) {
    const ast = await openapiTS(new URL(file, contracts), { alphabetize: false });
    types.set(file.replace('.yaml', '.ts'), astToString(ast));
  }
  return types;
}
