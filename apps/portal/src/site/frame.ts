import { frameOf, setFrame, type Pages } from '@kyzmat/web';
import { signedIn, type Csrf } from '@kyzmat/web-session';
import type { RequestHandler } from 'express';
import { official } from './formats.ts';

/**
 * Navigation and account around every page. What law says exists in Kyrgyz and Russian: a visitor with English pages reads
 * the whole cabinet in Russian, with all that stands around it.
 */
export function frame(pages: Pages, csrf: Csrf): RequestHandler {
  return (request, response, next) => {
    const section = request.path.split('/')[1];
    if (section === 'cabinet') setFrame(response, { lang: official(frameOf(response).lang) });
    const { lang } = frameOf(response);
    const t = pages.t(lang);
    const user = signedIn(request);
    const link = (href: string, key: string) => ({ text: t(key), href, current: href === `/${section}` });
    const navigation = [link('/services', 'site.services'), link('/verify', 'site.verify')];
    if (user === undefined) {
      const to = encodeURIComponent(section === 'services' ? request.originalUrl : '/cabinet');
      const links = [{ text: t('auth.sign-in'), href: `/sign-in?to=${to}` }];
      setFrame(response, { navigation, account: { name: '', links } });
    } else {
      const { name, actingFor } = user;
      const account = {
        name: actingFor === undefined ? name : t('auth.for', { name, organisation: actingFor }),
        links: [
          link('/cabinet', 'site.cabinet'),
          link('/account', 'account.title'),
          { text: t('auth.sign-out'), href: '/sign-out', post: true },
        ],
      };
      setFrame(response, { navigation, account, csrfToken: csrf.token(request) });
    }
    next();
  };
}
