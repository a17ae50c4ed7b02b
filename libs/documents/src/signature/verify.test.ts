import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { createAuthority, padesMethod, signPdf, verifyPdf } from '../index.ts';
import type { ProblemCode, VerificationMethod, VerificationReport } from '../index.ts';
import { at, identityOf, makeWorld, signerName, world } from '../testing/world.ts';
import { encodeSignature, sha256, signedAttributes } from './cms.ts';
import { derToPem, pemToDer } from './pem.ts';
import { contentsText, filledPlaces } from './place.ts';
import { ownScheme } from './scheme.ts';
import { prepareSignature } from './sign.ts';

const { authority, signer, identity, trust, unsigned, signed, emptyList } = await makeWorld();

const codes = (report: VerificationReport): readonly ProblemCode[] => report.problems.map(({ code }) => code);

const withByte = (bytes: Uint8Array, position: number, value: number): Uint8Array => {
  const changed = Uint8Array.from(bytes);
  changed[position] = value;
  return changed;
};

const [place] = filledPlaces(signed);
assert.ok(place);
const [, roomBegin, roomEnd] = place.byteRange;
const inContent = roomEnd + 5000;

suite('P573-D4: the document and the signature on it can be checked', () => {
  test('P573-D4: an unaltered result document passes both checks', () => {
    const report = verifyPdf(signed, trust);
    assert.deepEqual(report, {
      valid: true,
      intact: true,
      coversWholeFile: true,
      signedBy: { ...signerName, pin: '', inn: '' },
      signedAt: at,
      certificateValid: true,
      revoked: false,
      problems: [],
    });
  });

  test('P573-D4: the same document with one byte changed fails, whichever byte it is', () => {
    const anyByte = fc.integer({ min: 0, max: signed.length - 1 });
    const byteOfTheSignature = fc.integer({ min: roomBegin, max: roomEnd - 1 });
    fc.assert(
      fc.property(
        fc.oneof(anyByte, byteOfTheSignature),
        fc.integer({ min: 1, max: 255 }),
        (position, difference) => {
          const byte = signed[position] ?? 0;
          const report = verifyPdf(withByte(signed, position, (byte + difference) % 256), trust);
          return !report.valid && !report.intact && report.problems.length > 0;
        },
      ),
      { numRuns: 120 },
    );
  });

  test('P573-D4: one letter of the content changed is told as a change after signing', () => {
    assert.deepEqual(codes(verifyPdf(withByte(signed, inContent, 0), trust)), ['changed']);
  });

  test("P573-D4: a signature made by someone else's key under the signer's name fails the signature check", async () => {
    const stranger = await authority.issueSigner({ commonName: 'Демо Башка Адам' });
    const forged = await forge(identityOf(stranger).sign);
    const report = verifyPdf(forged, trust);
    assert.equal(report.valid, false);
    assert.deepEqual(codes(report), ['signature-wrong']);
  });

  test("P573-D4: a signature by someone else's key and own certificate fails: nobody trusted vouches for it", async () => {
    const elsewhere = await createAuthority(world);
    const stranger = await elsewhere.issueSigner(signerName);
    const list = await elsewhere.revocationList([]);
    const report = verifyPdf(await signPdf(unsigned, identityOf(stranger, list), at), trust);
    assert.equal(report.valid, false);
    assert.equal(report.certificateValid, false);
    assert.deepEqual(codes(report), ['untrusted']);
  });

  test('P573-D4: the method of checking is replaceable', async () => {
    const portal = padesMethod(() => Promise.resolve(trust));
    const another: VerificationMethod = {
      name: 'register-lookup',
      title: { ky: 'Реестрден издөө', ru: 'Поиск в реестре' },
      verify: async (document, moment) => ({ ...(await portal.verify(document, moment)), valid: false }),
    };
    const verdicts = [portal, another].map(async (method) => (await method.verify(signed, at)).valid);
    assert.deepEqual(await Promise.all(verdicts), [true, false]);
  });

  /** A file with the signer's own certificate, signed by another key: what an attacker with our code could make. */
  const forge = async (sign: (bytes: Uint8Array) => Promise<Uint8Array>): Promise<Uint8Array> => {
    const prepared = prepareSignature(unsigned, { certificate: signer.certificate, at });
    const certificates = [pemToDer(signer.certificate)];
    const crls = [pemToDer(emptyList)];
    const signatureValue = await sign(prepared.toBeSigned);
    const signature = {
      signedAttributes: prepared.toBeSigned,
      signatureValue,
      scheme: ownScheme,
      certificates,
      crls,
    };
    const forged = Uint8Array.from(prepared.pdf);
    forged.set(contentsText(encodeSignature(signature)), prepared.byteRange[1]);
    return forged;
  };
});

