import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { duplexPair } from 'node:stream';
import { suite, test } from 'node:test';
import { connect, createServer } from 'node:tls';
import { createAuthority, openAuthority, verifyContent } from '../index.ts';
import type { Issued, MachineName } from '../index.ts';
import { signContent } from '../signature/index.ts';
import { at, identityOf, signerName, world } from '../testing/world.ts';

const machine = (name: string): MachineName => ({
  commonName: name,
  organisation: 'Тундук',
  hosts: [name, 'localhost', '127.0.0.1'],
});

/** In force around the real moment, for TLS looks at the real clock. */
const now = {
  from: new Date(Date.now() - 3_600_000).toISOString(),
  until: new Date(Date.now() + 3_600_000).toISOString(),
};

const liveWorld = { ...world, clock: { now: () => new Date() } };

/** A mutual TLS handshake without a network: whom the server lets in by name, or that it refuses. */
const shakeHands = (server: Issued, client: Issued, ca: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const [serverEnd, clientEnd] = duplexPair();
    const own = ({ certificate, key }: Issued) => ({ cert: certificate, key, ca });
    const listening = createServer({ ...own(server), requestCert: true, rejectUnauthorized: true });
    listening.on('secureConnection', (socket) => resolve(socket.getPeerCertificate().subject.CN));
    listening.on('tlsClientError', () => resolve('refused'));
    listening.emit('connection', serverEnd);
    const calling = connect({ ...own(client), socket: clientEnd, servername: 'tunduk' });
    calling.on('error', reject);
  });

suite('the test authority', () => {
  test('P573-5: its machine certificates open a mutual TLS link, in both roles', async () => {
    const authority = await createAuthority(liveWorld, now);
    const tunduk = await authority.issueMachine(machine('tunduk'), now);
    const securityServer = await authority.issueMachine(machine('security-server'), now);
    assert.equal(await shakeHands(tunduk, securityServer, authority.certificate), 'security-server');
  });

  test("P573-5: a machine of another authority does not get in, nor does a document signer's certificate", async () => {
    const [authority, elsewhere] = [
      await createAuthority(liveWorld, now),
      await createAuthority(liveWorld, now),
    ];
    const tunduk = await authority.issueMachine(machine('tunduk'), now);
    const stranger = await elsewhere.issueMachine(machine('security-server'), now);
    const person = await authority.issueSigner(signerName, now);
    assert.equal(await shakeHands(tunduk, stranger, authority.certificate), 'refused');
    assert.equal(await shakeHands(tunduk, person, authority.certificate), 'refused');
  });

  test('kept and opened again it is the same authority', async () => {
    const { certificate, key } = await createAuthority(world);
    const again = openAuthority(world, { certificate, key });
    const identity = identityOf(await again.issueSigner(signerName), await again.revocationList([]));
    const content = Buffer.from('content');
    const trust = { trustAnchors: [certificate], crls: [], at };
    assert.equal(verifyContent(content, await signContent(content, identity, at), trust).valid, true);
  });

  test('certificates carry names in Kyrgyz, a number of their own and the address of the list', async () => {
    const authority = await createAuthority(world);
    const issued = [await authority.issueSigner(signerName), await authority.issueSigner(signerName)];
    const [first, second] = issued.map(({ certificate }) => new X509Certificate(certificate));
    assert.ok(first && second);
    assert.notEqual(first.serialNumber, second.serialNumber);
    assert.match(first.subject, /Демо Бакыт Үлгүлөв/);
    assert.equal(first.toString().includes('BEGIN CERTIFICATE'), true);
    assert.ok(Buffer.from(first.raw).includes(world.listAddress));
    assert.equal(first.checkIssued(new X509Certificate(authority.certificate)), true);
  });

  test('certificates beyond 2049 are written in the longer form of time', async () => {
    const authority = await createAuthority(world, { from: at, until: '2060-01-01T00:00:00.000Z' });
    assert.equal(new X509Certificate(authority.certificate).validToDate.getUTCFullYear(), 2060);
  });
});
