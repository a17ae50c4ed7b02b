import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { after, before, beforeEach, test } from 'node:test';
import { topics } from '@kyzmat/contracts';
import type { CloudEvent } from '@kyzmat/event-bus';
import { loadService } from '@kyzmat/service-definition';
import { eventually } from '@kyzmat/testing';
import { openStage, type Stage } from '../../testing/stage.ts';
import { service } from '../../testing/samples.ts';
import { visitor, type Visitor } from '../../testing/visitor.ts';

let stage: Stage;
let who: Visitor;
let application: Record<string, unknown>;
let given: Record<string, unknown>[];
/** Addresses that no code has proved. */
const unproved = new Set<string>();

const id = 'app-1';
const base = `/cabinet/applications/${id}`;
const at = '2026-11-20T04:00:00.000Z';
const text = { ky: 'Демо мекеме', ru: 'Демо-учреждение' };
const why = [{ text: { ky: 'Арыз берилди.', ru: 'Заявка подана.' }, at }];
const acceptance = {
  id: `${id}:1:intake_acceptance`,
  kind: 'intake_acceptance',
  ruleId: 'P573-41c',
  openedAt: at,
  dueAt: '2026-11-23T04:00:00.000Z',
  responsible: 'provider',
  why,
};

before(async () => {
  stage = await openStage();
  const { also } = stage.standIns;
  const refuse = (...said: Parameters<typeof stage.standIns.refuse>): never => stage.standIns.refuse(...said);
  const own = (subject: string): void => {
    if (subject !== 'aigul') refuse(404, 'not_found');
  };
  also.set(`GET /applications/${id}`, (subject) => {
    own(subject);
    return application;
  });
  also.set(`POST /applications/${id}/commands`, (subject, _address, body) => {
    own(subject);
    const posted = JSON.parse(body) as { version: number; command: Record<string, unknown> };
    if (posted.version !== application['version']) refuse(409, 'stale_version');
    const { contacts = {} } = posted.command as { contacts?: Record<string, string> };
    const field = ['phone', 'email'].find((way) => unproved.has(contacts[way] ?? ''));
    if (field !== undefined) refuse(422, 'contact_not_proved', { field });
    given.push(posted.command);
    return application;
  });
  also.set(`PUT /applications/${id}/rating`, (_subject, _address, body) => {
    const said = JSON.parse(body) as { stars: number };
    given.push({ type: 'rating', ...said });
    const rating = { ...said, at, changeableUntil: '2026-12-04T04:00:00.000Z' };
    application = { ...application, rating: { open: true, given: rating } };
    return rating;
  });
  also.set(`POST /applications/${id}/files`, (_subject, _address, body) => {
    if (body.includes('virus')) {
      refuse(422, 'file_infected', { message: { ky: 'Вирус табылды.', ru: 'Найден вирус.' } });
    }
    return { fileId: 'file-7', name: 'scan.pdf', size: 3, sha256: 'a'.repeat(64), type: 'application/pdf' };
  });
  who = visitor(stage);
  await who.signIn('aigul');
});
beforeEach(() => {
  given = [];
  application = {
    id,
    reference: 'AAAA-BBBB',
    version: 3,
    serviceCode: service,
    serviceVersion: 1,
    serviceTitle: text,
    providerId: 'p',
    providerName: text,
    stage: 'submitted',
    payment: 'none',
    priceTyiyn: 0,
    submittedAt: at,
    language: 'ky',
    timeline: [
      { at, type: 'submitted', text: { ky: 'Арыз жөнөтүлдү', ru: 'Заявление отправлено' }, role: 'user' },
    ],
    clocks: [acceptance],
    actions: ['correct_contacts', 'withdraw'],
    contacts: { phone: '+996700000001' },
    withdrawal: { paidTyiyn: 0, refundTyiyn: 0 },
    pages: [],
    clarifications: [],
  };
});
after(() => stage.stop());

test('P573-27a, P573-27b: the page of a sent application leads to its copy for people and to its copy for programs', async () => {
  const { text: page } = await who.get(base);
  for (const copy of ['copy.pdf', 'copy.json']) {
    assert.ok(page.includes(`href="${base}/${copy}"`), copy);
    stage.standIns.also.set(`GET /applications/${id}/${copy}`, (subject) => ({ copy, subject }));
    const saved = await who.get(`${base}/${copy}`);
    assert.deepEqual([saved.status, saved.body], [200, { copy, subject: 'aigul' }]);
  }
});

