import type { Pages } from '@kyzmat/web';
import express, { type Express, type RequestHandler } from 'express';
import { memberOf, textIn } from '../input.ts';
import type { DemoTime } from '../clock/clock.ts';
import type { EPaymentCharges, EPaymentNews } from './charges.ts';
import { isSigned } from './signature.ts';

interface EPaymentOptions {
  readonly charges: EPaymentCharges;
  readonly clock: DemoTime;
  readonly key: () => string;
  /** Where the payer's pages are. */
  readonly baseUrl: string;
  /** There is news for the owner of a charge. */
  readonly onNews: () => void;
}

/** Stand-in for the state e-payment system: knows charges, lets their payers pay, and says so in signed messages. */
export function ePaymentRoutes(web: Express, pages: Pages, options: EPaymentOptions): void {
  machineRoutes(web, options);
  payerRoutes(web, pages, options);
}

function machineRoutes(web: Express, { charges, clock, key, baseUrl, onNews }: EPaymentOptions): void {
  const raw = express.raw({ type: () => true, limit: '64kb' });
  const signed: RequestHandler = (request, response, next) => {
    if (isSigned(key(), request.get('X-Signature') ?? '', bytesOf(request.body))) next();
    else response.status(401).json({ code: 'bad_signature' });
  };
  web.use('/e-payment/charges', raw, signed);
  web.post('/e-payment/charges', async (request, response) => {
    const body: unknown = JSON.parse(bytesOf(request.body).toString('utf8'));
    const [id, payerId] = [textIn(body, 'chargeId'), textIn(body, 'payerId')];
    const amountTyiyn = memberOf(body, 'amountTyiyn');
    const description = memberOf(body, 'description');
    if (id === '' || payerId === '' || typeof amountTyiyn !== 'number') {
      response.status(400).json({ code: 'incomplete' });
      return;
    }
    await charges.register({
      _id: id,
      payerId,
      amountTyiyn,
      description: { ky: textIn(description, 'ky'), ru: textIn(description, 'ru') },
      returnUrl: textIn(body, 'returnUrl'),
      callbackUrl: textIn(body, 'callbackUrl'),
    });
    response.status(201).json({ payUrl: `${baseUrl}/e-payment/pay/${id}` });
  });
  web.get('/e-payment/charges/:id', async (request, response) => {
    const charge = await charges.get(request.params.id);
    if (charge === undefined) response.status(404).json({ code: 'unknown_charge' });
    else response.json({ chargeId: charge._id, message: charge.message });
  });
  web.post('/e-payment/charges/:id/refund', async (request, response) => {
    if ((await charges.get(request.params.id))?.accountClosed === true) {
      response
        .status(409)
        .json({ code: 'account_closed', detail: 'The account of the payer takes no money.' });
      return;
    }
    await charges.decide(request.params.id, 'refunded', await clock.now());
    onNews();
    response.status(202).json({ chargeId: request.params.id });
  });
}

const decisions: Readonly<Record<string, EPaymentNews['state']>> = {
  pay: 'paid',
  leave: 'paid',
  decline: 'failed',
};

function payerRoutes(web: Express, pages: Pages, { charges, clock, onNews }: EPaymentOptions): void {
  web.get('/e-payment/pay/:id', async (request, response) => {
    const charge = await charges.get(request.params.id);
    if (charge === undefined) pages.render(response, 'e-payment/unknown.njk', {}, 404);
    else pages.render(response, 'e-payment/pay.njk', { charge, state: charge.message?.state });
  });
  web.post('/e-payment/pay/:id', async (request, response) => {
    const charge = await charges.get(request.params.id);
    const act = textIn(request.body, 'act');
    if (charge !== undefined && (act === 'close' || act === 'reopen')) {
      await charges.turnAccount(charge._id, act === 'close');
      response.redirect(303, `/e-payment/pay/${charge._id}`);
      return;
    }
    const state = decisions[act];
    if (charge === undefined || state === undefined) {
      pages.render(response, 'e-payment/unknown.njk', {}, 404);
      return;
    }
    await charges.decide(charge._id, state, await clock.now());
    onNews();
    // "leave": the payer pays and closes the browser; the signed message alone must do.
    if (act === 'leave') response.redirect(303, `/e-payment/pay/${charge._id}`);
    else response.redirect(303, charge.returnUrl);
  });
}

function bytesOf(body: unknown): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
}
