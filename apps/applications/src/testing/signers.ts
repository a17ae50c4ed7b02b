import { randomBytes } from 'node:crypto';
import type { Authority, Issued } from '@kyzmat/documents';

/** Identity's part in signing documents, with a certification authority made for the test. */
export interface TestSigners {
  readonly authority: Authority;
  /** By staff id. Whoever is taken out signs no more. */
  readonly signers: Map<string, Issued & { readonly providerId: string }>;
  /** Seals information. */
  readonly portal: Issued;
  /** What identity publishes as withdrawn. */
  crl: string;
  /** Answers what identity would; undefined for any other path. */
  answer(call: Asked): Promise<object | 403 | undefined>;
}

export interface Asked {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, string>>;
}

const organisation = { ky: 'Калктын реестри', ru: 'Реестр населения' };

export async function openSigners(): Promise<TestSigners> {
  const { createAuthority, localSigner } = await import('@kyzmat/documents');
  const authority = await createAuthority({
    clock: { now: () => new Date('2026-01-01T00:00:00.000Z') },
    random: (count) => randomBytes(count),
    listAddress: 'http://127.0.0.1:9/ca.crl',
  });
  const issued = await authority.issueSigner({
    commonName: 'Демо nurlan',
    organisation: organisation.ky,
    post: 'Кызматкер',
  });
  const portal = await authority.issueSigner({ commonName: '«Кызмат» порталы', organisation: 'Оператор' });
  const open: TestSigners = {
    authority,
    portal,
    signers: new Map([['nurlan', { ...issued, providerId: 'population-register' }]]),
    crl: await authority.revocationList([]),
    async answer({ path, query, body }) {
      if (path === '/trust') return { anchors: [authority.certificate], crls: [open.crl] };
      if (path === '/document-signers') {
        const own = [...open.signers].filter(([, { providerId }]) => providerId === query.get('providerId'));
        return { signers: own.map(([id, { certificate }]) => describe(id, [certificate])) };
      }
      if (path === '/document-seal' && body['toBeSigned'] === undefined) {
        return { certificateChain: [portal.certificate] };
      }
      const seals = path === '/document-seal';
      if (path !== '/document-signatures' && !seals) return undefined;
      const signer = seals ? portal : open.signers.get(body['signerId'] ?? '');
      if (signer === undefined) return 403;
      const value = await localSigner(signer.key)(Buffer.from(body['toBeSigned'] ?? '', 'base64'));
      return { value: Buffer.from(value).toString('base64') };
    },
  };
  return open;
}

function describe(id: string, certificateChain: string[]): object {
  return {
    id,
    name: `Демо ${id}`,
    post: { ky: 'Кызматкер', ru: 'Сотрудник' },
    organisation,
    certificateChain,
  };
}
