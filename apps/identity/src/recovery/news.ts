import type { News } from '../tell.ts';
import { whenText } from '../when.ts';

interface Addresses {
  readonly link: string;
  readonly stop: string;
  readonly readyAt: string;
}

/** To every channel: somebody wants a new password; who does not, stops it with one press. */
export function startedNews({ stop, readyAt }: Omit<Addresses, 'link'>): News {
  return {
    title: { ky: 'Кабинетти калыбына келтирүү башталды', ru: 'Начато восстановление доступа' },
    body: {
      ky: `Кабинетиңизге жаңы сырсөз суралды. Ал мына ушул убакка чейин алмашпайт: ${whenText(readyAt, 'ky')}. Бул сиз эмес болсоңуз, токтотуңуз: ${stop}`,
      ru: `Для вашего кабинета запрошен новый пароль. Сменить его можно будет не раньше: ${whenText(readyAt, 'ru')}. Если это не вы, остановите: ${stop}`,
    },
  };
}

export function linkLetter({ link, stop, readyAt }: Addresses): News {
  return {
    title: { ky: 'Кабинетке кирүүнү калыбына келтирүү', ru: 'Восстановление доступа к кабинету' },
    body: {
      ky: `Жаңы сырсөз коюу үчүн бул шилтемени ачыңыз: ${link}\n\nАл мына ушул убактан кийин эки күн, бир жолу иштейт: ${whenText(readyAt, 'ky')}.\n\nТелефонуңуз жаныңызда болсун: код келет.\n\nБул сиз эмес болсоңуз, токтотуңуз: ${stop}`,
      ru: `Чтобы задать новый пароль, откройте эту ссылку: ${link}\n\nОна действует двое суток, один раз, и заработает не раньше: ${whenText(readyAt, 'ru')}.\n\nДержите телефон при себе: на него придёт код.\n\nЕсли это не вы, остановите: ${stop}`,
    },
  };
}
