/** Why a document was not made or signed. */
export type RefusalCode =
  | 'charge-id-missing'
  | 'payer-id-missing'
  | 'letter-missing'
  | 'no-signature-place'
  | 'signature-wrong'
  | 'signature-too-large';

/** The document is not made: the caller gave something a lawful document cannot be made of. */
export class DocumentRefused extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string) {
    super(message);
    this.name = 'DocumentRefused';
    this.code = code;
  }
}
