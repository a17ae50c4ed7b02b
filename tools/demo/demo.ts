/**
 * Walks the whole road of an application in a browser, on the platform that runs (or one of its own): the free service
 * decided at the desk, then the paid one answered in the provider's document system. Saves the pictures of the README.
 *
 * `--headed` shows the browser and goes slowly enough to follow (it needs a Chromium on the path).
 */
import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readConfig, secret, url } from '@kyzmat/config';
import {
  answerInEdms,
  applyAndPay,
  applyForResidence,
  decideAtDesk,
  type Traveller,
} from '@kyzmat/road/journey';
import { openBrowser } from '@kyzmat/testing';

const { values } = parseArgs({ options: { headed: { type: 'boolean', default: false } } });
const config = readConfig(process.env, {
  portal: url('PORTAL_URL'),
  desk: url('DESK_URL'),
  sandbox: url('SANDBOX_URL'),
  password: secret('DEMO_STAFF_PASSWORD'),
});
const pictures = new URL('../../docs/pictures/', import.meta.url).pathname;
/** What the README shows; the rest is only walked. */
const shown = new Set([
  'home',
  'service',
  'form-2',
  'check',
  'status-unpaid',
  'result',
  'desk-inbox',
  'desk-application',
  'edms-case',
]);

const browser = await openBrowser({ headed: values.headed, slowMo: values.headed ? 400 : 0 });

async function traveller(who: string, locale: 'ky' | 'ru', small = false): Promise<Traveller> {
  const context = await (small ? browser.phone({ locale }) : browser.desktop({ locale }));
  const page = await context.newPage();
  const { portal, desk, sandbox } = config;
  return {
    page,
    urls: { portal, desk, sandbox },
    async seen(name) {
      process.stdout.write(`  ${who}: ${await page.title()}\n`);
      if (!shown.has(name)) return;
      const clip = small ? { clip: { x: 0, y: 0, width: 320, height: 960 } } : {};
      await page.screenshot({ path: `${pictures}${name}.png`, fullPage: true, ...clip });
    },
  };
}

try {
  await mkdir(pictures, { recursive: true });
  process.stdout.write('The free service\n');
  const citizen = await traveller('citizen', 'ky');
  const id = await applyForResidence(citizen);
  await decideAtDesk(citizen, await traveller('executor', 'ru'), id, config.password.reveal());
  process.stdout.write('The paid service, answered in a document system\n');
  const onPhone = await traveller('citizen with a phone', 'ru', true);
  const paid = await applyAndPay(onPhone);
  await answerInEdms(onPhone, await traveller('clerk', 'ru'), paid);
  process.stdout.write('The pictures lie in docs/pictures\n');
} finally {
  await browser.close();
}
