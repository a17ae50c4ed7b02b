import { instant } from '@kyzmat/clock';
import type { Express, Response } from 'express';
import { principalOf, userOf } from '../../auth/user.ts';
import { zone } from '../../site/formats.ts';
import type { Site } from '../../site/site.ts';
import { formatLocal } from '@kyzmat/working-time';
import { contentsData, contentsPage, type Contents } from './contents.ts';
import { partsOf, type Source } from './parts.ts';
import { zipTo } from './zip.ts';

/** P573-49: a person takes a copy of everything the platform holds of that person. */
export function copyRoutes(web: Express, { pages, clients, config, kit, csrf }: Site): void {
  web.get('/my-data/copy', (request, response) => {
    pages.render(response, 'my-data/copy/copy.njk', { csrf: csrf.token(request) });
  });

  web.post('/my-data/copy', async (request, response) => {
    const principal = principalOf(request);
    // Recorded first, and refused when the last one was taken a moment ago.
    await clients.identity(principal).POST('/data-exports');
    const at = instant(kit.clock);
    const source = { clients, config, principal };
    const madeAt = { ky: formatLocal(at, 'ky', zone), ru: formatLocal(at, 'ru', zone) };
    await send(response, source, { name: userOf(request).name, madeAt, day: at.slice(0, 10) });
  });
}

async function send(
  response: Response,
  source: Source,
  { name, madeAt, day }: { name: string; madeAt: { ky: string; ru: string }; day: string },
): Promise<void> {
  const parts = partsOf(source);
  // The first part before the first byte: whoever is away then is told by a page.
  let part = await parts.next();
  response.attachment(`kyzmat-${day}.zip`).set({
    'Content-Type': 'application/zip',
    'Cache-Control': 'private, no-store',
  });
  const zip = zipTo(response);
  const contents = { paths: new Array<string>(), missing: new Array<Contents['missing'][number]>() };
  try {
    for (; part.done !== true; part = await parts.next()) {
      const { value } = part;
      if ('missing' in value) contents.missing.push(value);
      else {
        contents.paths.push(value.path);
        await zip.add(value.path, value.content);
      }
    }
    await zip.add('contents.json', Buffer.from(JSON.stringify(contentsData(contents), null, 2)));
    await zip.add('index.html', Buffer.from(contentsPage(name, madeAt, contents)));
    await zip.end();
  } catch (error) {
    // Broken off, so that nobody takes a half for the whole.
    response.destroy();
    throw error;
  }
}
