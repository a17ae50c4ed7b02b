import { constants, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { AlgorithmIdentifier, RSASSAPSSParams } from 'pkijs';
import * as der from './der.ts';
import { oids } from './oids.ts';

type Hash = 'sha256' | 'sha384' | 'sha512';

/** How a key signs the attributes: which padding, over which hash. The content itself is always known by its SHA-256. */
export interface Scheme {
  readonly kind: 'ecdsa' | 'rsa' | 'rsa-pss';
  readonly hash: Hash;
  /** Of PSS, in bytes. */
  readonly saltLength?: number;
}

/** In which the portal's own documents are signed. */
export const ownScheme: Scheme = { kind: 'ecdsa', hash: 'sha256' };

/** One name for each, in the order in which they are looked for: what is read by several is written by the first. */
const plain: readonly (readonly [string, Scheme])[] = [
  [oids.ecdsaWithSha256, ownScheme],
  [oids.ecdsaWithSha384, { kind: 'ecdsa', hash: 'sha384' }],
  [oids.ecdsaWithSha512, { kind: 'ecdsa', hash: 'sha512' }],
  // The hash is then that of the content (RFC 5754, 3.2).
  [oids.rsa, { kind: 'rsa', hash: 'sha256' }],
  [oids.sha256WithRsa, { kind: 'rsa', hash: 'sha256' }],
  [oids.sha384WithRsa, { kind: 'rsa', hash: 'sha384' }],
  [oids.sha512WithRsa, { kind: 'rsa', hash: 'sha512' }],
];
const hashes: readonly (readonly [string, Hash])[] = [
  [oids.sha256, 'sha256'],
  [oids.sha384, 'sha384'],
  [oids.sha512, 'sha512'],
];

/** Reads which scheme a signature names; undefined when it is none that is accepted here. */
export const readScheme = ({ algorithmId, algorithmParams }: AlgorithmIdentifier): Scheme | undefined => {
  if (algorithmId !== oids.rsaPss) return plain.find(([id]) => id === algorithmId)?.[1];
  const pss = new RSASSAPSSParams({ schema: algorithmParams });
  const hash = hashes.find(([id]) => id === pss.hashAlgorithm.algorithmId)?.[1];
  const mask = pss.maskGenAlgorithm;
  const maskHash = new AlgorithmIdentifier({ schema: mask.algorithmParams });
  // RFC 4055, 3.1: the mask is made with the same hash. Anything else is not worth the trouble it makes.
  const same = mask.algorithmId === oids.mgf1 && maskHash.algorithmId === pss.hashAlgorithm.algorithmId;
  return hash === undefined || !same ? undefined : { kind: 'rsa-pss', hash, saltLength: pss.saltLength };
};

/** Writes the algorithm identifier of a scheme. */
export const writeScheme = (scheme: Scheme): Uint8Array => {
  if (scheme.kind !== 'rsa-pss') {
    const [id = ''] = plain.find(([, { kind, hash }]) => kind === scheme.kind && hash === scheme.hash) ?? [];
    return scheme.kind === 'rsa'
      ? der.sequence(der.objectId(id), der.none())
      : der.sequence(der.objectId(id));
  }
  const [id = ''] = hashes.find(([, hash]) => hash === scheme.hash) ?? [];
  const hash = der.sequence(der.objectId(id));
  return der.sequence(
    der.objectId(oids.rsaPss),
    der.sequence(
      der.explicit(0, hash),
      der.explicit(1, der.sequence(der.objectId(oids.mgf1), hash)),
      der.explicit(2, der.smallInteger(scheme.saltLength ?? 0)),
    ),
  );
};

const curves = ['prime256v1', 'secp384r1'];
const leastRsaBits = 2048;

/** Whether a key is of a kind that is accepted: ECDSA P-256 and P-384, RSA from 2048 bits. */
export const isStrong = ({ asymmetricKeyType: type, asymmetricKeyDetails: details }: KeyObject): boolean =>
  type === 'ec'
    ? curves.includes(details?.namedCurve ?? '')
    : (type === 'rsa' || type === 'rsa-pss') && (details?.modulusLength ?? 0) >= leastRsaBits;

/** The scheme of a key that nobody has chosen another for. */
export const schemeOf = ({ asymmetricKeyType: type }: KeyObject): Scheme => {
  if (type === 'rsa-pss') return { kind: 'rsa-pss', hash: 'sha256', saltLength: 32 };
  return type === 'rsa' ? { kind: 'rsa', hash: 'sha256' } : ownScheme;
};

/** What Node wants to know beside the key, to sign or verify in a scheme. */
export const nodeKey = (key: KeyObject, { kind, saltLength = 0 }: Scheme) => {
  if (kind === 'ecdsa') return { key };
  return kind === 'rsa'
    ? { key, padding: constants.RSA_PKCS1_PADDING }
    : { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength };
};

/** Whether the value over these bytes is by this key, in this scheme. */
export const isBy = (key: KeyObject, scheme: Scheme, bytes: Uint8Array, value: Uint8Array): boolean =>
  (key.asymmetricKeyType === 'ec') === (scheme.kind === 'ecdsa') &&
  verify(scheme.hash, bytes, nodeKey(key, scheme), value);
