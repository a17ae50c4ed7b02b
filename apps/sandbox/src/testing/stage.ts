import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listen, type Listening } from '@kyzmat/http';
import { openTestKit } from '@kyzmat/kit/testing';
import { createApp } from '../app.ts';
import { ownSpec } from '../config.ts';

/** The stand-ins, listening, with a database of their own. */
export interface Stage {
  readonly url: string;
  readonly smtpPort: number;
  stop(): Promise<void>;
}

export const secrets = {
  ePayment: 'e-payment-secret-of-a-test',
  eMessage: 'e-message-token-of-a-test',
  esi: 'esi-client-secret-of-a-test',
};

export async function openStage(): Promise<Stage> {
  const [port, smtpPort, securityServerPort] = [await freePort(), await freePort(), await freePort()];
  const url = `http://127.0.0.1:${port}`;
  const certificates = await emptyCertificates();
  const on = await openTestKit({
    name: 'sandbox',
    spec: ownSpec,
    env: {
      SANDBOX_URL: url,
      // Where ESI sends people back to: a browser goes only where somebody may listen.
      IDENTITY_URL: url,
      SMTP_PORT: String(smtpPort),
      SCANNER_PORT: String(await freePort()),
      SECURITY_SERVER_PORT: String(securityServerPort),
      ESI_CLIENT_SECRET: secrets.esi,
      E_PAYMENT_SECRET: secrets.ePayment,
      E_MESSAGE_TOKEN: secrets.eMessage,
      CERTIFICATES_DIR: certificates,
      TUNDUK_TLS_URL: 'https://127.0.0.1:9',
      EDMS_PASSWORD: 'edms-password-of-a-test',
    },
  });
  const app = createApp(on.kit, on.config);
  await app.start?.();
  const door: Listening = await listen(app.http, { port });
  return {
    url,
    smtpPort,
    async stop() {
      await door.close();
      await app.stop?.();
      await on.close();
      await rm(certificates, { recursive: true });
    },
  };
}

/** Nobody crosses Tunduk in these tests: the files only have to be there. */
async function emptyCertificates(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kyzmat-certificates-'));
  const names = ['security-server.pem', 'security-server.key', 'ca.pem'];
  await Promise.all(names.map((name) => writeFile(join(folder, name), '')));
  return folder;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return address.port;
}
