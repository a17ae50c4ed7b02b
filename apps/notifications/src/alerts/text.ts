import type { EventData } from '@kyzmat/contracts';
import { clockKinds, clockTexts, eventTexts, noticeKinds, noticeTexts } from '@kyzmat/lifecycle';
import { formatDeadline } from '@kyzmat/working-time';

interface Text {
  readonly ky: string;
  readonly ru: string;
}
const zone = 'Asia/Bishkek';

/**
 * The words of an alert: which limit of which application, and until when; or that its user is reached in another way.
 * Nothing of what people wrote.
 */
export function writeAlert(alert: EventData['StaffAlert'], reference: string): { title: Text; body: Text } {
  const { dueAt } = alert;
  if (dueAt === undefined) return contactsCorrected(reference);
  const what = subjectOf(alert);
  const due = { ky: formatDeadline(dueAt, 'ky', zone), ru: formatDeadline(dueAt, 'ru', zone) };
  const title =
    alert.kind === 'reminder'
      ? { ky: `Мөөнөт жакындады: ${what.ky}`, ru: `Срок близко: ${what.ru}` }
      : { ky: `Мөөнөт өтүп кетти: ${what.ky}`, ru: `Срок прошёл: ${what.ru}` };
  return {
    title,
    body: {
      ky: `Арыз ${reference}. Акыркы мөөнөтү: ${due.ky} (${alert.ruleId}).`,
      ru: `Заявление ${reference}. Крайний срок: ${due.ru} (${alert.ruleId}).`,
    },
  };
}

function contactsCorrected(reference: string): { title: Text; body: Text } {
  return {
    title: eventTexts.contacts_corrected,
    body: {
      ky: `Арыз ${reference}. Арыз ээсинин жаңы байланыш маалыматы арыздын барагында.`,
      ru: `Заявление ${reference}. Новые контактные данные заявителя: на странице заявления.`,
    },
  };
}

function subjectOf({ clockKind, noticeKind }: EventData['StaffAlert']): Text {
  const notice = noticeKinds.find((kind) => kind === noticeKind);
  const clock = clockKinds.find((kind) => kind === clockKind) ?? 'notice';
  if (notice === undefined) return clockTexts[clock];
  const { ky, ru } = clockTexts.notice;
  return { ky: `${ky} («${noticeTexts[notice].ky}»)`, ru: `${ru} («${noticeTexts[notice].ru}»)` };
}
