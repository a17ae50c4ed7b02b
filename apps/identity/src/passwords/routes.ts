import type { Caller } from '@kyzmat/auth';
import type { Identity, IdentityApi } from '@kyzmat/contracts';
import { notFound, Problem } from '@kyzmat/http';
import { created, noContent, type ContractRoutes } from '@kyzmat/kit';
import type { Text } from '@kyzmat/web';
import { masked, type Codes } from '../codes/codes.ts';
import type { MeansChange, MeansChanges } from '../means/changes.ts';
import type { Persons } from '../persons/store.ts';
import type { Person } from '../persons/person.ts';
import { faultFor } from '../recovery/finish.ts';
import type { Recoveries } from '../recovery/recoveries.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { Throttle } from '../sign-in/throttle.ts';
import type { Tell } from '../tell.ts';
import type { Credential, Credentials } from './credentials.ts';
import { hashPassword, isPassword } from './password.ts';

interface PasswordParts {
  readonly persons: Persons;
  readonly credentials: Credentials;
  readonly codes: Codes;
  readonly throttle: Throttle;
  readonly sessions: Sessions;
  readonly recoveries: Recoveries;
  readonly changes: MeansChanges;
  readonly tell: Tell;
}

/** So long after an entry through ESI a password can be set without the former one. */
const lately = 15 * 60_000;
const codeText =
  'Кызмат: сырсөз коюу коду / код для установки пароля {code}. 5 мүнөт / минут. Аны эч кимге айтпаңыз / никому не сообщайте.';

/** A person's own means to sign in; nobody else's doing, and never that of who acts for them. */
export function passwordRoutes(routes: ContractRoutes<IdentityApi>, parts: PasswordParts): void {
  const { persons, credentials, codes, sessions, recoveries, changes, tell } = parts;

  routes.get('/persons/{id}/security', async ({ caller, params }) => {
    mustBeActor(caller, params.id);
    const [person, credential, recovery, change] = await Promise.all([
      persons.get(params.id),
      credentials.find(params.id),
      recoveries.waitingOf(params.id),
      changes.waitingOf(params.id),
    ]);
    // Asked with a password that is none any more: nothing comes of it.
    const waits = change?.passwordHash === credential?.passwordHash ? change : undefined;
    return securityOf(person, credential, { recoveryUntil: recovery?.readyAt, change: waits });
  });

  routes.post('/persons/{id}/password-codes', async ({ caller, params }) => {
    mustBeActor(caller, params.id);
    const { contact, ...person } = await persons.get(params.id);
    if (!provedLately(person) || contact.emessageAddress === undefined) throw problems.proveFirst();
    const to = contact.emessageAddress;
    const sent = await codes.send({ person: params.id, to, purpose: 'password', text: codeText });
    return created({ ...sent, expiresAt: sent.expiresAt.toISOString() });
  });

  routes.put('/persons/{id}/password', async ({ caller, params, body }) => {
    mustBeActor(caller, params.id);
    const [person, credential] = await Promise.all([persons.get(params.id), credentials.find(params.id)]);
    if (body.former === undefined) await mustHaveProved(parts, person, body);
    else await mustKnow(parts, params.id, credential, body.former, 'former');
    const fault = await faultFor(parts, params.id, body.password);
    if (fault !== undefined) {
      throw new Problem(422, `password_${fault.code}`, undefined, { ...fault, field: 'password' });
    }
    const passwordHash = await hashPassword(body.password);
    if (credential === undefined) await openOwn(parts, person, passwordHash);
    else await credentials.setPassword(params.id, passwordHash);
    await sessions.endAllOf(params.id, caller.session);
    const { emessageAddress: phone, email, language } = person.contact;
    await tell({ phone, email: [credential?.email, email], language }, passwordSet);
    return noContent;
  });

  routes.delete('/persons/{id}/recovery', async ({ caller, params }) => {
    mustBeActor(caller, params.id);
    if (!(await recoveries.stop(params.id))) throw notFound('No recovery is under way.');
    return noContent;
  });
}

