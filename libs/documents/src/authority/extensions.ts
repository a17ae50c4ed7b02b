import { isIPv4 } from 'node:net';
import { BitString, Integer, OctetString } from 'asn1js';
import {
  AuthorityKeyIdentifier,
  BasicConstraints,
  CRLDistributionPoints,
  DistributionPoint,
  Extension,
  ExtKeyUsage,
  GeneralName,
  GeneralNames,
} from 'pkijs';
import { oids } from '../signature/oids.ts';

/** Key usages: one byte, and how many of its bits are unused (DER leaves trailing zero bits out). */
const keyUsages = {
  authority: { bits: 0x06, unusedBits: 1 }, // certificates and revocation lists
  signer: { bits: 0x40, unusedBits: 6 }, // content commitment, and nothing else (ETSI EN 319 412-2, 4.3.2)
  machine: { bits: 0x80, unusedBits: 7 }, // digital signature
} as const;

const extension = (extnID: string, value: { toBER: () => ArrayBuffer }, critical = false): Extension =>
  new Extension({ extnID, critical, extnValue: value.toBER() });

export const keyUsage = (use: keyof typeof keyUsages): Extension => {
  const { bits, unusedBits } = keyUsages[use];
  const valueHex = Uint8Array.from([bits]).buffer;
  return extension(oids.keyUsage, new BitString({ valueHex, unusedBits }), true);
};

export const basicConstraints = (cA: boolean): Extension =>
  extension(
    oids.basicConstraints,
    new BasicConstraints(cA ? { cA, pathLenConstraint: 0 } : {}).toSchema(),
    true,
  );

export const extendedKeyUsage = (...keyPurposes: readonly string[]): Extension =>
  extension(oids.extendedKeyUsage, new ExtKeyUsage({ keyPurposes: [...keyPurposes] }).toSchema());

export const subjectKeyId = (id: Uint8Array): Extension =>
  extension(oids.subjectKeyId, new OctetString({ valueHex: id }));

export const authorityKeyId = (id: Uint8Array): Extension =>
  extension(
    oids.authorityKeyId,
    new AuthorityKeyIdentifier({ keyIdentifier: new OctetString({ valueHex: id }) }).toSchema(),
  );

const ADDRESS = 6;
const HOST = 2;
const IP = 7;

/** Where the revocation list is published. */
export const revocationListAt = (address: string): Extension =>
  extension(
    oids.crlDistributionPoints,
    new CRLDistributionPoints({
      distributionPoints: [
        new DistributionPoint({ distributionPoint: [new GeneralName({ type: ADDRESS, value: address })] }),
      ],
    }).toSchema(),
  );

const hostName = (host: string): GeneralName =>
  isIPv4(host)
    ? new GeneralName({
        type: IP,
        value: new OctetString({ valueHex: Uint8Array.from(host.split('.').map(Number)) }),
      })
    : new GeneralName({ type: HOST, value: host });

export const hostNames = (hosts: readonly string[]): Extension =>
  extension(oids.subjectAltName, new GeneralNames({ names: hosts.map(hostName) }).toSchema());

/** The number of a revocation list: its moment, so that a later list has a higher one. */
export const listNumber = (now: Date): Extension =>
  extension(oids.crlNumber, new Integer({ value: Math.floor(now.getTime() / 1000) }));
