import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createTransport } from 'nodemailer';
import { openStage, type Stage } from '../testing/stage.ts';

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.stop());

test('P573-41a: a letter lies in the box once however often it came, in any alphabet', async () => {
  const transport = createTransport({ host: '127.0.0.1', port: stage.smtpPort });
  const letter = {
    from: 'kyzmat@example.kg',
    to: 'aigul@example.kg',
    subject: 'Жыйынтык даяр',
    text: 'Өтүнүч кабыл алынды',
    messageId: '<1@kyzmat>',
  };
  for (let times = 0; times < 3; times++) await transport.sendMail(letter);
  transport.close();
  const box = await (await fetch(`${stage.url}/mail.json?to=aigul@example.kg`)).text();
  assert.equal(box.split('"id"').length - 1, 1);
  assert.ok(box.includes('Жыйынтык даяр') && box.includes('Өтүнүч кабыл алынды'));
  assert.equal(await (await fetch(`${stage.url}/mail.json?to=bakyt@example.kg`)).text(), '{"letters":[]}');
  const page = await (await fetch(`${stage.url}/mail`)).text();
  assert.ok(page.includes('Өтүнүч кабыл алынды'));
});
