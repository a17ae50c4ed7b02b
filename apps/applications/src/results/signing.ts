import type { Identity, IdentityApi } from '@kyzmat/contracts';
import type { Pem, VerificationReport } from '@kyzmat/documents';
import { dataOf, Problem } from '@kyzmat/http';
import type { Kit } from '@kyzmat/kit';

/** Whom to trust: identity knows, and is asked anew each time. */
interface TrustList {
  readonly trustAnchors: readonly Pem[];
  readonly crls: readonly Pem[];
}

/** Signatures on documents: the keys stay in identity, only what has to be signed travels there (P573-33a). */
export interface Signing {
  /** Throws not_a_signer for whoever may not sign for this provider now, Unavailable without identity. */
  signerOf(providerId: string, signerId: string): Promise<Identity['Signer']>;
  /** The drawn document with the signature on it, checked once more before anybody gets it. */
  sign(pdf: Uint8Array, providerId: string, signer: Identity['Signer'], at: string): Promise<Uint8Array>;
  /** The portal's seal over information of a provider (P573-33b): CMS, detached; checked once more. */
  seal(content: Uint8Array, providerId: string, at: string): Promise<Uint8Array>;
  trust(): Promise<TrustList>;
}

export function openSigning(kit: Kit): Signing {
  const identity = kit.to<IdentityApi>('identity')(kit.self);

  async function trust(): Promise<TrustList> {
    const { anchors, crls } = dataOf(await identity.GET('/trust'));
    return { trustAnchors: anchors, crls };
  }

  return {
    trust,
    async signerOf(providerId, signerId) {
      const { signers } = dataOf(
        await identity.GET('/document-signers', { params: { query: { providerId } } }),
      );
      const signer = signers.find(({ id }) => id === signerId);
      if (signer === undefined) throw notASigner();
      return signer;
    },
    async sign(pdf, providerId, { id, certificateChain }, at) {
      const { embedSignature, prepareSignature, verifyPdf } = await import('@kyzmat/documents');
      const [certificate = ''] = certificateChain;
      const prepared = prepareSignature(pdf, { certificate, at });
      const toBeSigned = Buffer.from(prepared.toBeSigned).toString('base64');
      const body = { providerId, signerId: id, toBeSigned };
      const [trusted, { value }] = await Promise.all([
        trust(),
        identity.POST('/document-signatures', { body }).then(dataOf),
      ]);
      const signed = embedSignature(prepared, Buffer.from(value, 'base64'), {
        certificateChain,
        crls: trusted.crls,
      });
      mustHold(verifyPdf(signed, { ...trusted, at }));
      return signed;
    },
    async seal(content, providerId, at) {
      const { contentSignature, prepareContentSignature, verifyContent } = await import('@kyzmat/documents');
      const [trusted, { certificateChain }] = await Promise.all([
        trust(),
        identity.GET('/document-seal').then(dataOf),
      ]);
      const [certificate = ''] = certificateChain;
      const prepared = prepareContentSignature(content, { certificate, at });
      const toBeSigned = Buffer.from(prepared).toString('base64');
      const { value } = dataOf(await identity.POST('/document-seal', { body: { providerId, toBeSigned } }));
      const evidence = { certificateChain, crls: trusted.crls };
      const seal = contentSignature(prepared, Buffer.from(value, 'base64'), evidence);
      mustHold(verifyContent(content, seal, { ...trusted, at }));
      return seal;
    },
  };
}

function mustHold({ valid, problems }: VerificationReport): void {
  if (valid) return;
  throw new Error(`The signed result does not verify: ${problems.map(({ code }) => code).join(', ')}`);
}

function notASigner(): Problem {
  return new Problem(422, 'not_a_signer', 'This person does not sign for this provider.', {
    ruleId: 'P573-33a',
    message: {
      ky: 'Бул кызматкердин документке кол коюуга укугу жок. Ыйгарым укуктуу кызматкерди тандаңыз.',
      ru: 'Этот сотрудник не вправе подписывать документы. Выберите уполномоченного сотрудника.',
    },
  });
}
