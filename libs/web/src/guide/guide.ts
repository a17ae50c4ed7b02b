import path from 'node:path';
import { createPages } from '../pages/pages.ts';
import type { Link, PagesOptions } from '../pages/types.ts';
import type { Lang } from '../texts/texts.ts';
import { samples } from './samples.ts';

export type GuidePage = keyof typeof samples;

/** Names of the guide's pages. */
export const guidePages: readonly GuidePage[] = [
  'home',
  'service',
  'form',
  'form-errors',
  'status',
  'answers',
  'messages',
  'sign-in',
  'failed',
  'desk',
];

const navigation: Readonly<Record<Lang, readonly Link[]>> = {
  ky: [
    { text: 'Кызматтар', href: '/services', current: true },
    { text: 'Арыздарым', href: '/cabinet' },
    { text: 'Документти текшерүү', href: '/verify' },
  ],
  ru: [
    { text: 'Услуги', href: '/services', current: true },
    { text: 'Мои заявления', href: '/cabinet' },
    { text: 'Проверка документа', href: '/verify' },
  ],
  en: [
    { text: 'Services', href: '/services', current: true },
    { text: 'My applications', href: '/cabinet' },
    { text: 'Check a document', href: '/verify' },
  ],
};

const footer: Readonly<Record<Lang, readonly Link[]>> = {
  ky: [
    { text: 'Баарына жеткиликтүүлүк', href: '/accessibility' },
    { text: 'Байланыш', href: '/contacts' },
  ],
  ru: [
    { text: 'Доступность', href: '/accessibility' },
    { text: 'Контакты', href: '/contacts' },
  ],
  en: [
    { text: 'Accessibility', href: '/accessibility' },
    { text: 'Contacts', href: '/contacts' },
  ],
};

const deskName = { ky: 'Кызматкердин бөлмөсү', ru: 'Кабинет сотрудника', en: 'Staff' };
const standInName = { ky: 'Электрондук төлөм', ru: 'Электронный платёж', en: 'Electronic payment' };

/** The style guide: every component of this library in a place where people will meet it. */
export function renderStyleGuide(page: GuidePage, lang: Lang, kind?: PagesOptions['kind']): string {
  const used = kind ?? (page === 'desk' ? 'desk' : 'portal');
  const name = { desk: deskName, sandbox: standInName, portal: undefined, identity: undefined }[used];
  const pages = createPages({
    templateDirs: [path.join(import.meta.dirname, 'pages')],
    texts: {},
    kind: used,
    languages: ['ky', 'ru', 'en'],
    demo: true,
    footerLinks: (language) => footer[language],
    ...(name && { name }),
  });
  const { template, view } = samples[page];
  return pages.html(template, view(lang), {
    lang,
    url: `/${page}`,
    navigation: navigation[lang],
    csrfToken: 'token',
    ...(page !== 'home' && {
      account: {
        name: lang === 'ky' ? 'Демо Айгүл' : 'Демо Айгуль',
        links: [{ text: lang === 'ky' ? 'Чыгуу' : 'Выйти', href: '/sign-out', post: true }],
      },
    }),
    ...(page === 'home' && {
      announcement:
        lang === 'ky'
          ? 'Ишемби күнү 22:00дөн 23:00гө чейин пландуу иштер жүрөт: ал убакта төлөө мүмкүн эмес.'
          : 'В субботу с 22:00 до 23:00 плановые работы: оплата в это время не пройдёт.',
    }),
  });
}
