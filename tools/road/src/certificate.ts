import { goOn, type Traveller } from './journey.ts';

/** Signing with a key carrier: a file goes out of the page, a detached signature comes back. */

/** Signs what the page gives out to be signed, and chooses the signature at the page's own field. */
export async function signFile({ page, urls }: Traveller, person: string): Promise<void> {
  const link = page.locator('main .kz-files a').first();
  const address = await link.evaluate((element) => String(element));
  const given = await page.request.get(address);
  const content = { name: 'content', mimeType: 'application/octet-stream', buffer: await given.body() };
  const signed = await page.request.post(`${urls.sandbox}/key-carrier`, { multipart: { person, content } });
  if (!signed.ok()) throw new Error(`The key carrier answered ${signed.status()}`);
  await page.locator('input[type="file"][name="signature"]').setInputFiles({
    name: 'signature.p7s',
    mimeType: 'application/pkcs7-signature',
    buffer: await signed.body(),
  });
}

/** From the page of signing, by certificate, to the confirmation. Gives the application's id. */
export async function certifyAndSend(traveller: Traveller, person: string): Promise<string> {
  const { page } = traveller;
  await traveller.seen('sign-qualified-needed');
  await goOn(traveller);
  await signFile(traveller, person);
  await traveller.seen('sign-qualified');
  await goOn(traveller);
  await traveller.seen('confirmation');
  const id = /applications\/([^/]+)\/confirmation/.exec(page.url())?.[1];
  if (id === undefined) throw new Error(`Not confirmed: ${page.url()}`);
  return id;
}
