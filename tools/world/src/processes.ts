import type { ProcessName } from '@kyzmat/auth';
import type { PortName } from './ports.ts';

export type { ProcessName } from '@kyzmat/auth';

/** Secrets that two sides share. */
export const sharedSecrets = [
  'OIDC_CLIENT_SECRET_PORTAL',
  'OIDC_CLIENT_SECRET_DESK',
  'ESI_CLIENT_SECRET',
  'E_PAYMENT_SECRET',
  'E_MESSAGE_TOKEN',
  'EDMS_PASSWORD',
  'DEMO_STAFF_PASSWORD',
] as const;
type SharedSecret = (typeof sharedSecrets)[number];

export interface ProcessEntry {
  readonly name: ProcessName;
  /** Ports beside its own, by the variable that carries them. */
  readonly ports?: Readonly<Record<string, PortName>>;
  /** Keeps browser sessions, so it gets a SESSION_SECRET of its own. */
  readonly sessions?: true;
  readonly secrets?: readonly SharedSecret[];
}

/** The processes in the order in which they stop: the doors for people first, the outside world last. */
export const processes: readonly ProcessEntry[] = [
  { name: 'portal', sessions: true, secrets: ['OIDC_CLIENT_SECRET_PORTAL'] },
  { name: 'desk', sessions: true, secrets: ['OIDC_CLIENT_SECRET_DESK'] },
  { name: 'tunduk', ports: { TUNDUK_TLS_PORT: 'tunduk-tls' }, secrets: ['EDMS_PASSWORD'] },
  {
    name: 'identity',
    sessions: true,
    secrets: ['OIDC_CLIENT_SECRET_PORTAL', 'OIDC_CLIENT_SECRET_DESK', 'ESI_CLIENT_SECRET', 'E_MESSAGE_TOKEN'],
  },
  { name: 'applications' },
  { name: 'payments', secrets: ['E_PAYMENT_SECRET'] },
  { name: 'notifications', secrets: ['E_MESSAGE_TOKEN'] },
  { name: 'providers' },
  {
    name: 'sandbox',
    ports: { SMTP_PORT: 'smtp', SCANNER_PORT: 'scanner', SECURITY_SERVER_PORT: 'security-server' },
    sessions: true,
    secrets: ['ESI_CLIENT_SECRET', 'E_PAYMENT_SECRET', 'E_MESSAGE_TOKEN', 'EDMS_PASSWORD'],
  },
];
