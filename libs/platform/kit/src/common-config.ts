import { parsePublicKeys } from '@kyzmat/auth';
import {
  demoOnly,
  json,
  list,
  oneOf,
  optional,
  port,
  secretKey,
  text,
  url,
  type ConfigOf,
} from '@kyzmat/config';

/** What every process reads from its environment; an app adds its own variables to this. */
export const commonSpec = {
  port: port('PORT'),
  host: text('HOST', '127.0.0.1'),
  mongodbUri: url('MONGODB_URI', undefined, ['mongodb', 'mongodb+srv']),
  /** The database of the process; its own name unless a test says otherwise. */
  dbName: optional(text('DB_NAME')),
  kafkaBrokers: list('KAFKA_BROKERS'),
  /** Put before topics and consumer groups, so that tests can share a broker. */
  topicPrefix: optional(text('TOPIC_PREFIX')),
  serviceKey: secretKey('SERVICE_KEY'),
  serviceKeys: json('SERVICE_KEYS', parsePublicKeys),
  /** The sandbox's clock, which moves legal time. */
  demoClockUrl: demoOnly(url('DEMO_CLOCK_URL')),
  logLevel: oneOf('LOG_LEVEL', ['debug', 'info', 'warn', 'error', 'silent'], 'info'),
  portal: url('PORTAL_URL'),
  desk: url('DESK_URL'),
  identity: url('IDENTITY_URL'),
  applications: url('APPLICATIONS_URL'),
  payments: url('PAYMENTS_URL'),
  notifications: url('NOTIFICATIONS_URL'),
  providers: url('PROVIDERS_URL'),
  tunduk: url('TUNDUK_URL'),
  sandbox: url('SANDBOX_URL'),
};

export type CommonConfig = ConfigOf<typeof commonSpec>;
