import { url, type ConfigOf } from '@kyzmat/config';

export const ownSpec = {
  /** ClamAV's daemon: `tcp://host:port`. */
  scanner: url('SCANNER_URL', undefined, ['tcp']),
};

export type OwnConfig = ConfigOf<typeof ownSpec>;
