import { escapeHtml } from '@kyzmat/web';
import { leftOut, whyMissing } from './left-out.ts';
import type { WhyMissing } from './parts.ts';

/** What a copy holds, and which files were asked for and not given. */
export interface Contents {
  readonly paths: readonly string[];
  readonly missing: readonly { readonly path: string; readonly missing: WhyMissing }[];
}

/** The same for programs. */
export function contentsData({ paths, missing }: Contents): object {
  return {
    holds: paths,
    notGiven: missing.map((file) => ({ path: file.path, why: whyMissing[file.missing] })),
    leftOut,
  };
}

/** What lies where in the copy, for people: one page in Kyrgyz and Russian that needs nothing but a browser. */
export function contentsPage(
  name: string,
  madeAt: { ky: string; ru: string },
  { paths, missing }: Contents,
): string {
  const groups = Map.groupBy(paths, (path) => groupOf(path));
  const sections = [...groups].map(([group, files]) => {
    const { ky, ru } = titles[group];
    const items = files.map((path) => `<li><a href="${encodeURI(path)}">${escapeHtml(path)}</a></li>`);
    return `<h2>${ky}<br><span lang="ru">${ru}</span></h2><ul>${items.join('')}</ul>`;
  });
  return `<!doctype html>
<html lang="ky"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Менин маалыматым. Мои данные</title>
<style>body{font:1rem/1.5 sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem}li{overflow-wrap:anywhere}</style></head>
<body><h1>Менин маалыматым<br><span lang="ru">Мои данные</span></h1>
<p>${escapeHtml(name)}. ${escapeHtml(madeAt.ky)}<br><span lang="ru">${escapeHtml(madeAt.ru)}</span></p>
<p>PDF – адамдар үчүн, JSON – программалар үчүн.<br><span lang="ru">PDF – для людей, JSON – для программ.</span></p>
${sections.join('\n')}
${
  missing.length === 0
    ? ''
    : listOf(
        notGiven,
        missing.map((file) => row(escapeHtml(file.path), whyMissing[file.missing])),
      )
}
${listOf(
  notHere,
  leftOut.map(({ what, why }) => row(bothOf(what), why)),
)}
</body></html>
`;
}

const notGiven = { ky: 'Суралган, бирок берилбеген файлдар', ru: 'Файлы, которые не выданы' };
const notHere = { ky: 'Көчүрмөдө эмне жок жана эмне үчүн', ru: 'Чего в копии нет и почему' };

type Both = typeof notHere;
const bothOf = ({ ky, ru }: Both): string => `${ky}<br><span lang="ru">${ru}</span>`;
const row = (what: string, why: Both): string => `<li><b>${what}</b><br>${bothOf(why)}</li>`;
const listOf = (title: Both, rows: readonly string[]): string =>
  `<h2>${bothOf(title)}</h2><ul>${rows.join('')}</ul>`;

const titles = {
  person: { ky: 'Сиз жөнүндө, макулдуктар, кирүүлөр', ru: 'О вас, согласия, входы' },
  applications: { ky: 'Арыздар, файлдар, жыйынтыктар, төлөмдөр', ru: 'Заявления, файлы, результаты, оплата' },
  drafts: { ky: 'Бүтө элек арыздар', ru: 'Незаконченные заявления' },
  rest: { ky: 'Билдирүүлөр; маалыматты ким колдонду', ru: 'Уведомления; кто использовал данные' },
};

function groupOf(path: string): keyof typeof titles {
  const folder = path.split('/')[0];
  return folder === 'person' || folder === 'applications' || folder === 'drafts' ? folder : 'rest';
}
