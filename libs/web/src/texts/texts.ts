/** A language of the pages. Kyrgyz and Russian are complete (`P573-7`); English is there for visitors where written. */
export type Lang = 'ky' | 'ru' | 'en';

/** Every language there is, Kyrgyz first. */
export const languages = ['ky', 'ru', 'en'] as const satisfies readonly Lang[];

/** Forms of a word by number, as `Intl.PluralRules` names them; `other` is always there. */
export type Plural = {
  readonly one?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
};

/** A text for people. English may be missing: a visitor then reads Russian. */
export type Text = { readonly ky: string; readonly ru: string; readonly en?: string };

/** A text of a page: plain, or with forms by the parameter `count`. `{name}` is a place for a parameter. */
export type TextEntry = {
  readonly ky: string | Plural;
  readonly ru: string | Plural;
  readonly en?: string | Plural;
};

/** The texts of an area or an app by key, `area.what`. */
export type TextBook = Readonly<Record<string, TextEntry>>;

export type TextParams = Readonly<Record<string, string | number>>;

/** Finds a text by key in one language and fills in its parameters. Throws on an unknown key. */
export type Translate = (key: string, params?: TextParams) => string;
