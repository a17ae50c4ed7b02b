import type { JsonWebKey } from 'node:crypto';
import { createTokenIssuer, type Principal, type ProcessName } from '@kyzmat/auth';
import { createClient } from '@kyzmat/http';
import type { World } from '@kyzmat/world';

/** A typed client of a process in somebody's name, as one of the doors (portal, desk, tunduk) would call it. */
export function clientOf<Paths extends object>(
  world: World,
  door: ProcessName,
  audience: ProcessName,
  principal: Principal,
): ReturnType<ReturnType<typeof createClient<Paths>>> {
  const key: JsonWebKey | undefined = world.platform.place.secrets.keys[door]?.privateKey;
  if (key === undefined) throw new Error(`No key of ${door}`);
  const issuer = createTokenIssuer({ process: door, key });
  return createClient<Paths>({ audience, baseUrl: world.urls[audience], issuer, timeoutMs: 15_000 })(
    principal,
  );
}
