import { integer, optional, port, secret, text, url, type ConfigOf } from '@kyzmat/config';

export const ownSpec = {
  /** Where the security server calls in, with mutual TLS. */
  tlsPort: port('TUNDUK_TLS_PORT'),
  /** tunduk.pem, tunduk.key, ca.pem, ca.crl. */
  certificatesDir: text('CERTIFICATES_DIR'),
  /** The host name in the security server's certificate: no other certificate of the authority is let in. */
  securityServerName: text('SECURITY_SERVER_NAME', 'security-server'),
  /** Our own security server; the sandbox's stand-in when not set. */
  securityServerUrl: optional(url('SECURITY_SERVER_URL')),
  /** The portal as a member of X-Road: instance/class/member/subsystem. */
  xroadClient: text('XROAD_CLIENT', 'central-server/GOV/70000011/portal'),
  edmsUser: text('EDMS_USER', 'edms-clerk'),
  edmsPassword: secret('EDMS_PASSWORD'),
  /** How often the document systems are asked for answers. */
  edmsPollMs: integer('EDMS_POLL_MS', { min: 100, max: 3_600_000, fallback: 1000 }),
};

export type OwnConfig = ConfigOf<typeof ownSpec>;
