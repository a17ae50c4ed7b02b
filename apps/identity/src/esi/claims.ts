import type { Identity } from '@kyzmat/contracts';

type Address = Identity['Address'];

/** What ESI says of the person who signed in, in our words. */
export interface EsiClaims {
  readonly sub: string;
  readonly displayName: string;
  readonly pin?: string;
  readonly lastName?: string;
  readonly firstName?: string;
  readonly patronymic?: string;
  readonly birthDate?: string;
  readonly sex?: 'female' | 'male';
  readonly phone?: string;
  readonly email?: string;
  readonly address?: Address;
  /** When the person acts for a legal entity. */
  readonly organisation?: { name: string; inn: string; address?: Address; headName?: string };
}

/** Reads the claims of an ID token; what is missing or of another kind is left out. Throws TypeError without a subject. */
export function parseEsiClaims(raw: Readonly<Record<string, unknown>>): EsiClaims {
  const text = (name: string): string | undefined => textOf(raw[name]);
  const sub = text('sub');
  if (sub === undefined) throw new TypeError('ESI named no subject');
  const names = [text('family_name'), text('given_name'), text('middle_name')];
  return withoutUndefined({
    sub,
    displayName: text('name') ?? names.filter((name) => name !== undefined).join(' '),
    pin: text('pin'),
    lastName: text('family_name'),
    firstName: text('given_name'),
    patronymic: text('middle_name'),
    birthDate: text('birthdate'),
    sex: sexOf(raw['gender']),
    phone: text('phone_number'),
    email: text('email'),
    address: addressOf(raw['address']),
    organisation: organisationOf(raw['organisation']),
  });
}

type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};
function withoutUndefined<T extends object>(value: T): Defined<T>;
function withoutUndefined(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined));
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function sexOf(value: unknown): 'female' | 'male' | undefined {
  return value === 'female' || value === 'male' ? value : undefined;
}

function addressOf(value: unknown): Address | undefined {
  if (!isObject(value)) return undefined;
  return withoutUndefined({
    region: textOf(value['region']),
    district: textOf(value['district']),
    settlement: textOf(value['settlement']),
    street: textOf(value['street']),
    house: textOf(value['house']),
    flat: textOf(value['flat']),
  });
}

function organisationOf(value: unknown): EsiClaims['organisation'] {
  if (!isObject(value)) return undefined;
  const [name, inn] = [textOf(value['name']), textOf(value['inn'])];
  if (name === undefined || inn === undefined) return undefined;
  return withoutUndefined({
    name,
    inn,
    address: addressOf(value['address']),
    headName: textOf(value['headName']),
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
