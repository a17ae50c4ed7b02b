import { RelativeDistinguishedNames } from 'pkijs';
import * as der from '../signature/der.ts';
import { INN_PREFIX, oids, PIN_PREFIX } from '../signature/oids.ts';
import type { SignerName } from './types.ts';

/** One part of a name is a set of its own; pkijs by itself would put all parts into one unsorted set. */
const part = (type: string, value: Uint8Array): Uint8Array =>
  der.setOf(der.sequence(der.objectId(type), value));

/** A name in a certificate. The PIN is written as ETSI EN 319 412-1, 5.1.3 writes national personal numbers. */
export const distinguishedName = (name: SignerName): RelativeDistinguishedNames =>
  RelativeDistinguishedNames.fromBER(
    der.sequence(
      part(oids.country, der.printableString('KG')),
      ...(name.organisation === undefined
        ? []
        : [part(oids.organisation, der.utf8String(name.organisation))]),
      ...(name.inn === undefined ? [] : [part(oids.organisationId, der.utf8String(INN_PREFIX + name.inn))]),
      ...(name.post === undefined ? [] : [part(oids.post, der.utf8String(name.post))]),
      ...(name.pin === undefined
        ? []
        : [part(oids.serialNumber, der.printableString(PIN_PREFIX + name.pin))]),
      part(oids.commonName, der.utf8String(name.commonName)),
    ),
  );
