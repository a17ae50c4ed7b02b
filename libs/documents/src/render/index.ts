import type { PaymentDocument, RequestCopy, ResultDocument } from './input.ts';

// What draws is loaded with the first document: processes that only check signatures never carry it.

/**
 * Draws the result of a service as PDF/A-2a and PDF/UA-1 with an empty place for the signature (P573-33a). Sign it with
 * `signPdf` before giving it out.
 * @throws DocumentRefused `letter-missing` when a text holds a letter no typeface has: what is signed must be readable
 * as it was written
 */
export const renderResult = async (result: ResultDocument): Promise<Uint8Array> => {
  const { drawResult } = await import('./result.ts');
  return drawResult(result);
};

/**
 * Draws a payment document (P573-31b, P573-31e). With a `seal` it has an empty place for the portal's signature and must
 * be signed before it is given out.
 * @throws DocumentRefused `charge-id-missing`, `payer-id-missing` (P573-31d)
 */
export const renderPaymentDocument = async (payment: PaymentDocument): Promise<Uint8Array> => {
  const { drawPaymentDocument } = await import('./payment.ts');
  return drawPaymentDocument(payment);
};

/**
 * Draws a copy of the request for saving and printing (P573-27a, P573-27b). A draft's copy says on every page that it is
 * a draft and not signed. It has no place for a signature.
 */
export const renderRequestCopy = async (copy: RequestCopy): Promise<Uint8Array> => {
  const { drawRequestCopy } = await import('./request-copy.ts');
  return drawRequestCopy(copy);
};
