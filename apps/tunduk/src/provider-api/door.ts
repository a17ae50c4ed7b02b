import type { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { ServerOptions } from 'node:https';
import { join } from 'node:path';
import { TLSSocket } from 'node:tls';
import { forbidden } from '@kyzmat/http';
import type { RequestHandler } from 'express';

/** P573-5: what the door shows of itself, and that callers must show a certificate of the authority to be heard at all. */
export async function readCertificates(folder: string): Promise<ServerOptions> {
  const read = (name: string): Promise<Buffer> => readFile(join(folder, name));
  const [cert, key, ca, crl] = await Promise.all(['tunduk.pem', 'tunduk.key', 'ca.pem', 'ca.crl'].map(read));
  return { cert, key, ca, crl, requestCert: true, rejectUnauthorized: true, minVersion: 'TLSv1.2' };
}

/** P573-5: of all certificates of the authority only the security server's own is let in. */
export function onlySecurityServer(host: string): RequestHandler {
  return (request, _response, next) => {
    const { socket } = request;
    const certificate = socket instanceof TLSSocket ? socket.getPeerX509Certificate() : undefined;
    if (!isOf(certificate, host)) throw notThroughTunduk();
    next();
  };
}

function isOf(certificate: X509Certificate | undefined, host: string): boolean {
  return certificate?.checkHost(host, { subject: 'never' }) !== undefined;
}

const notThroughTunduk = (): Error =>
  forbidden('not_through_tunduk', 'Messages of providers are taken through Tunduk only (P573-5).');