test('P573-6c, P573-31c, P573-42: the timeline shows what passed, who has it, what comes next until when, and why; breaches, moved dates and outages openly', async () => {
  application = {
    ...application,
    stage: 'in_progress',
    executor: { id: 'nurlan', name: 'Демо Нурлан' },
    outage: { cause: { ky: 'Электр жок', ru: 'Нет электричества' }, startedAt: at },
    timeline: [
      { at, type: 'submitted', text, role: 'user' },
      { at: '2026-11-22T04:00:00.000Z', type: 'registered', text, role: 'executor', note: '12-345' },
      {
        at: '2026-11-22T05:00:00.000Z',
        type: 'clocks_replanned',
        text,
        role: 'system',
        because: { ky: 'Өкмөттүн токтому', ru: 'Постановление' },
        moved: [{ what: text, from: '2026-11-24T04:00:00.000Z', to: '2026-11-25T04:00:00.000Z' }],
      },
    ],
    clocks: [
      { ...acceptance, closedAt: '2026-11-22T04:00:00.000Z', outcome: 'met' },
      {
        ...acceptance,
        id: 'x',
        kind: 'provision_end',
        ruleId: 'P573-37',
        dueAt: '2026-11-25T04:00:00.000Z',
        breachedAt: '2026-11-25T04:00:00.000Z',
        replanned: [
          {
            from: '2026-11-24T04:00:00.000Z',
            to: '2026-11-25T04:00:00.000Z',
            reason: { ky: 'Өкмөттүн токтому', ru: 'Постановление' },
            at,
          },
        ],
      },
    ],
  };
  const { text: page } = await who.get(base);
  for (const said of [
    'Демо Нурлан',
    'Аткарат: Демо мекеме',
    'Мөөнөтү өтүп кетти: ',
    'Каттоо номери: 12-345',
    'Чечим кабыл алынып, жыйынтыгы даярдалат',
    'Электр жок',
    'Өкмөттүн токтому',
    'Бул мөөнөт өзгөртүлгөн',
    'Бул мөөнөт бузулган',
    'Эреженин белгиси: P573-37',
    'Эреженин белгиси: P573-41c',
    'Жыйынтыгы кабинетиңизде',
  ]) {
    assert.ok(page.includes(said), said);
  }
  // Each date opens without script.
  assert.ok((page.match(/<details/gu) ?? []).length >= 3);
  assert.match(page, /data-live-events="\/cabinet\/applications\/app-1\/events\?version=3"/);
});

/** What the portal hears when something happened to the application. */
const registered = (eventId: string): CloudEvent => ({
  specversion: '1.0',
  id: eventId,
  source: '/kyzmat/applications',
  type: 'application.registered.v1',
  subject: id,
  time: at,
  datacontenttype: 'application/json',
  data: { applicationId: id },
});

test('P573-6c: an open page is told of a change at once, by one line for the application, until its session ends', async () => {
  const stranger = visitor(stage).agent.get(`${base}/events?version=3`).set('Accept', 'text/event-stream');
  assert.equal((await stranger.set('Sec-Fetch-Mode', 'cors')).status, 401);

  const line = listenTo(`${base}/events?version=3`);
  // The consumer may still be joining: what it has not heard, the page asks for by itself.
  await eventually(async () => {
    await stage.kit.bus.publish(topics.applications, [registered(`${id}:4`)]);
    return line.heard().includes('event: changed');
  });
  assert.equal(line.type(), 'text/event-stream; charset=utf-8');
  assert.ok(!line.heard().includes('AAAA-BBBB'));

  // Somebody who comes back with an older page is told at once.
  application = { ...application, version: 9 };
  const late = listenTo(`${base}/events?version=3`);
  await eventually(() => Promise.resolve(late.heard().includes('event: changed')));
  late.end();
  line.end();
});

