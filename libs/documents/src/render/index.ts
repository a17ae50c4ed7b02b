import type { PaymentDocument, RequestCopy, ResultDocument } from './input.ts';

const notYet = (): never => {
  throw new Error('not built yet');
};

/**
 * Draws the result of a service as PDF/A-2a and PDF/UA-1 with an empty place for the signature (P573-33a).
 * Sign it with `signPdf` before giving it out.
 */
export const renderResult = (_result: ResultDocument): Promise<Uint8Array> => notYet();

/**
 * Draws a payment document (P573-31b, P573-31e), with an empty place for the signature.
 * @throws DocumentRefused `charge-id-missing`, `payer-id-missing` (P573-31d).
 */
export const renderPaymentDocument = (_payment: PaymentDocument): Promise<Uint8Array> => notYet();

/** Draws a copy of the request for saving and printing (P573-27a, P573-27b). It has no place for a signature. */
export const renderRequestCopy = (_copy: RequestCopy): Promise<Uint8Array> => notYet();
