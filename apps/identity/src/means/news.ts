import type { Identity } from '@kyzmat/contracts';
import type { News } from '../tell.ts';
import { whenText } from '../when.ts';

type Kind = Identity['MeansKind'];

const what: Readonly<Record<Kind, { readonly ky: string; readonly ru: string }>> = {
  phone: { ky: 'Кирүү коддору келген телефон', ru: 'Телефон для кодов входа' },
  email: { ky: 'Калыбына келтирүү почтасы', ru: 'Почта для восстановления доступа' },
};

/** To every channel: somebody wants another phone or e-mail; who does not, stops it with one press. */
export function waitingNews(kind: Kind, { stop, readyAt }: { stop: string; readyAt: string }): News {
  const { ky, ru } = what[kind];
  return {
    title: { ky: `${ky} алмашканы жатат`, ru: `${ru}: запрошена замена` },
    body: {
      ky: `Кабинетиңизде «${ky}» башкага алмаштыруу суралды. Ал мына ушул убактан кийин алмашат: ${whenText(readyAt, 'ky')}. Бул сиз эмес болсоңуз, токтотуңуз: ${stop}`,
      ru: `В вашем кабинете запрошена замена: ${ru.toLowerCase()}. Она вступит в силу: ${whenText(readyAt, 'ru')}. Если это не вы, остановите: ${stop}`,
    },
  };
}

const moved = (kind: Kind): News => ({
  title: { ky: `${what[kind].ky} алмашты`, ru: `${what[kind].ru}: замена выполнена` },
  body: {
    ky: `${what[kind].ky} алмашты. Бул сиз эмес болсоңуз, ESI аркылуу кирип, сырсөздү алмаштырыңыз жана операторго билдириңиз.`,
    ru: `Заменено: ${what[kind].ru.toLowerCase()}. Если это не вы, войдите через ЕСИ, смените пароль и сообщите оператору.`,
  },
});
export const movedNews: Readonly<Record<Kind, News>> = { phone: moved('phone'), email: moved('email') };
