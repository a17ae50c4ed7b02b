/** A platform as far as its sandbox. */
interface Outside {
  readonly urls: { readonly sandbox: string };
}

/** Texts on a telephone of the sandbox, newest first. */
export async function messagesOn(world: Outside, phone: string): Promise<string[]> {
  return texts(`${world.urls.sandbox}/phone.json?to=${encodeURIComponent(phone)}`, 'messages', 'text');
}

/** Subjects of the letters in a post box of the sandbox, newest first. */
export async function letters(world: Outside, address: string): Promise<string[]> {
  return texts(`${world.urls.sandbox}/mail.json?to=${encodeURIComponent(address)}`, 'letters', 'subject');
}

/** The newest one-time code on a telephone. */
export async function codeOn(world: Outside, phone: string): Promise<string> {
  for (const text of await messagesOn(world, phone)) {
    const code = /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0];
    if (code !== undefined && text.includes('код')) return code;
  }
  throw new Error(`No code on ${phone}`);
}

async function texts(url: string, list: string, member: string): Promise<string[]> {
  const body: unknown = await (await fetch(url)).json();
  const items = memberOf(body, list);
  return Array.isArray(items) ? items.map((item) => String(memberOf(item, member))) : [];
}

export function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined;
}
