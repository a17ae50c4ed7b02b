import { randomUUID } from 'node:crypto';
import { text as readAll } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { commonSpec } from '@kyzmat/kit';
import { optional, readConfig, secret } from '@kyzmat/config';
import { connect } from '@kyzmat/store';
import { createTelemetry } from '@kyzmat/telemetry';
import { openStaff, type Staff } from '../staff/store.ts';

/** Makes the first operator, who then keeps all other accounts. There is no default password. */
const usage = `node src/commands/create-operator.ts --login LOGIN --name NAME --phone +996… [--another]
The password comes in OPERATOR_PASSWORD or on standard input: 12 characters or more.
--another: make one more, though there is an operator already.`;

const spec = {
  mongodbUri: commonSpec.mongodbUri,
  dbName: commonSpec.dbName,
  password: optional(secret('OPERATOR_PASSWORD')),
};
const shortest = 12;

class Refused extends Error {}

try {
  await main();
} catch (error) {
  const known = error instanceof Refused;
  process.stderr.write(`${error instanceof Error ? error.message : 'failed'}\n${known ? `${usage}\n` : ''}`);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { login, name, phone, another } = wanted();
  const config = readConfig(process.env, spec);
  const password = config.password?.reveal() ?? (await readAll(process.stdin)).replace(/\r?\n$/, '');
  if (password.length < shortest) throw new Refused(`The password has less than ${shortest} characters.`);
  const { log } = createTelemetry('identity', { level: 'warn' });
  const store = await connect(config.mongodbUri, config.dbName ?? 'identity', { log, appName: 'identity' });
  try {
    const staff = openStaff(store);
    await staff.ensureIndexes();
    if (!another && (await staff.hasOperator())) throw new Refused('There is an operator already.');
    const id = await create(staff, { login, name, phone, password });
    process.stdout.write(`${id}\n`);
  } finally {
    await store.close();
  }
}

function wanted(): { login: string; name: string; phone: string; another: boolean } {
  const { values } = parseArgs({
    options: {
      login: { type: 'string', default: '' },
      name: { type: 'string', default: '' },
      phone: { type: 'string', default: '' },
      another: { type: 'boolean', default: false },
    },
  });
  const { login, name, phone } = values;
  if (login.trim() === '' || name.trim() === '') throw new Refused('A login and a name are needed.');
  if (!/^\+\d{9,15}$/.test(phone)) throw new Refused('The phone, for the codes, is + and 9 to 15 digits.');
  return values;
}

async function create(
  staff: Staff,
  { login, name, phone, password }: { login: string; name: string; phone: string; password: string },
): Promise<string> {
  const { _id } = await staff.put({
    id: `operator-${randomUUID()}`,
    login,
    name,
    phone,
    initialPassword: password,
    post: { ky: 'Порталдын оператору', ru: 'Оператор портала' },
    providerId: null,
    roles: ['operator'],
  });
  return _id;
}