/** A browser's line for events, with the cookies of the person. */
function listenTo(
  path: string,
  { agent }: Visitor = who,
): { heard(): string; type(): string | undefined; ended(): boolean; end(): void } {
  let heard = '';
  let type: string | undefined;
  let ended = false;
  const asked = agent
    .get(path)
    .set('Accept', 'text/event-stream')
    .buffer(true)
    .parse((response, done) => {
      type = response.headers['content-type'];
      response.setEncoding('utf8');
      response.on('data', (part: string) => (heard += part));
      response.on('end', () => {
        ended = true;
        done(null, '');
      });
    });
  asked.end(() => undefined);
  return { heard: () => heard, type: () => type, ended: () => ended, end: () => void asked.abort() };
}

test('P573-34a: withdrawing says what becomes of the money; with an old version the person looks first; twice is once', async () => {
  application = {
    ...application,
    payment: 'confirmed',
    priceTyiyn: 20_000,
    withdrawal: { paidTyiyn: 20_000, refundTyiyn: 20_000 },
  };
  assert.match((await who.get(`${base}/withdraw`)).text, /Төлөгөн акчаңыз кайтарылат: 200/);
  application = { ...application, withdrawal: { paidTyiyn: 20_000, refundTyiyn: 0 } };
  assert.match((await who.get(`${base}/withdraw`)).text, /кайтарылбайт/);
  const stale = await who.post(`${base}/withdraw`, { version: '2' });
  assert.equal(stale.status, 409);
  assert.match(stale.text, /азыр эле өзгөрдү/);
  const done = await who.post(`${base}/withdraw`, { version: '3' });
  assert.deepEqual([done.status, done.headers['location']], [303, base]);
  application = { ...application, stage: 'withdrawn', version: 4, actions: [] };
  assert.equal((await who.post(`${base}/withdraw`, { version: '3' })).headers['location'], base);
  assert.deepEqual(given, [{ type: 'withdraw' }]);
});

test('P573-14e: contact data are corrected on their own page, wrong ones keep what was typed', async () => {
  const page = await who.get(`${base}/contacts`);
  assert.match(page.text, /value="\+996700000001"/);
  const wrong = await who.post(`${base}/contacts`, { version: '3', phone: '12', email: 'x', postal: 'Ош' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /<title>Ката: /);
  assert.match(wrong.text, /href="#f-phone"[\s\S]*href="#f-email"/);
  assert.match(wrong.text, /value="12"/);
  const stale = await who.post(`${base}/contacts`, {
    version: '2',
    phone: '0700 00-00-02',
    email: '',
    postal: '',
  });
  assert.equal(stale.status, 409);
  assert.match(stale.text, /value="0700 00-00-02"/);
  const saved = await who.post(`${base}/contacts`, {
    version: '3',
    phone: '0700 00-00-02',
    email: 'a@b.kg',
    postal: 'Ош',
  });
  assert.equal(saved.headers['location'], base);
  assert.deepEqual(given, [
    { type: 'correct_contacts', contacts: { phone: '+996700000002', email: 'a@b.kg', postal: 'Ош' } },
  ]);
});

test('P573-14e: a new telephone and a new post box are proved by a code each before the correction; a wrong code keeps what was typed', async () => {
  const { also } = stage.standIns;
  const asked: object[] = [];
  const path = '/persons/aigul/contact-changes';
  also.set(`POST ${path}`, (_subject, _address, body) => {
    const wanted = JSON.parse(body) as { phone?: string; email?: string };
    asked.push(wanted);
    return { id: wanted.phone === undefined ? 'email' : 'phone', sentTo: '***', expiresAt: at };
  });
  for (const [change, address] of [
    ['phone', '+996700000002'],
    ['email', 'a@b.kg'],
  ] as const) {
    unproved.add(address);
    also.set(`POST ${path}/${change}/confirm`, (_subject, _address, body) => {
      if (!body.includes('123456'))
        stage.standIns.refuse(422, 'wrong_code', { message: { ky: 'Код туура эмес.', ru: 'Нет.' } });
      unproved.delete(address);
      return { language: 'ky', channels: [] };
    });
  }
  const typed = { version: '3', phone: '0700 00-00-02', email: 'a@b.kg', postal: 'Ош' };
  await who.get(`${base}/contacts`);
  const first = await who.post(`${base}/contacts`, typed);
  assert.equal(first.status, 200);
  assert.match(first.text, /name="phone" value="0700 00-00-02"/);
  assert.deepEqual(given, [], 'nothing is corrected before the code');
  const hidden = (page: string): Record<string, string> =>
    Object.fromEntries(
      [...(page.split('<main')[1]?.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/gu) ?? [])].map(
        ([, name = '', value = '']) => [name, value],
      ),
    );
  const wrong = await who.post(`${base}/contacts/code`, { ...hidden(first.text), code: '000000' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Код туура эмес/);
  assert.match(wrong.text, /name="postal" value="Ош"/);
  const second = await who.post(`${base}/contacts/code`, { ...hidden(wrong.text), code: '123 456' });
  assert.equal(second.status, 200, 'now the post box');
  const done = await who.post(`${base}/contacts/code`, { ...hidden(second.text), code: '123456' });
  assert.deepEqual([done.status, done.headers['location']], [303, base]);
  assert.deepEqual(asked, [
    { phone: '+996700000002', use: 'application' },
    { email: 'a@b.kg', use: 'application' },
  ]);
  assert.deepEqual(given, [
    { type: 'correct_contacts', contacts: { phone: '+996700000002', email: 'a@b.kg', postal: 'Ош' } },
  ]);
});

test('a question is answered with words and files; a bad file is told at its field and nothing typed is lost', async () => {
  const asked = { id: 'q1', question: 'Экинчи барак кайда?', askedAt: at };
  application = { ...application, actions: ['answer_clarification'], clarifications: [asked] };
  const page = `${base}/questions/q1`;
  const token = /name="_csrf" value="([^"]+)"/u.exec((await who.get(page)).text)?.[1] ?? '';
  const send = (answer: string, content: string) =>
    who.agent
      .post(page)
      .set({ Accept: 'text/html', 'Accept-Language': 'ky' })
      .field('_csrf', token)
      .field('answer', answer)
      .attach('file1', Buffer.from(content), 'scan.pdf');
  const forged = await who.agent
    .post(page)
    .field('_csrf', 'forged')
    .attach('file1', Buffer.from('pdf'), 'a.pdf');
  assert.equal(forged.status, 403);
  const bad = await send('Мына', 'virus');
  assert.equal(bad.status, 422);
  assert.match(bad.text, /Вирус табылды/);
  assert.match(bad.text, />Мына<\/textarea>/);
  const empty = await send('', 'pdf');
  assert.equal(empty.status, 422);
  assert.match(empty.text, /name="file1.fileId" value="file-7"/);
  assert.match(empty.text, /scan\.pdf/);
  const sent = await who.post(page, { answer: 'Мына', 'file1.fileId': 'file-7', 'file1.name': 'scan.pdf' });
  assert.deepEqual([sent.status, sent.headers['location']], [303, base]);
  assert.deepEqual(given, [
    { type: 'answer_clarification', clarificationId: 'q1', answer: 'Мына', attachmentIds: ['file-7'] },
  ]);
});

