import { RelativeDistinguishedNames } from 'pkijs';
import * as der from '../signature/der.ts';
import { oids } from '../signature/oids.ts';

/** One part of a name is a set of its own; pkijs by itself would put all parts into one unsorted set. */
const part = (type: string, value: Uint8Array): Uint8Array =>
  der.setOf(der.sequence(der.objectId(type), value));

/** A name in a certificate: country, organisation, post where there is one, and the common name. */
export const distinguishedName = (name: {
  readonly commonName: string;
  readonly organisation: string;
  readonly post?: string;
}): RelativeDistinguishedNames =>
  RelativeDistinguishedNames.fromBER(
    der.sequence(
      part(oids.country, der.printableString('KG')),
      part(oids.organisation, der.utf8String(name.organisation)),
      ...(name.post === undefined ? [] : [part(oids.post, der.utf8String(name.post))]),
      part(oids.commonName, der.utf8String(name.commonName)),
    ),
  );
