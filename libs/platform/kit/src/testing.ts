import { randomUUID } from 'node:crypto';
import {
  createTokenIssuer,
  generateServiceKey,
  processNames,
  type Principal,
  type ProcessName,
  type ServiceKey,
} from '@kyzmat/auth';
import { fixedClock, type FixedClock } from '@kyzmat/clock';
import { readConfig, type ConfigOf, type Spec } from '@kyzmat/config';
import { createTelemetry } from '@kyzmat/telemetry';
import { commonSpec, type CommonConfig } from './common-config.ts';
import { openKit, type Kit } from './kit.ts';

interface TestKitOptions<S extends Spec> {
  readonly name: ProcessName;
  readonly spec: S;
  /** Variables beside those of the engines: addresses of neighbours, own secrets. */
  readonly env?: Readonly<Record<string, string>>;
  /** What time it is; a Thursday at 10:00 in Bishkek unless told. */
  readonly now?: string;
}

/** What a process stands on in a test: the real engines, a database and topics of its own, a clock that is set. */
export interface TestKit<S extends Spec> {
  readonly kit: Kit;
  readonly clock: FixedClock;
  readonly config: CommonConfig & ConfigOf<S>;
  /** The header of a call that another process makes in somebody's name. */
  token(from: ProcessName, principal: Principal): { readonly Authorization: string };
  /** Closes the kit and drops the database. */
  close(): Promise<void>;
}

/** Nobody listens there: a neighbour that a test does not give is away. */
const nowhere = 'http://127.0.0.1:9';

/** Needs MONGODB_URI and KAFKA_BROKERS, which the test runner gives. */
export async function openTestKit<S extends Spec>(options: TestKitOptions<S>): Promise<TestKit<S>> {
  const { name, spec, env = {}, now = '2026-03-12T04:00:00.000Z' } = options;
  const keys = new Map(processNames.map((process) => [process, generateServiceKey()]));
  const keyOf = (process: ProcessName): ServiceKey => {
    const key = keys.get(process);
    if (key === undefined) throw new Error(`${process} is no process`);
    return key;
  };
  const dbName = `t-${randomUUID().slice(0, 18)}`;
  const variables = {
    ...Object.fromEntries(processNames.map((process) => [`${process.toUpperCase()}_URL`, nowhere])),
    MONGODB_URI: process.env['MONGODB_URI'],
    KAFKA_BROKERS: process.env['KAFKA_BROKERS'],
    PORT: '1',
    DB_NAME: dbName,
    TOPIC_PREFIX: `${dbName}.`,
    SERVICE_KEY: JSON.stringify(keyOf(name).privateKey),
    SERVICE_KEYS: JSON.stringify(
      Object.fromEntries([...keys].map(([each, { publicKey }]) => [each, publicKey])),
    ),
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'silent',
    ...env,
  };
  const common = readConfig(variables, commonSpec);
  const config = { ...common, ...readConfig(variables, spec) };
  const clock = fixedClock(now);
  const telemetry = createTelemetry(name, { level: common.logLevel });
  const kit = { ...(await openKit(name, common, telemetry)), clock };
  return {
    kit,
    clock,
    config,
    token(from, principal) {
      const issuer = createTokenIssuer({ process: from, key: keyOf(from).privateKey });
      return { Authorization: `Bearer ${issuer.tokenFor(name, principal)}` };
    },
    async close() {
      await kit.store.connection.dropDatabase();
      await kit.close();
    },
  };
}
