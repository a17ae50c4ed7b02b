import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, X509Certificate, type KeyObject } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import type { Authority, Issued } from '@kyzmat/documents';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import type { Person } from '../persons/person.ts';
import { openPowers } from '../powers/store.ts';
import { authorityOf, newAuthority, signedBy, testNow } from '../testing/authority.ts';
import { openStage, type Answer, type Stage } from '../testing/stage.ts';

let stage: Stage;
let authority: Authority;
before(async () => {
  stage = await openStage();
});
after(() => stage.stop());
beforeEach(async () => {
  authority = await authorityOf(stage);
});

const content = '{"form":"licence","answers":{"drinks":"beer"}}';
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

interface Signing {
  readonly id: string;
  readonly pin: string;
  readonly certificate: Issued;
}
let persons = 0;
async function signer(): Promise<Signing> {
  const pin = String(20_000_000_000_000 + (persons += 1));
  const { _id: id } = await stage.person({ pin });
  return { id, pin, certificate: await authority.issueSigner({ commonName: 'Демо Айгүл Сынакова', pin }) };
}

function give(who: { subject: string; actor?: string }, cms: string, text = content): Promise<Answer> {
  const body = { contentHash: hashOf(text), cms };
  const principal = { subject: who.subject, actor: who.actor ?? who.subject, role: 'user' as const };
  return stage.ask('portal', principal, 'POST /qualified-signatures', body);
}
const outcome = ({ status, body }: Answer): unknown[] => [status, body['code'], body['reason']];

test('P573-28a: a qualified signature gives the same statement as a code, of the stronger level, and is kept', async () => {
  const { id, certificate } = await signer();
  const cms = await signedBy(certificate, content);
  const { status, body } = await give({ subject: id }, cms);
  assert.equal(status, 200);
  assert.equal(body['signedBy'], 'Демо Айгүл Сынакова');
  const keys = createRemoteJWKSet(new URL(`${stage.url}/signing-keys`));
  const { payload } = await jwtVerify(String(body['signature']), keys);
  const { jti = '', ...statement } = payload;
  assert.deepEqual(statement, { sub: id, act: id, hash: hashOf(content), level: 'qualified', at: testNow });

  const own = { subject: id, role: 'user' as const };
  const kept = await stage.ask('portal', own, `GET /qualified-signatures/${jti}`);
  const { serialNumber } = new X509Certificate(certificate.certificate);
  const named = { holder: 'Демо Айгүл Сынакова', serialNumber, issuer: 'Кызмат: сыноо борбору' };
  assert.deepEqual(kept.body, {
    id: jti,
    contentHash: hashOf(content),
    signature: { cms, at: testNow, certificate: named },
  });
  const stranger = { subject: (await signer()).id, role: 'user' as const };
  assert.equal((await stage.ask('portal', stranger, `GET /qualified-signatures/${jti}`)).status, 404);
});

test('P573-8b: certificates over P-384 and RSA keys sign as well; a weak key does not', async () => {
  const { id, pin } = await signer();
  const keys = {
    p384: generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey,
    rsa2048: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey,
    rsa1024: generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey,
  };
  const by = async (key: KeyObject): Promise<unknown[]> => {
    const issued = await authority.issueSigner({ commonName: 'Демо', pin }, undefined, key);
    return outcome(await give({ subject: id }, await signedBy(issued, content)));
  };
  assert.deepEqual(await by(keys.p384), [200, undefined, undefined]);
  assert.deepEqual(await by(keys.rsa2048), [200, undefined, undefined]);
  assert.deepEqual(await by(keys.rsa1024), [422, 'signature_not_valid', 'weak-key']);
});

test('P573-8l: however often one signature is handed in, its statement has one id: it counts once', async () => {
  const { id, certificate } = await signer();
  const cms = await signedBy(certificate, content);
  const ids = (await Promise.all([1, 2, 3].map(() => give({ subject: id }, cms)))).map(
    ({ body }) => decodeJwt(String(body['signature'])).jti,
  );
  assert.equal(new Set(ids).size, 1);
});

