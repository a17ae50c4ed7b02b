import { wrongCode, type Mend } from '../codes/mends.ts';
import type { Seal } from '../keys/sealed.ts';
import type { Credentials } from '../passwords/credentials.ts';
import type { Persons } from '../persons/store.ts';
import type { Tell } from '../tell.ts';
import { isRecoveryCode, recoveryHash, wrongRecoveryCode } from '../totp/recovery-codes.ts';
import { stepOf } from '../totp/totp.ts';
import type { Throttle } from './throttle.ts';

export interface AuthenticatorParts {
  readonly credentials: Credentials;
  readonly seal: Seal;
  readonly throttle: Throttle;
  readonly tell: Tell;
  readonly persons: Persons;
}

/** The code of the authenticator, each once; or a recovery code, of which the person is told. */
export async function authenticatorRefusal(
  { credentials, seal, throttle, tell, persons }: AuthenticatorParts,
  { person, tries }: { readonly person: string; readonly tries: string },
  typed: string,
): Promise<Mend | undefined> {
  await throttle.count(`totp:${tries}`);
  const credential = await credentials.find(person);
  if (credential?.totp === undefined) return wrongCode;
  if (isRecoveryCode(typed)) {
    if (!(await credentials.useRecoveryCode(person, recoveryHash(person, typed)))) return wrongRecoveryCode;
    const { contact } = await persons.get(person);
    await tell(
      { phone: credential.phone, email: [credential.email, contact.email], language: contact.language },
      recoveryCodeUsed,
    );
    return undefined;
  }
  const step = stepOf(seal.open(credential.totp.sealed), typed.replaceAll(/\s/g, ''), Date.now());
  if (step === undefined) return wrongTotp;
  return (await credentials.useStep(person, step)) ? undefined : usedTotp;
}

const wrongTotp: Mend = {
  what: wrongCode.what,
  mend: {
    ky: 'Колдонмодо азыр турган алты санды териңиз.',
    ru: 'Наберите шесть цифр, которые приложение показывает сейчас.',
    en: 'Type the six digits the app shows now.',
  },
};
const usedTotp: Mend = {
  what: {
    ky: 'Бул код колдонулган.',
    ru: 'Этот код уже использован.',
    en: 'This code has been used.',
  },
  mend: {
    ky: 'Колдонмодо жаңы код чыкканча бир аз күтүп, ошону териңиз.',
    ru: 'Дождитесь следующего кода в приложении и введите его.',
    en: 'Wait for the next code of the app and type that.',
  },
};
const recoveryCodeUsed = {
  title: { ky: 'Калыбына келтирүү коду колдонулду', ru: 'Использован код восстановления' },
  body: {
    ky: 'Кабинетиңизге калыбына келтирүү коду менен киришти. Сиз болбосоңуз, ESI аркылуу кирип, сырсөздү алмаштырыңыз жана бардык кирүүлөрдү жабыңыз.',
    ru: 'В ваш кабинет вошли с кодом восстановления. Если это не вы, войдите через ЕСИ, смените пароль и завершите все входы.',
  },
};
