import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { openBrowser, type TestBrowser } from '@kyzmat/testing';
import { startWorld, type World } from '@kyzmat/world';
import { askForInformation, takeOverEarlierAnswers, takeTheRequestAlong } from './capabilities/applying.ts';
import {
  applyAgain,
  correctContacts,
  getTheInformation,
  rateTheService,
  seeItMove,
} from './capabilities/following.ts';
import {
  findTheService,
  printTheService,
  readInEnglish,
  readTheAgreements,
  turnTheLook,
} from './capabilities/in-public.ts';
import { deleteADraft, seeWhoUsedThem, takeACopy } from './capabilities/my-data.ts';
import type { Walker } from './capabilities/walker.ts';
import { ways, type Way } from './capabilities/ways.ts';
import { clerkOf } from './clerk.ts';
import { travellersOf } from './travellers.ts';

/** What the law promises the citizen, with script and without: one walk, each capability a step of it. */

const steps: readonly (readonly [name: string, take: (walker: Walker) => Promise<void>])[] = [
  [
    'P573-6a, P573-10b, P573-13b: a slip and Latin letters find the service; its page tells procedure, term and price before anything is begun',
    findTheService,
  ],
  [
    'P573-6a, P573-13b: the page of the service on paper holds what a click opens on the screen',
    printTheService,
  ],
  ['P573-8i, P573-14c: the agreements are there to read before anybody signs in', readTheAgreements],
  ['P573-11: large text and more contrast stay from page to page', turnTheLook],
  ['P573-6a: the page of a service in English', readInEnglish],
  [
    'P573-25, P573-27c: earlier answers are taken over with consent only, each with its source',
    takeOverEarlierAnswers,
  ],
  [
    'P573-27a, P573-27b: in the middle of the form the request is saved as PDF and as data, and printed',
    takeTheRequestAlong,
  ],
  ['P573-6b, P573-33b: sent, with the result wanted as information', askForInformation],
  [
    'P573-6c, P573-31c: the status tells why a date is what it is, and moves when the provider acts',
    seeItMove,
  ],
  ['P573-14e: contact data of an open application are corrected; the provider sees them', correctContacts],
  ['P573-6d, P573-33b: the information, and its file proved genuine', getTheInformation],
  ['P573-13d, P573-36a: the service is rated with a suggestion, and rated anew', rateTheService],
  ['P573-25, P573-31c: applied for again, prefilled', applyAgain],
  ['P573-13c: who at the provider used which data for the application', seeWhoUsedThem],
  ['P573-49: a copy of all data is taken along', takeACopy],
  ['P573-49: a draft goes for good with a fresh code', deleteADraft],
];

let world: World;
let browser: TestBrowser;
const walkers = new Map<Way, Walker>();
const traveller = travellersOf(() => world);

before(async () => {
  [world, browser] = await Promise.all([startWorld(), openBrowser()]);
  const clerk = clerkOf(world, 'nurlan', 'population-register');
  for (const way of ways) {
    const citizen = await traveller(way.open(browser), ...way.checks);
    walkers.set(way, { way, world, citizen, clerk, sent: '', draft: '' });
  }
});
after(async () => {
  await browser.close();
  await world.stop();
});

for (const way of ways) {
  for (const [name, take] of steps) {
    test(`${name}; ${way.name}`, async () => {
      const walker = walkers.get(way);
      assert.ok(walker);
      await take(walker);
    });
  }
}
