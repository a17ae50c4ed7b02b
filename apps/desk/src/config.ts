import { secret, type ConfigOf } from '@kyzmat/config';
import type { CommonConfig } from '@kyzmat/kit';

export const ownSpec = {
  sessionSecret: secret('SESSION_SECRET'),
  oidcClientSecret: secret('OIDC_CLIENT_SECRET_DESK'),
};

export type DeskConfig = CommonConfig & ConfigOf<typeof ownSpec>;
