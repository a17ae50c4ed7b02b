import { formatSom } from '@kyzmat/money';
import { serviceGroups, type ServiceDefinition } from '@kyzmat/service-definition';
import { pickText, type Text } from '@kyzmat/web';
import { partNames, valueWords } from './names.ts';

type Reader = 'ky' | 'ru';

/** One place of a service that a change touches, in words: what it is called, what it said, what it will say. */
export interface Place {
  readonly name: string;
  /** Absent where there was nothing. */
  readonly before?: string;
  /** Absent where nothing will be. */
  readonly after?: string;
  /** The language it is written in, where it is not the reader's. */
  readonly lang?: string;
}

type Said = Pick<Place, 'name' | 'lang'> & { readonly value: string };
type Saying = Map<string, Said>;

/** Every place that differs, in the order of the service; for a new service, all of it (P573-17c). */
export function placesOf(
  before: ServiceDefinition | undefined,
  after: ServiceDefinition,
  reader: Reader,
): Place[] {
  const [old, now] = [
    before === undefined ? new Map<string, Said>() : said(before, reader),
    said(after, reader),
  ];
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)];
    const known = is ?? was;
    if (known === undefined || was?.value === is?.value) return [];
    return [
      {
        name: known.name,
        ...(known.lang === undefined ? {} : { lang: known.lang }),
        ...(was === undefined ? {} : { before: was.value }),
        ...(is === undefined ? {} : { after: is.value }),
      },
    ];
  });
}

/** Numbers of versions and ids follow from publication and from their place. */
const unsaid: ReadonlySet<string> = new Set(['version', 'id']);

/** All that a service says, leaf by leaf, each under the names of what it stands in. */
function said({ service, form, result }: ServiceDefinition, reader: Reader): Saying {
  const all: Saying = new Map();
  const add = (key: string, names: readonly string[], value: string, lang?: string): void => {
    all.set(key, { name: names.join(' › '), value, ...(lang === undefined ? {} : { lang }) });
  };
  const visit = (value: unknown, key: string, names: readonly string[], part: string): void => {
    if (value === undefined || value === null) return;
    if (Array.isArray(value)) {
      list(value, key, names, part);
      return;
    }
    if (typeof value !== 'object') {
      add(key, names, worded(value, part, reader));
      return;
    }
    const language = isText(value);
    for (const [name, inner] of Object.entries(value)) {
      if (unsaid.has(name)) continue;
      const own = [...names, nameOf(name, reader)];
      if (language && typeof inner === 'string') add(`${key}/${name}`, own, inner, name);
      else visit(inner, `${key}/${name}`, own, name);
    }
  };
  const list = (items: readonly unknown[], key: string, names: readonly string[], part: string): void => {
    if (items.every((item) => typeof item !== 'object')) {
      add(key, names, items.map((item) => worded(item, part, reader)).join(', '));
      return;
    }
    for (const [n, item] of items.entries()) {
      const [id, title] = [idOf(item) ?? n, titleOf(item, reader) ?? `${n + 1}`];
      visit(item, `${key}/${id}`, [...names.slice(0, -1), `${names.at(-1) ?? ''} ${title}`.trim()], part);
    }
  };
  visit(service, '', [], '');
  visit(form, '/form', [nameOf('form', reader)], 'form');
  visit(result, '/result', [nameOf('result', reader)], 'result');
  return all;
}

const nameOf = (part: string, reader: Reader): string => pickText(partNames[part] ?? part, reader);

function worded(value: unknown, part: string, reader: Reader): string {
  if (part.endsWith('Tyiyn') && typeof value === 'number') return formatSom(value, reader);
  const words = part === 'group' ? serviceGroups[String(value)] : valueWords[String(value)];
  return words === undefined ? String(value) : pickText(words, reader);
}

function isText(value: object): value is Text {
  return 'ky' in value && 'ru' in value && typeof value.ky === 'string' && typeof value.ru === 'string';
}

function idOf(item: unknown): string | undefined {
  return typeof item === 'object' && item !== null && 'id' in item ? String(item.id) : undefined;
}

/** What people know it by: its own title or question. */
function titleOf(item: unknown, reader: Reader): string | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const own = 'title' in item ? item.title : 'label' in item ? item.label : undefined;
  return typeof own === 'object' && own !== null && isText(own) ? `«${pickText(own, reader)}»` : undefined;
}
