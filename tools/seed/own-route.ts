import { openBrowser, type Seen } from './browser.ts';

/** Somebody who comes by the portal's own route: with a telephone and a password instead of ESI. Nobody of them exists. */
interface OwnPerson {
  readonly phone: string;
  /** As the page of registration asks for it. */
  readonly fields: Readonly<Record<string, string>>;
  /** The legal entity this person heads. */
  readonly organisation?: Readonly<Record<string, string>>;
}

const people: readonly OwnPerson[] = [
  {
    phone: '+996700000004',
    fields: {
      pin: '11005199200078',
      lastName: 'Үлгүлүева',
      firstName: 'Демо Жаңыл',
      'birthDate.day': '10',
      'birthDate.month': '5',
      'birthDate.year': '1992',
      sex: 'female',
      email: 'zhanyl@example.kg',
    },
  },
  {
    phone: '+996700000005',
    fields: {
      pin: '20708198800091',
      lastName: 'Сыноочуев',
      firstName: 'Демо Эркин',
      'birthDate.day': '7',
      'birthDate.month': '8',
      'birthDate.year': '1988',
      sex: 'male',
      email: 'erkin@example.kg',
    },
    organisation: {
      name: '«Демо Жаңы Жол» ЖЧК',
      inn: '01203201910456',
      'address.region': 'Бишкек шаары',
      'address.district': 'Свердлов району',
      'address.street': 'Демо көчөсү',
      'address.house': '7',
    },
  },
];

interface Doors {
  readonly portal: string;
  readonly sandbox: string;
  readonly password: string;
}

/** Registers them as people do, page by page. Whoever has had the code of a registration on the telephone is there already. */
export async function registerOwnPeople(doors: Doors): Promise<void> {
  for (const person of people) {
    const sent = await messagesTo(doors, person.phone);
    if (!sent.some((text) => registration.test(text))) await register(doors, person);
  }
}

const registration = /каттал[^]*регистрац/u;

async function register(doors: Doors, { phone, fields, organisation }: OwnPerson): Promise<void> {
  const { portal, password } = doors;
  const browser = openBrowser();
  const home = '/account/powers';
  const { url } = await browser.open(`${portal}/sign-in?to=${encodeURIComponent(home)}`);
  const at = `${url.origin}${url.pathname}`;
  await browser.post(`${at}/register`, { ...fields, phone, password });
  const code = /\b\d{6}\b/u.exec((await messagesTo(doors, phone))[0] ?? '')?.[0] ?? '';
  await browser.post(`${at}/register/code`, { code });
  await browser.post(`${at}/own`, { login: fields['pin'] ?? '', password });
  const agreed = { user_agreement: 'yes', personal_data: 'yes' };
  const entered = await browser.post(`${at}/consents`, agreed);
  mustStandAt(entered, home);
  if (organisation === undefined) return;
  const form = await browser.open(`${portal}${home}/organisation`);
  mustStandAt(await browser.post(form.url, organisation, form), home);
}

/** Newest first. */
async function messagesTo({ sandbox }: Doors, phone: string): Promise<readonly string[]> {
  const answer = await fetch(`${sandbox}/phone.json?to=${encodeURIComponent(phone)}`);
  const said: unknown = await answer.json();
  const messages: unknown =
    typeof said === 'object' && said !== null && 'messages' in said ? said.messages : [];
  return Array.isArray(messages) ? messages.map(textOf) : [];
}

function textOf(message: unknown): string {
  return typeof message === 'object' && message !== null && 'text' in message ? String(message.text) : '';
}

function mustStandAt({ status, url }: Seen, path: string): void {
  if (status !== 200 || url.pathname !== path)
    throw new Error(`A demo person came to ${url.pathname} (${status}) instead of ${path}`);
}