/** @throws Problem not_found for everybody but the natural person who acts. */
export function mustBeActor(caller: Caller, id: string): void {
  if (caller.role !== 'user' || caller.actor !== id) throw notFound('No such person.');
}

/** @throws Problem wrong_password (422), too_many_tries (429) */
export async function mustKnow(
  { throttle }: Pick<PasswordParts, 'throttle'>,
  person: string,
  credential: Credential | undefined,
  password: string,
  field = 'password',
): Promise<Credential> {
  await throttle.count(`password:${person}`);
  const right = await isPassword(password, credential?.passwordHash);
  if (credential === undefined || !right) throw problems.wrongPassword(field);
  await throttle.clear(`password:${person}`);
  return credential;
}

async function mustHaveProved(
  { codes }: PasswordParts,
  person: Person,
  { codeId, code }: Identity['PasswordChange'],
): Promise<void> {
  if (!provedLately(person)) throw problems.proveFirst();
  const { purpose } = await codes.redeem(codeId ?? '', person._id, (code ?? '').replaceAll(/\D/g, ''));
  if (purpose !== 'password') throw problems.proveFirst();
}

/** Codes of the own route go where ESI says, from now on by a password too. */
async function openOwn(
  { credentials }: PasswordParts,
  { _id, contact }: Person,
  passwordHash: string,
): Promise<void> {
  const { emessageAddress: phone, email } = contact;
  if (phone === undefined) throw problems.proveFirst();
  await credentials.open(_id, { phone, passwordHash, ...(email === undefined ? {} : { email }) });
}

/** ESI has proved a short while ago who this is. */
export function provedLately({ esiAt }: Pick<Person, 'esiAt'>): boolean {
  return esiAt !== undefined && Date.now() - esiAt.getTime() < lately;
}

function securityOf(
  person: Person,
  credential: Credential | undefined,
  { recoveryUntil, change }: { recoveryUntil: string | undefined; change: MeansChange | undefined },
): Identity['Security'] {
  const email = credential?.email ?? person.contact.email;
  return {
    assurance: person.profile.assurance ?? 'esi',
    phone: masked(credential?.phone ?? person.contact.emessageAddress ?? ''),
    password: credential !== undefined,
    provedLately: provedLately(person),
    totp: credential?.totp !== undefined,
    recoveryCodesLeft: credential?.recoveryCodes.length ?? 0,
    ...(email === undefined ? {} : { email: masked(email) }),
    ...(recoveryUntil === undefined ? {} : { recoveryUntil }),
    ...(change === undefined ? {} : { change: changeView(change) }),
  };
}

function changeView({
  kind,
  address,
  readyAt = '',
}: MeansChange): NonNullable<Identity['Security']['change']> {
  return { kind, address: masked(address), readyAt };
}

const problems = {
  wrongPassword: (field: string) =>
    new Problem(422, 'wrong_password', undefined, {
      field,
      what: { ky: 'Сырсөз туура эмес.', ru: 'Пароль не подходит.', en: 'The password is not right.' },
      mend: {
        ky: 'Азыркы сырсөзүңүздү кайра териңиз.',
        ru: 'Введите нынешний пароль ещё раз.',
        en: 'Type your present password again.',
      },
    }),
  proveFirst: () => new Problem(403, 'prove_first', undefined, { message: proveFirst }),
};
const proveFirst: Text = {
  ky: 'Адегенде ESI аркылуу кайра кириңиз: андан кийин он беш мүнөттүн ичинде сырсөз коё аласыз.',
  ru: 'Сначала войдите через ЕСИ: после этого пароль можно задать в течение пятнадцати минут.',
  en: 'Sign in with ESI first: for fifteen minutes after that you can set a password.',
};
const passwordSet = {
  title: { ky: 'Порталдагы сырсөз коюлду', ru: 'На портале задан пароль' },
  body: {
    ky: 'Кабинетиңизге жаңы сырсөз коюлду, башка кирүүлөр жабылды. Сиз болбосоңуз, ESI аркылуу кирип, аны алмаштырыңыз.',
    ru: 'Для вашего кабинета задан новый пароль, остальные входы завершены. Если это не вы, войдите через ЕСИ и смените его.',
  },
};
