/** Why a document was not made or signed. */
export type RefusalCode =
  'charge-id-missing' | 'payer-id-missing' | 'no-signature-place' | 'signature-too-large' | 'letter-missing';

/** The document is not made: the caller gave something a lawful document cannot be made of. */
export class DocumentRefused extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string) {
    super(message);
    this.name = 'DocumentRefused';
    this.code = code;
  }
}
