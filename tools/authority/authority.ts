/**
 * Makes the certificates of a demo platform, once: a root, its revocation list, a certificate for each signer and for
 * both ends of the Tunduk link. What is there is kept, so running it again completes and never changes.
 *
 * `authority.ts [folder] [--signers id,id,…]`; without a folder that of AUTHORITY_DIR or CERTIFICATES_DIR.
 *
 *   ca.pem ca.key ca.crl   <machine>.pem <machine>.key   signers/<id>.pem signers/<id>.key
 *   <process>/             copies of what this process may see, in the same layout
 */
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { createAuthority, openAuthority } from '@kyzmat/documents';
import type { Authority, AuthorityWorld, Issued, Validity } from '@kyzmat/documents';
import { Folder } from './src/folder.ts';
import { demoSigners, handouts, machines } from './src/names.ts';

const world: AuthorityWorld = {
  clock: { now: () => new Date() },
  random: (bytes) => randomBytes(bytes),
  listAddress: 'http://localhost/ca.crl',
};

/** Wide enough for a demo clock that is moved by years in both directions. */
const validity: Validity = {
  from: '2020-01-01T00:00:00.000Z',
  until: new Date(Date.now() + 15 * 365 * 86_400_000).toISOString(),
};

const issueOnce = async (folder: Folder, name: string, issue: () => Promise<Issued>): Promise<Issued> => {
  const [certificate, key] = [folder.read(`${name}.pem`), folder.read(`${name}.key`)];
  if (certificate !== null && key !== null) return { certificate, key };
  const issued = await issue();
  folder.write(`${name}.key`, issued.key);
  folder.write(`${name}.pem`, issued.certificate);
  return issued;
};

const openOnce = async (folder: Folder): Promise<Authority> =>
  openAuthority(world, await issueOnce(folder, 'ca', () => createAuthority(world, validity)));

const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    options: { signers: { type: 'string' } },
    allowPositionals: true,
  });
  const path = positionals[0] ?? process.env['AUTHORITY_DIR'] ?? process.env['CERTIFICATES_DIR'];
  if (path === undefined) throw new Error('Where to? Give a folder or set AUTHORITY_DIR');
  const folder = new Folder(path);
  const authority = await openOnce(folder);
  if (folder.read('ca.crl') === null) {
    folder.write('ca.crl', await authority.revocationList([], validity.until));
  }
  for (const [name, machine] of Object.entries(machines)) {
    await issueOnce(folder, name, () => authority.issueMachine(machine, validity));
  }
  for (const id of values.signers?.split(',') ?? Object.keys(demoSigners)) {
    const signer = demoSigners[id] ?? { commonName: `Демо ${id}` };
    await issueOnce(folder, `signers/${id}`, () => authority.issueSigner(signer, validity));
  }
  for (const [reader, names] of Object.entries(handouts)) {
    const files = ['ca.pem', 'ca.crl', ...names.flatMap((name) => [`${name}.pem`, `${name}.key`])];
    for (const file of files) folder.copy(file, `${reader}/${file}`);
  }
};

await main();
