import { freePort } from '@kyzmat/engines';

/** Every port of a running platform, with the one that `npm start` uses. All lie below the range of outgoing ones. */
export const defaultPorts = {
  portal: 3000,
  desk: 3001,
  identity: 3002,
  applications: 3003,
  payments: 3004,
  notifications: 3005,
  providers: 3006,
  tunduk: 3007,
  sandbox: 3010,
  'tunduk-tls': 3017,
  'security-server': 3018,
  smtp: 3025,
  scanner: 3310,
  mongo: 27117,
  kafka: 29092,
  'kafka-controller': 29093,
} as const satisfies Record<string, number>;

export type PortName = keyof typeof defaultPorts;
export type Ports = Readonly<Record<PortName, number>>;

const isPortName = (name: string): name is PortName => name in defaultPorts;

/** A free port for each. */
export async function freePorts(): Promise<Ports> {
  const ports: Record<PortName, number> = { ...defaultPorts };
  for (const name of Object.keys(defaultPorts).filter(isPortName)) ports[name] = await freePort();
  return ports;
}
