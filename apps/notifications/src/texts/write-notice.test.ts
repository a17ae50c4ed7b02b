import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groundTexts, noticeKinds } from '@kyzmat/lifecycle';
import type { Facts } from './lines.ts';
import { writeNotice } from './write-notice.ts';

const common: Omit<Facts, 'kind'> = {
  noticeId: 'application-1:2:notice',
  ruleId: 'P573-34a',
  recipientId: 'aigul',
  language: 'ky',
  channels: { required: ['cabinet', 'emessage'], extra: ['email'] },
  dueAt: '2021-03-15T09:30:00.000Z',
  applicationId: 'application-1',
  reference: 'KZ-7F3K-2M9Q',
  serviceTitle: { ky: 'Жашаган жери жөнүндө маалымкат', ru: 'Справка о месте жительства' },
  providerName: { ky: 'Калктын реестри', ru: 'Реестр населения' },
};
const period = { startsAt: '2021-03-12T09:30:00.000Z', endsAt: '2021-03-16T18:00:00.000Z' };
const moved = {
  moved: [
    {
      what: { ky: 'Кызматты көрсөтүп бүтүү', ru: 'Завершить предоставление услуги' },
      from: '2021-03-15T09:30:00.000Z',
      to: '2021-03-16T18:00:00.000Z',
    },
  ],
  because: { ky: '15-март — дем алыш күнү (Токтом)', ru: '15 марта — нерабочий день (Постановление)' },
};
const refusal = {
  reason: 'Дарек көрсөтүлгөн эмес',
  grounds: [groundTexts.incomplete],
  executorName: 'Демо Нурлан',
  appeal: { ky: 'Даттанууну мекемеге бериңиз.', ru: 'Жалобу подайте в учреждение.' },
};

function write(kind: string, facts: Partial<Facts> = {}): ReturnType<typeof writeNotice> {
  return writeNotice({ ...common, kind, ...facts });
}

function says(text: string, ...parts: readonly string[]): void {
  for (const part of parts) assert.ok(text.includes(part), `“${part}” is not in:\n${text}`);
}

test('P573-7: every kind of notice is written in both languages', () => {
  for (const kind of noticeKinds) {
    const { title, body } = write(kind, { ...period, ...refusal, ...moved, question: 'Кайсы дарек?' });
    for (const text of [title, body]) {
      assert.match(text.ky, /[а-яөүң]/u, kind);
      assert.match(text.ru, /[а-я]/u, kind);
      assert.notEqual(text.ky, text.ru, kind);
    }
    says(body.ky, 'KZ-7F3K-2M9Q', 'Жашаган жери жөнүндө маалымкат', 'Калктын реестри');
    says(body.ru, 'KZ-7F3K-2M9Q', 'Справка о месте жительства', 'Реестр населения');
    assert.doesNotMatch(`${body.ky}${body.ru}`, /undefined|\n\n|\s$/u, kind);
  }
});

test('P573-7: a kind without words is refused, never sent empty', () => {
  assert.throws(() => write('new_kind'), /No words for a notice new_kind/u);
  assert.throws(() => write('toString'), TypeError);
});

test('P573-35a, P573-41c: acceptance, start, and the date and time of the end', () => {
  const { title, body } = write('intake_registered', period);
  says(title.ky, 'кабыл алынып, катталды');
  says(
    body.ky,
    'Арыз жана документтер кабыл алынып, катталды.',
    'Кызмат көрсөтүү башталган убакыт: 2021-ж., 12-март, жума 15:30.',
    'Кызмат көрсөтүү бүтө турган убакыт: 2021-ж., 16-март, шейшемби 24:00.',
  );
  says(title.ru, 'принято и зарегистрировано');
  says(
    body.ru,
    'Заявление и документы приняты и зарегистрированы.',
    'Оказание услуги начато: пятница, 12 марта 2021 г. в 15:30.',
    'Оказание услуги завершится: вторник, 16 марта 2021 г. в 24:00.',
  );
});