const charge = {
  id: '00000000000000000042',
  applicationId: id,
  reference: 'AAAA-BBBB',
  payerId: 'aigul',
  amountTyiyn: 30_000,
  split: [{ receiver: { ky: 'Бюджет', ru: 'Бюджет' }, amountTyiyn: 30_000 }],
  createdAt: at,
};

test('P573-40, P573-6e: unpaid, the page says whose turn it is, how much, and that nobody is refused for it', async () => {
  const next = {
    ky: 'Төлөмдү төлөңүз. Төлөнбөгөнү үчүн арыз четке кагылбайт.',
    ru: 'Оплатите услугу. За неуплату в услуге не отказывают.',
  };
  application = { ...application, stage: 'suspended_unpaid', payment: 'charged', priceTyiyn: 30_000, next };
  stage.standIns.also.set('GET /charges', () => ({ ...charge, state: 'charged' }));
  const { text: page } = await who.get(base);
  assert.ok(page.includes(next.ky));
  assert.match(page, /Сиздин кезегиңиз: төлөңүз/u);
  assert.match(page, /<form method="post" action="\/cabinet\/applications\/app-1\/pay"[\s\S]*?300/u);
  stage.standIns.also.delete('GET /charges');
});

test('P573-32: who comes back from paying is told that it was paid only when the e-payment system has said so', async () => {
  application = { ...application, stage: 'suspended_unpaid', payment: 'pending', priceTyiyn: 30_000 };
  let state: object = { state: 'pending' };
  stage.standIns.also.set('GET /charges', () => ({ ...charge, ...state }));
  for (const page of ['/payment-return', '/payment-return/live']) {
    const { text: waiting } = await who.get(`${base}${page}`);
    assert.match(waiting, /ырастоосун күтүп жатабыз/u, page);
    assert.doesNotMatch(waiting, /Төлөм келди/u, page);
  }
  state = { state: 'confirmed', confirmedAt: at };
  const { text: paid } = await who.get(`${base}/payment-return`);
  assert.match(paid, /Төлөм келди: 300/u);
  assert.doesNotMatch(paid, /күтүп жатабыз/u);
  stage.standIns.also.delete('GET /charges');
});

