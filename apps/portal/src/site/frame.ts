import { frameOf, setFrame, type Pages } from '@kyzmat/web';
import { signedIn, type Csrf } from '@kyzmat/web-session';
import type { RequestHandler } from 'express';

/** Navigation and account around every page. */
export function frame(pages: Pages, csrf: Csrf): RequestHandler {
  return (request, response, next) => {
    const { lang } = frameOf(response);
    const t = pages.t(lang);
    const user = signedIn(request);
    const section = request.path.split('/')[1];
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
