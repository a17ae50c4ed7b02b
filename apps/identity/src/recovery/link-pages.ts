import type { Clock } from '@kyzmat/clock';
import { frameOf } from '@kyzmat/web';
import type { Express, Response } from 'express';
import { masked } from '../codes/codes.ts';
import { mendOf, wrongCode } from '../codes/mends.ts';
import { posted } from '../sign-in/interaction.ts';
import { faultFor, renewPassword } from './finish.ts';
import type { RecoveryPages } from './pages.ts';
import type { Recovery } from './recoveries.ts';
import { whenText } from '../when.ts';

const codeText =
  'Кызмат: жаңы сырсөз үчүн код / код для нового пароля {code}. Сиз сурабасаңыз, эч кимге айтпаңыз / если не запрашивали, никому не сообщайте.';

/**
 * What the letter's links open, in any browser. The link alone is not enough: the last step asks the phone again, so a
 * stolen letter leads nowhere. Opening a link changes nothing; only buttons do.
 */
export function recoveryLinkPages(web: Express, parts: RecoveryPages & { readonly clock: Clock }): void {
  const { pages, codes, credentials, recoveries, throttle, clock, config } = parts;
  const now = (): string => clock.now().toISOString();

  web.get('/recovery/stop/:token', async (request, response) => {
    const found = await recoveries.byStop(request.params.token);
    if (found === undefined) gone(response);
    else
      pages.render(response, 'recovery/stop.njk', {
        token: request.params.token,
        stopped: found.state !== 'waiting',
      });
  });
  web.post('/recovery/stop/:token', async (request, response) => {
    const found = await recoveries.byStop(request.params.token);
    if (found?.person === undefined) {
      gone(response);
      return;
    }
    await recoveries.stop(found.person);
    pages.render(response, 'recovery/stop.njk', { token: '', stopped: true });
  });

  web.get('/recovery/:token', async (request, response) => {
    const found = await ready(request.params.token, response);
    if (found !== undefined) await show(response, request.params.token, found);
  });

  web.post('/recovery/:token/code', async (request, response) => {
    const found = await ready(request.params.token, response);
    const credential = found?.person === undefined ? undefined : await credentials.find(found.person);
    if (found === undefined || credential === undefined) return;
    await throttle.count(`recover-link:${found._id}`);
    const { id } = await codes.send({
      person: credential._id,
      to: credential.phone,
      purpose: `recover-end:${found._id}`,
      text: codeText,
    });
    await recoveries.setCode(found._id, id);
    await show(response, request.params.token, found, { sent: true });
  });

  web.post('/recovery/:token', async (request, response) => {
    const { token } = request.params;
    const found = await ready(token, response);
    if (found?.person === undefined) return;
    const password = posted(request, 'password');
    const fault = await faultFor(parts, found.person, password);
    if (fault !== undefined) {
      const errors = [{ error: fault, href: '#f-password' }];
      await show(response, token, found, { sent: true, errors, passwordErrors: [fault] });
      return;
    }
    try {
      const { purpose } = await codes.redeem(
        found.codeId ?? '',
        found.person,
        posted(request, 'code').replaceAll(/\D/g, ''),
      );
      // The code that proved the phone at the beginning is another one.
      if (purpose !== `recover-end:${found._id}`) throw new TypeError('A code of another step');
    } catch (error) {
      const mend = error instanceof TypeError ? wrongCode : mendOf(error);
      const errors = [{ error: mend, href: '#f-code' }];
      await show(response, token, found, { sent: true, errors, codeErrors: [mend] });
      return;
    }
    if (!(await recoveries.move(found._id, 'waiting', 'done'))) {
      gone(response);
      return;
    }
    await renewPassword(parts, found.person, password);
    pages.render(response, 'recovery/done.njk', { portal: config.portal });
  });

  /** The recovery of a link that may be used now; otherwise the page that says why not has been sent. */
  async function ready(token: string, response: Response): Promise<Recovery | undefined> {
    const found = await recoveries.byLink(token);
    if (found?.state !== 'waiting' || (found.endsAt ?? '') < now()) {
      gone(response);
      return undefined;
    }
    const readyAt = found.readyAt ?? '';
    if (readyAt <= now()) return found;
    pages.render(response, 'recovery/waiting.njk', { readyAt: whenText(readyAt, frameOf(response).lang) });
    return undefined;
  }

  async function show(
    response: Response,
    token: string,
    { person = '' }: Recovery,
    view: { readonly errors?: readonly object[]; readonly [name: string]: unknown } = {},
  ): Promise<void> {
    const credential = await credentials.find(person);
    const status = view.errors === undefined ? 200 : 422;
    pages.render(
      response,
      'recovery/link.njk',
      { token, sentTo: masked(credential?.phone ?? ''), ...view },
      status,
    );
  }

  function gone(response: Response): void {
    pages.render(response, 'recovery/gone.njk', { portal: config.portal }, 410);
  }
}
