// npm run journal:roles: makes the database's roles and users, so that a process can add to its journal and no more.
// MONGODB_URI of an administrator; MONGODB_PASSWORDS as JSON: {"applications": "…", …, "journal-verifier": "…"}.
import { processNames } from '@kyzmat/auth';
import { provisionRoles, verifierName } from '@kyzmat/journal';
import { connect } from '@kyzmat/store';

const { MONGODB_URI: uri, MONGODB_PASSWORDS: given } = process.env;
if (uri === undefined || given === undefined) throw new Error('Set MONGODB_URI and MONGODB_PASSWORDS');

const parsed: unknown = JSON.parse(given);
const secrets = new Map<string, unknown>(Object.entries(parsed ?? {}));
const passwords = [...processNames, verifierName].map((name) => {
  const password = secrets.get(name);
  if (typeof password !== 'string' || password.length < 16) {
    throw new Error(`MONGODB_PASSWORDS has no password of 16 letters or more for ${name}`);
  }
  return [name, password] as const;
});

const store = await connect(uri, 'admin');
await provisionRoles(store.client, new Map(passwords));
await store.close();
process.stdout.write(`${passwords.length} users, each with a role of its own\n`);