test('P573-31b, P573-31e: once paid, the cabinet keeps the payment document to save and to print; before there is none', async () => {
  application = { ...application, stage: 'in_progress', payment: 'confirmed', priceTyiyn: 30_000 };
  const link = `href="${base}/receipt.pdf"`;
  stage.standIns.also.set('GET /charges', () => ({ ...charge, state: 'pending' }));
  assert.ok(!(await who.get(base)).text.includes(link));
  stage.standIns.also.set('GET /charges', () => ({ ...charge, state: 'confirmed', confirmedAt: at }));
  stage.standIns.also.set(`GET /charges/${charge.id}/document.pdf`, (subject, { search }) => ({
    document: subject + search,
  }));
  assert.ok((await who.get(base)).text.includes(link));
  const receipt = await who.get(`${base}/receipt.pdf`);
  assert.deepEqual([receipt.status, receipt.body], [200, { document: 'aigul?language=ky' }]);
  stage.standIns.also.delete('GET /charges');
});

test('P573-29c: who has to come in person is told where, and that the term begins then; after that no more', async () => {
  const code = 'alcohol-retail-licence';
  const folder = new URL(`../../../../../catalogue/${code}/`, import.meta.url);
  const loaded = await loadService((file) => readFile(new URL(file, folder), 'utf8'));
  assert.ok(loaded.ok && loaded.definition.service.appearanceRequired);
  stage.standIns.also.set(`GET /services/${code}/versions/1`, () => {
    const { definition } = loaded;
    return { code, version: 1, contentHash: 'x', publishedAt: at, providerName: text, definition };
  });
  application = { ...application, serviceCode: code, stage: 'accepted' };
  const place = loaded.definition.service.appearancePlace?.ky ?? assert.fail();
  const { text: page } = await who.get(base);
  for (const said of ['Мекемеге өзүңүз келишиңиз керек', place, 'келгениңиз белгиленгенде башталат']) {
    assert.ok(page.includes(said), said);
  }
  application = {
    ...application,
    stage: 'in_progress',
    timeline: [{ at, type: 'appearance_recorded', text, role: 'executor' }],
  };
  assert.ok(!(await who.get(base)).text.includes(place));
});

test('P573-6d, P573-33a, P573-36b: the signed document is one button away, not rated yet, and comes as its process gives it', async () => {
  const link = `href="${base}/result.pdf"`;
  assert.ok(!(await who.get(base)).text.includes(link));
  const result = {
    ready: true,
    form: 'signed_document',
    verificationCode: 'GOOD-1',
    signedBy: 'Демо Нурлан',
  };
  application = { ...application, stage: 'completed', actions: [], result, rating: { open: true } };
  const { text: page } = await who.get(base);
  assert.match(page, /<a class="kz-button[^"]*" href="\/cabinet\/applications\/app-1\/result\.pdf"/u);
  assert.ok(page.includes('Демо Нурлан'));
  stage.standIns.also.set(`GET /applications/${id}/result.pdf`, (subject) => ({ document: subject }));
  const document = await who.get(`${base}/result.pdf`);
  assert.deepEqual([document.status, document.body], [200, { document: 'aigul' }]);
});

