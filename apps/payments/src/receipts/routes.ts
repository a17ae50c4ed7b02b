import { instant } from '@kyzmat/clock';
import type { IdentityApi, PaymentsApi } from '@kyzmat/contracts';
import { dataOf, Problem } from '@kyzmat/http';
import { sent, type ContractRoutes, type Kit, type Owned } from '@kyzmat/kit';
import { formatSom } from '@kyzmat/money';
import { formatLocal } from '@kyzmat/working-time';
import type { ChargeState } from '../charges/charge.ts';
import type { PriceOf } from '../charges/price.ts';
import { ownCharge } from '../checkout/routes.ts';
import type { UseCharge } from '../journal.ts';

const zone = 'Asia/Bishkek';

/** The payment document, to save and to print (P573-31b, P573-31d, P573-31e). */
export function receiptRoutes(
  routes: ContractRoutes<PaymentsApi>,
  kit: Kit,
  { aggregates }: Owned<ChargeState>,
  priceOf: PriceOf,
  use: UseCharge,
): void {
  const identity = kit.to<IdentityApi>('identity')(kit.self);

  routes.get('/charges/{id}/document.pdf', async ({ params, query, caller, response }) => {
    const { state } = await ownCharge({ charges: aggregates, use }, params.id, caller, 'payment.receipt');
    const { confirmedAt, paidAt = confirmedAt, confirmationId } = state;
    if (paidAt === undefined || confirmationId === undefined) {
      throw new Problem(409, 'not_paid', 'There is a payment document once the payment is confirmed.');
    }
    const [service, answer] = await Promise.all([
      priceOf(state.serviceCode, state.serviceVersion),
      identity.GET('/persons/{id}/profile', { params: { path: { id: state.payerId } } }),
    ]);
    const payer = dataOf(answer);
    // The PDF library is large and needed rarely.
    const { renderPaymentDocument } = await import('@kyzmat/documents');
    const pdf = await renderPaymentDocument({
      languages: query.language === 'ru' ? ['ru', 'ky'] : ['ky', 'ru'],
      createdAt: instant(kit.clock),
      chargeId: params.id,
      payerId: (payer.kind === 'legal' ? payer.inn : payer.pin) ?? payer.id,
      payerName: payer.displayName,
      service: service.title,
      provider: service.providerName,
      reference: state.reference,
      amount: som(state.amountTyiyn),
      split: state.split.map(({ receiver, amountTyiyn }) => ({ receiver, amount: som(amountTyiyn) })),
      chargedOn: on(state.createdAt),
      paidOn: on(paidAt),
      confirmationId,
    });
    response
      .type('application/pdf')
      .setHeader('Content-Disposition', `inline; filename="receipt-${params.id}.pdf"`);
    response.end(pdf);
    return sent;
  });
}

function som(tyiyn: number): { ky: string; ru: string } {
  return { ky: formatSom(tyiyn, 'ky'), ru: formatSom(tyiyn, 'ru') };
}
function on(at: string): { ky: string; ru: string } {
  return { ky: formatLocal(at, 'ky', zone), ru: formatLocal(at, 'ru', zone) };
}