test('P573-35a, P573-29b: of an unpaid service it says that the period starts with payment', () => {
  const { body } = write('intake_registered', { awaits: ['payment'] });
  says(body.ky, 'Мөөнөт төлөм ырасталгандан кийин башталат.');
  says(body.ru, 'Срок начнётся после подтверждения оплаты.', 'Дату и время окончания сообщим тогда.');
  const both = write('intake_registered', { awaits: ['payment', 'appearance'] }).body;
  says(both.ky, 'төлөм ырасталгандан жана сиз жеке келгенден кийин');
  says(both.ru, 'подтверждения оплаты и вашей личной явки');
});

test('P573-35a: a notice of acceptance with no end, or with nothing that the period waits for, is not valid', () => {
  for (const facts of [{}, { startsAt: period.startsAt }, { endsAt: period.endsAt }, { awaits: [] }]) {
    assert.throws(() => write('intake_registered', facts), /lacks what the law wants/u);
  }
});

test('P573-35b, P573-41a: a refusal to consider gives its grounds and its reason', () => {
  const { title, body } = write('intake_refused', refusal);
  says(title.ky, 'кароодон баш тартылды');
  says(body.ky, 'Негизи: Маалымат толук эмес.', 'Себеби: Дарек көрсөтүлгөн эмес', 'Аткаруучу: Демо Нурлан.');
  says(title.ru, 'В рассмотрении заявления отказано');
  says(
    body.ru,
    'Основание: Сведения неполны.',
    'Причина: Дарек көрсөтүлгөн эмес',
    'Исполнитель: Демо Нурлан.',
  );
  for (const reason of [undefined, '', '  ']) {
    const without = { ...common, kind: 'intake_refused', ...(reason === undefined ? {} : { reason }) };
    assert.throws(() => writeNotice(without), /lacks what the law wants/u);
  }
});

test('P573-32, P573-35c: that the confirmation of payment came, with the end that is known now', () => {
  const { body } = write('payment_confirmed', { ...period, amountTyiyn: 30_000 });
  says(body.ky, 'ырастаган маалымат келди', '300', 'шейшемби 24:00');
  says(body.ru, 'пришло подтверждение вашей оплаты', '300', 'вторник, 16 марта 2021 г. в 24:00');
});

test('P573-35d: that the decision is positive and that the result can be had', () => {
  const { body } = write('result_ready');
  says(body.ky, 'оң чечим кабыл алынды', 'алсаңыз болот');
  says(body.ru, 'Принято положительное решение', 'Результат можно получить');
});

test('P573-35e, P573-38: a refusal to provide gives its reasons and says where to appeal', () => {
  const { body } = write('provision_refused', refusal);
  says(body.ky, 'Себеби: Дарек көрсөтүлгөн эмес', 'Даттанууну мекемеге бериңиз.');
  says(body.ru, 'Причина: Дарек көрсөтүлгөн эмес', 'Жалобу подайте в учреждение.');
  assert.throws(() => write('provision_refused'), /lacks what the law wants/u);
});

test('P573-40: suspended until payment, and that this is no refusal', () => {
  const { body } = write('suspended_unpaid', { amountTyiyn: 30_000 });
  says(body.ky, 'Төлөм ырасталганга чейин арызды кароо токтотулду.', 'баш тартуу эмес', '300');
  says(body.ru, 'приостановлено до подтверждения оплаты', 'Это не отказ', '300');
});

test('P573-35a: a moved date is told with the date before, the date now and the reason', () => {
  const { body } = write('term_changed', { ...period, ...moved });
  says(
    body.ru,
    'Изменился календарь рабочих дней: 15 марта — нерабочий день (Постановление).',
    'Завершить предоставление услуги',
    'было понедельник, 15 марта 2021 г. в 15:30',
    'стало вторник, 16 марта 2021 г. в 24:00',
  );
  assert.throws(() => write('term_changed', period), /lacks what the law wants/u);
});

test('P573-27f: the notice that a draft will go names the service and the day, and says how to keep it', () => {
  const { title, body } = write('draft_expires', { reference: '', endsAt: '2022-02-28T18:00:00.000Z' });
  assert.ok(title.ky !== title.ru);
  says(body.ky, 'Жашаган жери жөнүндө маалымкат', '28-февраль', 'сактаңыз');
  says(body.ru, 'Справка о месте жительства', '28 февраля', 'сохраните');
  assert.doesNotMatch(`${body.ky}${body.ru}`, /undefined|№/u);
});