test('P573-13d, P573-36a, P573-36b: a rating in words with a suggestion, beside a road that does not lead through it', async () => {
  assert.equal((await who.get(`${base}/rating`)).headers['location'], base);
  application = {
    ...application,
    stage: 'completed',
    rating: { open: true },
    actions: [],
    result: { ready: true, form: 'signed_document', verificationCode: 'GOOD-1' },
  };
  const page = await who.get(base);
  assert.match(page.text, /href="\/cabinet\/applications\/app-1\/result\.pdf"/);
  assert.match(page.text, /href="\/cabinet\/applications\/app-1\/rating"/);
  const none = await who.post(`${base}/rating`, { suggestion: 'Тезирээк' });
  assert.equal(none.status, 422);
  assert.match(none.text, /Баа тандалган эмес/);
  assert.match(none.text, /Тезирээк/);
  assert.equal((await who.post(`${base}/rating`, { stars: '4', suggestion: 'Тезирээк' })).status, 303);
  assert.deepEqual(given, [{ type: 'rating', stars: 4, suggestion: 'Тезирээк' }]);
  assert.match((await who.get(`${base}/rating`)).text, /Сиздин бааңыз: 4 — жакшы/);
});

test('P573-35b, P573-39a, P573-17d, P573-38: a refused applicant reads grounds, reason, who answers and how to appeal until when, and applies again beside old drafts', async () => {
  application = {
    ...application,
    stage: 'intake_refused',
    actions: [],
    refusal: {
      kind: 'intake',
      grounds: ['incomplete'],
      reason: 'Экинчи барак жок.',
      executorName: 'Демо Нурлан',
      appeal: text,
      at,
      appealWays: [
        { where: { ky: 'Административдик сот', ru: 'Суд' }, until: '2027-02-20T18:00:00.000Z', why },
      ],
    },
  };
  const page = await who.get(base);
  for (const said of [
    'Экинчи барак жок.',
    'Маалымат толук эмес',
    'Демо Нурлан',
    'Административдик сот',
    '2027',
  ]) {
    assert.ok(page.text.includes(said), said);
  }
  const draft = { id: 'd-old', serviceCode: service, serviceTitle: text, savedAt: at, keptUntil: at };
  stage.standIns.also.set('GET /drafts', () => ({ drafts: [draft] }));
  const again = await who.get(`${base}/again`);
  assert.match(again.text, /Экинчи барак жок/);
  assert.match(again.text, /\/cabinet\/drafts\/d-old/);
  let begun: unknown;
  stage.standIns.also.set('POST /drafts', (_subject, _address, body) => {
    begun = JSON.parse(body);
    return { ...draft, id: 'd-new', serviceVersion: 1, version: 0, answers: {}, autofilled: [] };
  });
  const started = await who.post(`${base}/again`);
  assert.equal(started.headers['location'], '/cabinet/drafts/d-new');
  assert.deepEqual(begun, { serviceCode: service, language: 'ky', prefillFrom: id });
  stage.standIns.also.delete('GET /drafts');
  stage.standIns.also.delete('POST /drafts');
});

test('P573-8e: for anybody else none of these pages is there', async () => {
  const bakyt = visitor(stage);
  await bakyt.signIn('bakyt');
  for (const path of [
    '',
    '/live',
    '/events',
    '/withdraw',
    '/contacts',
    '/rating',
    '/again',
    '/questions/q1',
    '/result',
  ]) {
    assert.equal((await bakyt.get(`${base}${path}`)).status, 404, path);
  }
});

test('P573-8e: signing out ends the open lines of the session at once; where it ended elsewhere, the next event says nothing any more', async () => {
  // The consumer has joined long ago: each of these is heard once.
  const tell = () => stage.kit.bus.publish(topics.applications, [registered(randomUUID())]);
  const [here, elsewhere] = [visitor(stage), visitor(stage)];
  for (const each of [here, elsewhere]) await each.signIn('aigul');
  const own = listenTo(`${base}/events?version=3`, here);
  const far = listenTo(`${base}/events?version=3`, elsewhere);
  const changes = (line: typeof own): number => line.heard().split('event: changed').length - 1;
  await eventually(() => Promise.resolve([own, far].every((line) => line.heard().startsWith('retry'))));
  await tell();
  await eventually(() => Promise.resolve([own, far].every((line) => changes(line) === 1)));

  await here.get(base);
  assert.equal((await here.post('/sign-out')).status, 303);
  await eventually(() => Promise.resolve(own.ended()));
  assert.ok(!far.ended(), 'another session of the person stays');

  // Last in this file: signed out everywhere, nobody here is signed in any more.
  await who.get('/account/sign-ins');
  assert.equal((await who.post('/account/sign-ins/end-all')).status, 303);
  await tell();
  await eventually(() => Promise.resolve(far.ended()));
  assert.equal(changes(far), 1, 'not a word after the end');
});
