import { formatDeadline } from '@kyzmat/working-time';
import { say, type Line } from './lines.ts';

const which: Line = ({ serviceTitle }, language) =>
  ({
    ky: `Толтуруп баштаган арызыңыз: «${serviceTitle.ky}».`,
    ru: `Начатое вами заявление: «${serviceTitle.ru}».`,
  })[language];

const keptUntil: Line = ({ endsAt }, language) => {
  if (endsAt === undefined) return undefined;
  const at = formatDeadline(endsAt, language, 'Asia/Bishkek');
  return {
    ky: `Ал ${at} чейин сакталат, андан кийин тиркелген файлдары менен өчүрүлөт.`,
    ru: `Оно хранится до: ${at}, затем будет удалено вместе с файлами.`,
  }[language];
};

/** P573-27f: a draft, which is no application yet and so has no number, will go soon. */
export const draftExpires: {
  readonly kind: string;
  readonly title: { readonly ky: string; readonly ru: string };
  readonly lines: readonly Line[];
} = {
  kind: 'draft_expires',
  title: { ky: 'Бүтө элек арызыңыз жакында өчүрүлөт', ru: 'Ваш черновик скоро будет удалён' },
  lines: [
    which,
    keptUntil,
    say(
      'Сактап калуу үчүн аны кабинетиңизден ачып, дагы бир жолу сактаңыз: мөөнөт кайрадан эсептелет.',
      'Чтобы он остался, откройте его в кабинете и сохраните ещё раз: срок начнётся заново.',
    ),
  ],
};
