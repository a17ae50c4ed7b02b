import { fileURLToPath } from 'node:url';

export type ContractName =
  'identity' | 'applications' | 'payments' | 'notifications' | 'providers' | 'tunduk' | 'events' | 'common';

/** Path of a contract's OpenAPI document, for the check at the door of its service. */
export function contractPath(name: ContractName): string {
  return fileURLToPath(new URL(`../openapi/${name}.yaml`, import.meta.url));
}
