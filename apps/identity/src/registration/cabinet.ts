import type { OwnRoute } from '../persons/own-route.ts';
import type { Credentials } from '../passwords/credentials.ts';
import type { Tell } from '../tell.ts';
import type { Throttle } from '../sign-in/throttle.ts';
import type { Registration } from './registrations.ts';

export interface CabinetParts {
  readonly own: OwnRoute;
  readonly credentials: Credentials;
  readonly throttle: Throttle;
  readonly tell: Tell;
}

/**
 * The phone is proved: the person and the means to sign in come into being; the cabinet opens at the first sign-in, with
 * both consents (P573-24). Undefined when the PIN has a cabinet: its owner is told, whoever asked is not.
 */
export async function openOwnCabinet(
  { own, credentials, throttle, tell }: CabinetParts,
  { _id, details, passwordHash, language }: Registration,
): Promise<string | undefined> {
  const { pin, phone, email, profile } = details;
  // First what opens nothing by itself, so that a person never stands there without a way in.
  await credentials.add({
    _id,
    phone,
    passwordHash,
    recoveryCodes: [],
    ...(email === undefined ? {} : { email }),
  });
  const person = await own.open(`pin:${pin}`, {
    id: _id,
    profile,
    contact: {
      language,
      phone,
      emessageAddress: phone,
      channels: email === undefined ? ['emessage'] : ['emessage', 'email'],
      ...(email === undefined ? {} : { email }),
    },
  });
  if (person !== undefined) return person._id;
  await credentials.remove(_id);
  const holder = await own.byPin(pin);
  if (holder === undefined) return undefined;
  const { emessageAddress, email: known } = holder.contact;
  const reach = { phone: emessageAddress, email: [known], language: holder.contact.language };
  // Seldom, and without waiting: neither a flood of messages nor the time of the answer tells a stranger anything.
  const told = throttle
    .first(`told-registered:${holder._id}`)
    .then((first) => (first ? tell(reach, triedAgain) : undefined));
  told.catch(() => undefined);
  return undefined;
}

const triedAgain = {
  title: { ky: 'Сиздин ПИНиңиз менен катталууга аракет болду', ru: 'Попытка регистрации с вашим ПИН' },
  body: {
    ky: 'Кимдир бирөө сиздин ПИНиңиз менен порталга катталууга аракет кылды. Кабинетиңиз бар, ага эч нерсе болгон жок. Өзүңүз болсоңуз: ESI аркылуу же сырсөзүңүз менен кириңиз.',
    ru: 'Кто-то пытался зарегистрироваться на портале с вашим ПИН. У вас уже есть кабинет, с ним ничего не случилось. Если это были вы, войдите через ЕСИ или с паролем.',
  },
};