test('P573-8b: over another content, by a foreign authority, damaged or no signature at all: refused', async () => {
  const { id, pin, certificate } = await signer();
  const cms = await signedBy(certificate, content);
  assert.deepEqual(outcome(await give({ subject: id }, cms, `${content} `)), [
    422,
    'signature_not_valid',
    'changed',
  ]);
  const foreign = await (await newAuthority()).issueSigner({ commonName: 'Демо', pin });
  const byForeign = await give({ subject: id }, await signedBy(foreign, content));
  assert.deepEqual(outcome(byForeign), [422, 'signature_not_valid', 'untrusted']);
  const bytes = Buffer.from(cms, 'base64');
  bytes[bytes.length - 5] = (bytes[bytes.length - 5] ?? 0) ^ 1;
  assert.equal((await give({ subject: id }, bytes.toString('base64'))).status, 422);
  const none = await give({ subject: id }, Buffer.from('no signature').toString('base64'));
  assert.deepEqual(outcome(none), [422, 'signature_not_valid', 'malformed']);
});

test('P573-8b: an expired certificate, one not yet in force and one for machines are refused', async () => {
  const { id, pin } = await signer();
  const reasonOf = async (issued: Issued): Promise<unknown> =>
    (await give({ subject: id }, await signedBy(issued, content))).body['reason'];
  const name = { commonName: 'Демо', pin };
  const expired = { from: '2024-01-01T00:00:00.000Z', until: '2026-03-11T00:00:00.000Z' };
  assert.equal(await reasonOf(await authority.issueSigner(name, expired)), 'expired');
  const later = { from: '2026-03-13T00:00:00.000Z', until: '2027-01-01T00:00:00.000Z' };
  assert.equal(await reasonOf(await authority.issueSigner(name, later)), 'not-yet-valid');
  const machine = { commonName: 'm', organisation: 'm', hosts: ['localhost'] };
  assert.equal(await reasonOf(await authority.issueMachine(machine)), 'wrong-purpose');
});

test('P573-8b: a revoked certificate is refused at once; with a stale revocation list every one is', async () => {
  const { id, certificate } = await signer();
  const reason = async (): Promise<unknown> =>
    (await give({ subject: id }, await signedBy(certificate, content))).body['reason'];
  const list = path.join(stage.certificatesDir, 'ca.crl');
  const revoked = [{ certificate: certificate.certificate, at: '2026-03-12T03:59:00.000Z' }];
  await writeFile(list, await authority.revocationList(revoked));
  assert.equal(await reason(), 'revoked');
  await writeFile(list, await authority.revocationList([], '2026-03-12T03:59:59.000Z'));
  assert.equal(await reason(), 'revocation-unknown');
});

test("P573-8l: another person's certificate, and one without a number, sign nothing", async () => {
  const [one, two] = [await signer(), await signer()];
  const byOther = await give({ subject: one.id }, await signedBy(two.certificate, content));
  assert.deepEqual(outcome(byOther), [403, 'certificate_of_other', undefined]);
  const nameless = await authority.issueSigner({ commonName: 'Демо Айгүл Сынакова' });
  const withoutNumber = await give({ subject: one.id }, await signedBy(nameless, content));
  assert.equal(withoutNumber.status, 403);
  const unnumbered = await stage.person();
  assert.equal((await give({ subject: unnumbered._id }, await signedBy(nameless, content))).status, 403);
});

test('P573-8h, P573-8l: for an organisation signs the certificate of its head, for oneself never one of an organisation', async () => {
  const pin = '21111199000011';
  const inn = '02508201510777';
  const actor = await stage.person({ pin });
  const organisation = { name: '«Демо Сыноо» ЖЧК', inn };
  const head = await stage.person({ pin, sub: 'head-of-demo', organisation });
  const heads = await stage.on.kit.store
    .collection<Person>('persons')
    .findOne({ knownAs: 'esi:head-of-demo' });
  assert.ok(heads);
  await openPowers(stage.on.kit.store, stage.on.clock).saidByEsi(head, heads);
  const acting = { subject: head._id, actor: heads._id };
  const personal = await authority.issueSigner({ commonName: 'Демо', pin });
  const ofHead = await authority.issueSigner({ commonName: 'Демо', pin, inn, organisation: 'Демо' });
  const ofOther = await authority.issueSigner({ commonName: 'Демо', pin, inn: '02508201510778' });
  const status = async (who: { subject: string; actor?: string }, by: Issued): Promise<number> =>
    (await give(who, await signedBy(by, content))).status;
  assert.equal(await status(acting, ofHead), 200);
  assert.equal(await status(acting, personal), 403);
  assert.equal(await status(acting, ofOther), 403);
  assert.equal(await status({ subject: actor._id }, ofHead), 403);
});
