import { fillIn, goOn, type Fields, type Traveller } from './journey.ts';

/** The licence for a legal entity: a form with rows, a file in each row, and rules across fields. */

export const licencePhones = { nazira: '+996700000003', timur: '+996700000015' };

export const drinks: Fields = { request: 'new', drinks: 'spirits', yearlyTurnover: '250000,50' };

/** Answers of one point of sale. */
export function outlet(row: number, area: string): Fields {
  const at = (name: string): string => `outlets[${row}].${name}`;
  return {
    [at('outletAddress.region')]: 'Бишкек шаары',
    [at('outletAddress.district')]: 'Биринчи Май району',
    [at('outletAddress.street')]: 'Демо көчөсү',
    [at('outletAddress.house')]: String(row + 1),
    [at('outletArea')]: area,
    [at('cashRegister')]: `ДЕМО-${row + 1}`,
    [at('premises')]: 'own',
  };
}

/** A day that still comes, as the three inputs of a date. */
export function dayAfter(days: number, name: string): Fields {
  const date = new Date(Date.now() + days * 24 * 3600 * 1000);
  return {
    [`${name}.day`]: String(date.getUTCDate()),
    [`${name}.month`]: String(date.getUTCMonth() + 1),
    [`${name}.year`]: String(date.getUTCFullYear()),
  };
}

/** A PDF that says nothing but its name. */
export function pdfOf(name: string): { name: string; mimeType: string; buffer: Buffer } {
  return {
    name,
    mimeType: 'application/pdf',
    buffer: Buffer.from(`%PDF-1.4\n% ${name}\ntrailer<<>>\n%%EOF\n`),
  };
}

/** Chooses a file at a field of the form; it goes with the page. */
export async function choose({ page }: Traveller, field: string, name: string): Promise<void> {
  await page.locator(`input[type="file"][name="${field}"]`).setInputFiles(pdfOf(name));
}

/** Presses a button of a row or of a file: `_add`, `_remove`. */
export async function press({ page }: Traveller, name: string, value: string): Promise<void> {
  await Promise.all([
    page.waitForEvent('framenavigated'),
    page.locator(`button[name="${name}"][value="${value}"]`).click(),
  ]);
  await page.waitForLoadState();
}

/** From the page of the licence to the page of the visit, with two points of sale and a file in each. */
export async function twoOutlets(citizen: Traveller): Promise<void> {
  await fillIn(citizen, outlet(0, '45,5'));
  await choose(citizen, 'outlets[0].premisesProof', 'Ижара келишими 1.pdf');
  await press(citizen, '_add', 'outlets');
  await fillIn(citizen, outlet(1, '30'));
  await choose(citizen, 'outlets[1].premisesProof', 'Ижара келишими 2.pdf');
  await fillIn(citizen, { farFromSchools: 'yes' });
  await citizen.seen('outlets');
  await goOn(citizen);
}
