/** A service that this stand-in of X-Road knows: where it is, and which members may call it. */
export interface XRoadService {
  readonly url: string;
  readonly clients: readonly string[];
  /** The other end is called with the security server's own certificate. */
  readonly mutualTls?: true;
}

const portal = 'central-server/GOV/70000011/portal';
const providers = [
  'central-server/GOV/70000005/population-register',
  'central-server/GOV/70000006/edms',
  'central-server/GOV/70000007/licensing',
];

export const members: ReadonlySet<string> = new Set([portal, ...providers]);

export function servicesOf(edmsUrl: string, tundukUrl: string): ReadonlyMap<string, XRoadService> {
  return new Map<string, XRoadService>([
    ['central-server/GOV/70000006/edms/cmis', { url: edmsUrl, clients: [portal] }],
    [`${portal}/provider-api`, { url: `${tundukUrl}/provider-api`, clients: providers, mutualTls: true }],
  ]);
}