suite('what is put around or into a signed file', () => {
  const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

  test('bytes appended: the signature no longer covers the whole file', () => {
    for (const tail of ['\n', ' ', '%%EOF\n', '\n1 0 obj\n<<>>\nendobj\n']) {
      const report = verifyPdf(joined(signed, Buffer.from(tail)), trust);
      assert.equal(report.coversWholeFile, false);
      assert.deepEqual(codes(report), ['not-whole-file']);
    }
  });

  test('bytes cut off at the end or put before the beginning', () => {
    assert.equal(verifyPdf(signed.subarray(0, -1), trust).valid, false);
    assert.equal(verifyPdf(joined(Buffer.from('\n'), signed), trust).valid, false);
  });

  test('a second revision with a second signature, as incremental updates make it', async () => {
    const other = await signPdf(unsigned, identity, at);
    const report = verifyPdf(joined(signed, other), trust);
    assert.equal(report.intact, false);
    assert.deepEqual(codes(report), ['several-signatures', 'not-whole-file']);
  });

  test('digits of the signature in another case are another file', () => {
    const position = signed.findIndex((byte, index) => index > roomBegin && byte >= 0x61 && byte <= 0x66);
    const report = verifyPdf(withByte(signed, position, (signed[position] ?? 0) - 0x20), trust);
    assert.deepEqual(codes(report), ['malformed']);
  });

  test('an unsigned document, an empty file and noise are told so, not thrown', () => {
    for (const bytes of [unsigned, new Uint8Array(), Buffer.from('%PDF-1.7 noise')]) {
      const report = verifyPdf(bytes, trust);
      assert.deepEqual(codes(report), ['not-signed']);
      assert.equal(report.signedBy, null);
      assert.equal(report.intact, false);
    }
    const prepared = prepareSignature(unsigned, { certificate: signer.certificate, at });
    assert.deepEqual(codes(verifyPdf(prepared.pdf, trust)), ['malformed']);
  });

  test('the content digest is swapped together with the content: the signature value betrays it', () => {
    const changed = withByte(signed, inContent, 0);
    const digest = sha256(changed.subarray(0, roomBegin), changed.subarray(roomEnd));
    const attributes = signedAttributes(digest, pemToDer(signer.certificate));
    const certificates = [pemToDer(signer.certificate)];
    const signatureValue = Buffer.alloc(70);
    const signature = {
      signedAttributes: attributes,
      signatureValue,
      scheme: ownScheme,
      certificates,
      crls: [],
    };
    changed.set(contentsText(encodeSignature(signature)), roomBegin);
    assert.ok(codes(verifyPdf(changed, trust)).includes('signature-wrong'));
  });
});

suite('the certificate at the moment judged', () => {
  const judged = (moment: string, crls = trust.crls): readonly ProblemCode[] =>
    codes(verifyPdf(signed, { ...trust, at: moment, crls }));

  test('not yet valid, valid, expired', () => {
    assert.deepEqual(judged('2026-11-24T06:59:59.000Z'), ['not-yet-valid']);
    assert.deepEqual(judged('2026-11-24T07:00:00.000Z'), []);
    assert.ok(judged('2029-11-24T08:00:00.000Z').includes('expired'));
  });

  test('no list that is still fresh: whether it is revoked is unknown, and that is a problem', () => {
    assert.deepEqual(judged('2027-11-24T08:00:00.000Z'), []);
    assert.deepEqual(judged('2027-11-24T08:00:01.000Z'), ['revocation-unknown']);
  });

  test('revoked from its moment on, good before; any list known counts', async () => {
    const revokedAt = '2026-11-25T00:00:00.000Z';
    const list = await authority.revocationList([{ certificate: signer.certificate, at: revokedAt }]);
    const report = verifyPdf(signed, { ...trust, crls: [list], at: revokedAt });
    assert.equal(report.revoked, true);
    assert.equal(report.intact, true);
    assert.deepEqual(codes(report), ['revoked']);
    assert.deepEqual(judged('2026-11-24T23:59:59.000Z', [list]), []);
  });

  test("another authority's list proves nothing, and one inside the signature spoils it", async () => {
    const elsewhere = await createAuthority(world);
    const foreign = await elsewhere.revocationList([]);
    const without = await signPdf(unsigned, identityOf(signer), at);
    assert.deepEqual(codes(verifyPdf(without, { ...trust, crls: [foreign] })), ['revocation-unknown']);
    const within = await signPdf(unsigned, identityOf(signer, emptyList, foreign), at);
    assert.deepEqual(codes(verifyPdf(within, trust)), ['malformed']);
  });

  test('a revocation list inside that differs by bits nobody signed is told too', async () => {
    const list = pemToDer(emptyList);
    const bitString = list.findLastIndex(
      (byte, index) => byte === 3 && list[index + 1] === list.length - index - 2,
    );
    const loose = derToPem('X509 CRL', withByte(list, bitString + 2, 1));
    const report = verifyPdf(await signPdf(unsigned, identityOf(signer, loose, emptyList), at), trust);
    assert.deepEqual(codes(report), ['malformed']);
  });

  test("a machine's certificate signs no documents", async () => {
    const machine = await authority.issueMachine({
      commonName: 'tunduk',
      organisation: 'Тундук',
      hosts: ['tunduk'],
    });
    const report = verifyPdf(await signPdf(unsigned, identityOf(machine, emptyList), at), trust);
    assert.deepEqual(codes(report), ['wrong-purpose']);
  });

  test('an anchor that is not PEM is the caller’s mistake, not the document’s', () => {
    assert.throws(() => verifyPdf(signed, { ...trust, trustAnchors: ['nonsense'] }));
  });
});
