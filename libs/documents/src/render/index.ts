export { renderPaymentDocument } from './payment.ts';
export { renderRequestCopy } from './request-copy.ts';
export { renderResult } from './result.ts';
