import { DocumentRefused } from '../refused.ts';
import { inLanguage } from '../texts.ts';
import { drawFeet, drawHead, drawTitle } from './frame.ts';
import type { PaymentDocument } from './input.ts';
import { Sheet } from './sheet.ts';
import { drawSignatureCard } from './signature-card.ts';
import { drawAmounts, drawBand, drawFacts } from './table.ts';
import { words } from './words.ts';

export const drawPaymentDocument = async (payment: PaymentDocument): Promise<Uint8Array> => {
  refuseIncomplete(payment);
  const sheet = new Sheet({
    title: `${inLanguage(words.paymentDocument, payment.languages[0])}, ${payment.chargeId}`,
    languages: payment.languages,
    createdAt: payment.createdAt,
    text: JSON.stringify(payment),
  });
  drawHead(sheet);
  drawTitle(sheet, words.paymentDocument, payment.service);
  drawBand(sheet, [
    { label: words.paid, value: payment.amount, large: true },
    { label: words.paidOn, value: payment.paidOn },
    { label: words.chargedOn, value: payment.chargedOn },
  ]);
  sheet.y += 14;
  drawFacts(sheet, [
    { label: words.chargeId, value: payment.chargeId },
    { label: words.payerId, value: payment.payerId },
    { label: words.payer, value: payment.payerName },
    { label: words.provider, value: payment.provider },
    { label: words.reference, value: payment.reference },
    { label: words.confirmation, value: payment.confirmationId },
  ]);
  drawSplit(sheet, payment);
  if (payment.seal !== undefined) {
    sheet.y += 12;
    drawSignatureCard(sheet, { ...payment.seal, createdAt: payment.createdAt });
  }
  drawFeet(sheet, payment.chargeId);
  return sheet.finish();
};

const refuseIncomplete = ({ chargeId, payerId }: PaymentDocument): void => {
  if (chargeId.trim() === '')
    throw new DocumentRefused('charge-id-missing', 'A payment document names its charge');
  if (payerId.trim() === '')
    throw new DocumentRefused('payer-id-missing', 'A payment document names its payer');
};

const drawSplit = (sheet: Sheet, { split }: PaymentDocument): void => {
  if (split.length === 0) return;
  sheet.y += 10;
  drawAmounts(
    sheet,
    [words.receiver, words.amount],
    split.map((part) => [part.receiver, part.amount] as const),
  );
};
