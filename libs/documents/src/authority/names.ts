import { Utf8String } from 'asn1js';
import { AttributeTypeAndValue, RelativeDistinguishedNames } from 'pkijs';
import { oids } from '../signature/oids.ts';

const part = (type: string, value: string): AttributeTypeAndValue =>
  new AttributeTypeAndValue({ type, value: new Utf8String({ value }) });

/** A name in a certificate: country, organisation, post where there is one, and the common name. */
export const distinguishedName = (name: {
  readonly commonName: string;
  readonly organisation: string;
  readonly post?: string;
}): RelativeDistinguishedNames =>
  new RelativeDistinguishedNames({
    typesAndValues: [
      part(oids.country, 'KG'),
      part(oids.organisation, name.organisation),
      ...(name.post === undefined ? [] : [part(oids.post, name.post)]),
      part(oids.commonName, name.commonName),
    ],
  });
