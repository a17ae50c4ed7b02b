import assert from 'node:assert/strict';
import test from 'node:test';
import { acceptanceNotice, intakeRefusalNotice, provisionEnd } from './deadlines.ts';
import { kyrgyz, local } from './test-calendars.ts';
import type { Deadline } from './types.ts';

const texts = ({ steps }: Deadline, lang: 'ky' | 'ru'): string[] => steps.map(({ text }) => text[lang]);

test('P573-41b: "why this date" names the rule, every day passed over with its reason, and the limit', () => {
  const due = intakeRefusalNotice(local('2021-03-05 15:30'), { calendar: kyrgyz });
  assert.deepEqual(texts(due, 'ru'), [
    'Заявка поступила: пятница, 5 марта 2021 г. в 15:30.',
    'Если заявка поступила после 15:00 последнего дня рабочей недели, уведомление об отказе в её приёме направляется в течение первого дня следующей рабочей недели (пункт 41 Правил).',
    'Этот день входит целиком, до 24:00; тот же срок у заявок, поступивших в нерабочие дни после последнего рабочего дня.',
    'Суббота, 6 марта 2021 г. — выходной день, не считается.',
    'Воскресенье, 7 марта 2021 г. — выходной день, не считается.',
    'Понедельник, 8 марта 2021 г. — Международный женский день, не считается.',
    'Крайний срок: вторник, 9 марта 2021 г. в 24:00.',
  ]);
  assert.deepEqual(texts(due, 'ky').slice(3), [
    '2021-ж., 6-март, ишемби — дем алыш күн, эсептелбейт.',
    '2021-ж., 7-март, жекшемби — дем алыш күн, эсептелбейт.',
    '2021-ж., 8-март, дүйшөмбү — Эл аралык аялдар күнү, эсептелбейт.',
    'Акыркы мөөнөт: 2021-ж., 9-март, шейшемби 24:00.',
  ]);
});

test('P573-41c: a Saturday that is worked is explained too', () => {
  const due = acceptanceNotice(local('2023-02-24 17:00'), { calendar: kyrgyz });
  assert.ok(
    texts(due, 'ky').includes(
      '2023-ж., 25-февраль, ишемби — иш күнү (дем алыш башка күнгө которулган: 2023-ж., 4-январь, шаршемби), эсептелет.',
    ),
  );
});

test('P573-41c: a start on a day off is said, with the day itself', () => {
  const due = acceptanceNotice(local('2021-03-13 11:00'), { calendar: kyrgyz });
  assert.deepEqual(texts(due, 'ru').slice(2, 4), [
    'Начало пришлось на нерабочий день. Один рабочий день: до конца следующего рабочего дня.',
    'Суббота, 13 марта 2021 г. — выходной день, не считается.',
  ]);
});

test('P573-37: a holiday moved from its weekend is called by its name', () => {
  const end = provisionEnd(
    local('2021-11-05 10:00'),
    { count: 1, unit: 'working_days' },
    { calendar: kyrgyz },
  );
  assert.ok(
    texts(end, 'ru').includes(
      'Вторник, 9 ноября 2021 г. — день отдыха, перенесённый с праздника «Дни истории и памяти предков», не считается.',
    ),
  );
});

test('P573-37: Russian counts agree with their nouns', () => {
  const reading = (count: number, unit: 'working_days' | 'calendar_days' | 'hours'): string | undefined =>
    texts(provisionEnd(local('2021-03-12 10:00'), { count, unit }, { calendar: kyrgyz }), 'ru')[2];
  assert.match(reading(2, 'working_days') ?? '', /^2 рабочих дня:/);
  assert.match(reading(5, 'working_days') ?? '', /^5 рабочих дней:/);
  assert.match(reading(21, 'working_days') ?? '', /^21 рабочий день:/);
  assert.match(reading(1, 'calendar_days') ?? '', /^1 календарный день \(24 ч\):/);
  assert.match(reading(24, 'hours') ?? '', /^24 часа подряд:/);
});
