import type { Credentials } from '../passwords/credentials.ts';
import { hashPassword } from '../passwords/password.ts';
import { guessableOf, passwordFault, type PasswordFault } from '../passwords/policy.ts';
import type { Persons } from '../persons/store.ts';
import type { Tell } from '../tell.ts';

export interface FinishParts {
  readonly persons: Persons;
  readonly credentials: Credentials;
  readonly endSessionsOf: (person: string) => Promise<unknown>;
  readonly tell: Tell;
}

/** Why this password will not do for this person. */
export async function faultFor(
  { persons }: Pick<FinishParts, 'persons'>,
  person: string,
  password: string,
): Promise<PasswordFault | undefined> {
  const { profile, contact } = await persons.get(person);
  return passwordFault(
    password,
    guessableOf({
      ...(profile.pin === undefined ? {} : { pin: profile.pin }),
      ...(contact.emessageAddress === undefined ? {} : { phone: contact.emessageAddress }),
    }),
  );
}

/** A new password after a recovery: nothing of the former means works, every session ends, every channel says so. */
export async function renewPassword(parts: FinishParts, person: string, password: string): Promise<void> {
  const { persons, credentials, endSessionsOf, tell } = parts;
  await credentials.renew(person, await hashPassword(password));
  await endSessionsOf(person);
  const [{ contact }, credential] = await Promise.all([persons.get(person), credentials.find(person)]);
  const reach = {
    phone: contact.emessageAddress,
    email: [credential?.email, contact.email],
    language: contact.language,
  };
  await tell(reach, changed);
}

const changed = {
  title: { ky: 'Порталдагы сырсөз алмашты', ru: 'Пароль на портале изменён' },
  body: {
    ky: 'Кабинетке кирүү калыбына келтирилди: сырсөз алмашты, бардык кирүүлөр жабылды, колдонмонун коддору токтоду. Сиз болбосоңуз, ESI аркылуу кирип, сырсөздү кайра алмаштырыңыз жана операторго билдириңиз.',
    ru: 'Доступ к кабинету восстановлен: пароль изменён, все входы завершены, коды из приложения отключены. Если это не вы, войдите через ЕСИ, смените пароль и сообщите оператору.',
  },
};
