import type { Caller } from '@kyzmat/auth';
import { returnsMoney, type ApplicationState } from '@kyzmat/lifecycle';
import { appealEnd, type Calendar } from '@kyzmat/working-time';
import type { Service } from '../catalogue/catalogue.ts';
import type { ApplicationDocument } from '../state/application.ts';
import type { View } from './view.ts';

/** What a withdrawal would mean for the money: there while the user can withdraw. */
export function withdrawal(state: ApplicationState, actions: readonly string[]): Pick<View, 'withdrawal'> {
  if (!actions.includes('withdraw')) return {};
  const paidTyiyn = state.payment === 'confirmed' ? state.terms.priceTyiyn : 0;
  return { withdrawal: { paidTyiyn, refundTyiyn: returnsMoney(state) ? paidTyiyn : 0 } };
}

/** How the user can be reached: as corrected last, else as the application says. */
export function contacts(
  { contacts: corrected }: ApplicationState,
  { content, history }: Pick<ApplicationDocument, 'content' | 'history'>,
  { form }: Service,
): Pick<View, 'contacts' | 'contactsCorrectedAt'> {
  if (corrected !== undefined) {
    const at = history.findLast(({ type }) => type === 'contacts_corrected')?.at;
    return { contacts: { ...corrected }, ...(at !== undefined && { contactsCorrectedAt: at }) };
  }
  const asked = form.definition.pages.flatMap(({ fields }) => fields);
  const said = (type: 'phone' | 'email'): string | undefined => {
    const field = asked.find((one) => one.type === type);
    const answer = field === undefined ? undefined : content.answers[field.id];
    return typeof answer === 'string' && answer !== '' ? answer : undefined;
  };
  const [phone, email] = [said('phone'), said('email')];
  return { contacts: { ...(phone !== undefined && { phone }), ...(email !== undefined && { email }) } };
}

/** Whether a positive decision was taken back because nobody may sign its document any more. */
export function returned(
  { stage }: ApplicationState,
  { history }: Pick<ApplicationDocument, 'history'>,
): Pick<View, 'returned'> {
  const last = history.findLast(({ type }) => type === 'approved' || type === 'returned_to_work')?.type;
  return stage === 'in_progress' && last === 'returned_to_work' ? { returned: true } : {};
}

/** P573-38: where a refusal can be appealed against and until when, by the terms of the service's own version. */
export function appealWays(
  { refusal }: ApplicationState,
  { definition }: Service,
  calendar: Calendar,
): Pick<NonNullable<View['refusal']>, 'at' | 'appealWays'> {
  if (refusal === undefined) return {};
  const ways = (definition.service.appealTerms ?? []).map(({ where, ...term }) => {
    const { at, steps } = appealEnd(refusal.at, term, { calendar });
    return { where, until: at, why: steps.map((step) => ({ ...step })) };
  });
  return { at: refusal.at, ...(ways.length > 0 && { appealWays: ways }) };
}

/** What only its user sees. */
export function isOwner({ role, subject }: Caller, { ownerId }: ApplicationState): boolean {
  return role === 'user' && subject === ownerId;
}
