/** A part of the account: a page of its own with a text `account.<id>` and one line about it, `account.<id>.about`. */
interface Section {
  readonly id: string;
  readonly href: string;
}

/** The account's parts, in the order people look for them. */
export const sections: readonly Section[] = [
  { id: 'contact', href: '/account/contact' },
  { id: 'consents', href: '/account/consents' },
  { id: 'sign-ins', href: '/account/sign-ins' },
  { id: 'security', href: '/account/security' },
  { id: 'powers', href: '/account/powers' },
  { id: 'my-data', href: '/my-data' },
];
