import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, webcrypto } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { Integer } from 'asn1js';
import {
  Certificate,
  CertificateRevocationList,
  Extension,
  Extensions,
  PublicKeyInfo,
  RevokedCertificate,
  Time,
  TimeType,
} from 'pkijs';
import type { RelativeDistinguishedNames } from 'pkijs';
import { oids } from '../signature/oids.ts';
import { derToPem, pemToDer } from '../signature/pem.ts';
import * as ext from './extensions.ts';
import { distinguishedName } from './names.ts';
import type {
  Authority,
  AuthorityWorld,
  Issued,
  MachineName,
  Revocation,
  SignerName,
  Validity,
} from './types.ts';

const HOUR = 3_600_000;
const YEAR = 365 * 24 * HOUR;

/** In force from an hour ago, so that a clock a little behind does not refuse it. */
const years = (world: AuthorityWorld, count: number): Validity => {
  const now = world.clock.now().getTime();
  return { from: new Date(now - HOUR).toISOString(), until: new Date(now + count * YEAR).toISOString() };
};

const asTime = (at: Date): Time =>
  new Time({ type: at.getUTCFullYear() < 2050 ? TimeType.UTCTime : TimeType.GeneralizedTime, value: at });

/** A positive serial number that nobody can guess (RFC 5280, 4.1.2.2). */
const serialNumber = (world: AuthorityWorld): Integer => {
  const bytes = Uint8Array.from(world.random(16));
  bytes[0] = 0x40 | ((bytes[0] ?? 0) & 0x3f);
  return new Integer({ valueHex: bytes.buffer });
};

const newKey = (): KeyObject => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;

const publicKeyInfo = (key: KeyObject): PublicKeyInfo =>
  PublicKeyInfo.fromBER(new Uint8Array(createPublicKey(key).export({ type: 'spki', format: 'der' })));

/** The usual name of a key: SHA-1 over its bits (RFC 5280, 4.2.1.2). It names, it does not protect. */
const keyId = (key: KeyObject): Uint8Array => {
  const bits = publicKeyInfo(key).subjectPublicKey.valueBlock.valueHexView;
  return new Uint8Array(createHash('sha1').update(bits).digest());
};

const keyPem = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString();

const signingKey = (key: KeyObject): Promise<webcrypto.CryptoKey> =>
  webcrypto.subtle.importKey(
    'pkcs8',
    key.export({ type: 'pkcs8', format: 'der' }),
    { name: 'ECDSA', namedCurve: 'P-256' },
    false,
    ['sign'],
  );

const encoded = (item: Certificate | CertificateRevocationList): Uint8Array =>
  new Uint8Array(Buffer.from(item.toString('base64'), 'base64'));

interface Issuer {
  readonly name: RelativeDistinguishedNames;
  readonly key: KeyObject;
}

interface Order {
  readonly subject: RelativeDistinguishedNames;
  readonly subjectKey: KeyObject;
  readonly validity: Validity;
  readonly extensions: readonly Extension[];
}

const issue = async (world: AuthorityWorld, issuer: Issuer, order: Order): Promise<Issued> => {
  const certificate = new Certificate({
    version: 2, // written so, it means version 3
    serialNumber: serialNumber(world),
    issuer: issuer.name,
    subject: order.subject,
    notBefore: asTime(new Date(order.validity.from)),
    notAfter: asTime(new Date(order.validity.until)),
    subjectPublicKeyInfo: publicKeyInfo(order.subjectKey),
    extensions: [ext.subjectKeyId(keyId(order.subjectKey)), ...order.extensions],
  });
  await certificate.sign(await signingKey(issuer.key), 'SHA-256');
  const pem = derToPem('CERTIFICATE', encoded(certificate));
  return { certificate: pem, key: keyPem(order.subjectKey) };
};

const listOf = async (
  world: AuthorityWorld,
  issuer: Issuer,
  revoked: readonly Revocation[],
  until: Date,
): Promise<string> => {
  const now = world.clock.now();
  const list = new CertificateRevocationList({
    version: 1, // written so, it means version 2
    issuer: issuer.name,
    thisUpdate: asTime(now),
    nextUpdate: asTime(until),
    crlExtensions: new Extensions({
      extensions: [ext.authorityKeyId(keyId(issuer.key)), ext.listNumber(now)],
    }),
    ...(revoked.length === 0 ? {} : { revokedCertificates: revoked.map(entry) }),
  });
  await list.sign(await signingKey(issuer.key), 'SHA-256');
  return derToPem('X509 CRL', encoded(list));
};

const entry = (revocation: Revocation): RevokedCertificate =>
  new RevokedCertificate({
    userCertificate: Certificate.fromBER(pemToDer(revocation.certificate)).serialNumber,
    revocationDate: asTime(new Date(revocation.at)),
  });

/** Opens an authority whose certificate and key were kept. */
export const openAuthority = (world: AuthorityWorld, kept: Issued): Authority => {
  const key = createPrivateKey(kept.key);
  const issuer: Issuer = { name: Certificate.fromBER(pemToDer(kept.certificate)).subject, key };
  const ofThisAuthority = [ext.authorityKeyId(keyId(key)), ext.revocationListAt(world.listAddress)];
  const issueLeaf = (
    name: SignerName | MachineName,
    validity: Validity | undefined,
    extensions: readonly Extension[],
    subjectKey = newKey(),
  ): Promise<Issued> =>
    issue(world, issuer, {
      subject: distinguishedName(name),
      subjectKey,
      validity: validity ?? years(world, 2),
      extensions: [ext.basicConstraints(false), ...extensions, ...ofThisAuthority],
    });
  return {
    ...kept,
    issueSigner: (name, validity, privateKey) =>
      issueLeaf(
        name,
        validity,
        [ext.keyUsage('signer'), ext.extendedKeyUsage(oids.documentSigning)],
        privateKey,
      ),
    issueMachine: (name, validity) =>
      issueLeaf(name, validity, [
        ext.keyUsage('machine'),
        ext.extendedKeyUsage(oids.serverAuth, oids.clientAuth),
        ext.hostNames(name.hosts),
      ]),
    revocationList: (revoked, until) =>
      listOf(world, issuer, revoked, new Date(until ?? years(world, 1).until)),
  };
};

/** Makes a new root, by default in force from now for twenty years. */
export const createAuthority = async (
  world: AuthorityWorld,
  validity: Validity = years(world, 20),
): Promise<Authority> => {
  const key = newKey();
  const name = distinguishedName({ commonName: 'Кызмат: сыноо борбору', organisation: 'Кызмат' });
  const root = await issue(
    world,
    { name, key },
    {
      subject: name,
      subjectKey: key,
      validity,
      extensions: [ext.basicConstraints(true), ext.keyUsage('authority')],
    },
  );
  return openAuthority(world, root);
};
