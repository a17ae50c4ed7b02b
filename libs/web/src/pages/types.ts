import type { Response } from 'express';
import type { Lang, Text, TextBook, Translate } from '../texts/texts.ts';

/** What a template is given; its names are variables of the template. */
export type View = Readonly<Record<string, unknown>>;

export type Link = {
  readonly text: string;
  readonly href: string;
  /** Marks the section the page is in. */
  readonly current?: boolean;
  /** A button that posts (with the form token) instead of a link: signing out changes state. */
  readonly post?: boolean;
};

/** A formatter usable in templates as a filter: `{{ fee | money }}`. It gets the value and the filter's arguments. */
export type Format = (value: unknown, ...args: readonly unknown[]) => string;

/** What the person turned on for all pages (WCAG 1.4.4, 1.4.6). */
export type Look = {
  readonly large: boolean;
  readonly contrast: boolean;
};

/** What surrounds the content of a page: the same for all pages of one request. */
export type Frame = {
  readonly lang: Lang;
  readonly look?: Look;
  /** Address of the page with its query, for the switches of language and look. */
  readonly url: string;
  /** Navigation of the header. */
  readonly navigation: readonly Link[];
  /** Who is signed in, with the links of the account (the last one is usually "sign out"). */
  readonly account?: { readonly name: string; readonly links: readonly Link[] };
  /** Token for the hidden field of forms (`csrf-sync` or another). */
  readonly csrfToken?: string;
  /** A sentence on top of every page, such as planned works. */
  readonly announcement?: string;
};

export type PagesOptions = {
  /** Folders of the app's own templates; they may extend `layout.njk` and import `components.njk` of this library. */
  readonly templateDirs: readonly string[];
  /** The app's own texts; keys of this library (`web.*`) are always there. */
  readonly texts: TextBook;
  /** `portal` and `identity` are for citizens, `desk` is dense, `sandbox` is marked as a stand-in on every page. */
  readonly kind: 'portal' | 'identity' | 'desk' | 'sandbox';
  /** Beside the name Кызмат: which part this is. For a stand-in: what it stands for. */
  readonly name?: Text;
  /** Where the mark leads; `/` if not given. */
  readonly homeHref?: string;
  /** Languages offered; English is for visitors and only where the app's texts have it. Kyrgyz and Russian if not given. */
  readonly languages?: readonly Lang[];
  /** Says in the footer that this is a demonstration and no real data belong here. */
  readonly demo?: boolean;
  /** Links of the footer, by language: accessibility, contacts. */
  readonly footerLinks?: (lang: Lang) => readonly Link[];
  /** Formatters by language (money, dates): they become filters of the templates. */
  readonly formats?: (lang: Lang) => Readonly<Record<string, Format>>;
  /** Read templates and styles again at each page: for a person changing them. */
  readonly devReload?: boolean;
};

export type Pages = {
  /** HTML of a page or of a piece of one. */
  readonly html: (template: string, view: View, frame: Frame) => string;
  /** Sends a page for this request; its frame is taken from the response (see `webApp` and `setFrame`). */
  readonly render: (res: Response, template: string, view?: View, status?: number) => void;
  readonly languages: readonly Lang[];
  /** Texts of this library and the app in one language. */
  readonly t: (lang: Lang) => Translate;
  readonly texts: TextBook;
};
