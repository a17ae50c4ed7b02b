import type { News } from '../tell.ts';
import { whenText } from '../when.ts';
import type { AccessFact } from './facts.ts';

/** P573-19c: somebody has come in by a browser this person never came in by. */
export function newBrowserNews({ at, browser, address }: AccessFact): News {
  const where = (unknown: string): string =>
    [browser ?? unknown, address].filter((part) => part !== undefined).join(', ');
  return {
    title: { ky: 'Кабинетиңизге жаңы браузерден киришти', ru: 'Вход в кабинет из нового браузера' },
    body: {
      ky: `Кабинетиңизге жаңы браузерден киришти: ${where('белгисиз браузер')}. ${whenText(at, 'ky')}. Бул сиз болбосоңуз, «Жөндөөлөр» барагынан бардык жерден чыгып, сырсөздү алмаштырыңыз.`,
      ru: `В ваш кабинет вошли из нового браузера: ${where('неизвестный браузер')}. ${whenText(at, 'ru')}. Если это не вы, выйдите отовсюду на странице «Настройки» и смените пароль.`,
    },
  };
}
