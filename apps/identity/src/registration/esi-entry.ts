import { instant, type Clock } from '@kyzmat/clock';
import type { Text } from '@kyzmat/web';
import type { EsiClaims } from '../esi/claims.ts';
import type { Credentials } from '../passwords/credentials.ts';
import type { Entry, Person } from '../persons/person.ts';
import type { OwnKey, OwnRoute } from '../persons/own-route.ts';
import type { Persons } from '../persons/store.ts';
import type { Powers } from '../powers/store.ts';
import type { Tell } from '../tell.ts';

interface EsiEntryParts {
  readonly persons: Persons;
  readonly own: OwnRoute;
  readonly credentials: Credentials;
  readonly powers: Powers;
  readonly endSessionsOf: (person: string) => Promise<unknown>;
  readonly tell: Tell;
  readonly clock: Clock;
}
export type EnterThroughEsi = (claims: EsiClaims, language: 'ky' | 'ru') => Promise<Entry>;

/**
 * An entry through ESI, which has proved who the person is. A cabinet that somebody had opened with the same number by
 * themselves is joined only when its phone is the one ESI vouches for, and even then everything that could have been
 * prepared in it by a stranger ends: password, authenticator, recovery codes, sessions, powers. Otherwise it is closed.
 */
export function esiEntry(parts: EsiEntryParts): EnterThroughEsi {
  const { persons, own, powers, credentials } = parts;
  return async (claims, language) => {
    await settlePerson(parts, claims);
    const known = await own.find(`esi:${claims.sub}`);
    await settleEntity(parts, claims, known);
    const entry = await persons.enter(claims, language);
    // Once more: somebody may have registered with this number at this very moment.
    await settlePerson(parts, claims);
    await settleEntity(parts, claims, entry.actor);
    if (claims.phone !== undefined) await credentials.movePhone(entry.actor._id, claims.phone);
    if (entry.subject._id !== entry.actor._id) await powers.saidByEsi(entry.subject, entry.actor);
    return entry;
  };
}

async function settlePerson(parts: EsiEntryParts, { sub, pin, phone }: EsiClaims): Promise<void> {
  if (pin === undefined) return;
  const key: OwnKey = `pin:${pin}`;
  const self = await parts.own.find(key);
  if (self === undefined) return;
  const { assurance } = self.profile;
  const same = assurance === 'qualified' || (phone !== undefined && self.contact.emessageAddress === phone);
  await parts.credentials.remove(self._id);
  await parts.powers.endAllOf(self._id);
  await parts.endSessionsOf(self._id);
  const joined = same && (await parts.own.join(key, `esi:${sub}`));
  if (!joined) await parts.own.close(self, instant(parts.clock));
  await parts.tell(reachOf(self), joined ? news.joined : news.closed);
}

/** A legal entity that its head registered: joined when that head is who ESI names, else closed. */
async function settleEntity(
  parts: EsiEntryParts,
  { organisation }: EsiClaims,
  actor: Person | undefined,
): Promise<void> {
  if (organisation === undefined) return;
  const key: OwnKey = `own-inn:${organisation.inn}`;
  const self = await parts.own.find(key);
  if (self === undefined) return;
  const head = actor && (await parts.powers.standing(self._id, actor._id));
  if (head?.basis === 'head' && (await parts.own.join(key, `inn:${organisation.inn}`))) return;
  await parts.powers.endAllOf(self._id);
  await parts.endSessionsOf(self._id);
  await parts.own.close(self, instant(parts.clock));
  await parts.tell(reachOf(self), news.closed);
}

function reachOf({ contact: { emessageAddress, email, language } }: Person) {
  return { phone: emessageAddress, email: [email], language };
}

const news = {
  joined: {
    title: { ky: 'Кабинетиңиз ESI аркылуу ырасталды', ru: 'Кабинет подтверждён через ЕСИ' },
    body: {
      ky: 'ESI кабинет сиздики экенин ырастады. Коопсуздук үчүн мурунку сырсөз, коддор жана ишеним каттар токтотулду. «Жөндөөлөр» барагынан жаңы сырсөз койсоңуз болот.',
      ru: 'ЕСИ подтвердила, что кабинет ваш. Для безопасности прежний пароль, коды и доверенности отменены. Новый пароль можно задать на странице «Настройки».',
    },
  },
  closed: {
    title: { ky: 'Порталдагы кабинет жабылды', ru: 'Кабинет на портале закрыт' },
    body: {
      ky: 'Бул кабинет ачылган номердин ээси экенин ESI аркылуу башка адам ырастады. Кабинет жабылды. Бул ката деп ойлосоңуз, операторго кайрылыңыз.',
      ru: 'Владельцем номера, на который был открыт кабинет, через ЕСИ подтверждён другой человек. Кабинет закрыт. Если считаете это ошибкой, обратитесь к оператору.',
    },
  },
} satisfies Record<string, { title: Text; body: Text }>;
