import type { Request } from 'express';
import type { Pages } from '../pages/types.ts';

export type WebAppOptions = {
  readonly pages: Pages;
  /** Served over HTTPS: adds HSTS and `Secure` to the language cookie. */
  readonly https: boolean;
  /** Other origins a form's answer may redirect to (sign-in, payment), e.g. `https://pay.example`. */
  readonly formOrigins?: readonly string[];
  /** Largest form in bytes without files; 500 kB if not given: a Cyrillic letter is posted in six bytes. */
  readonly formLimit?: number;
};

export type ErrorPagesOptions = {
  readonly pages: Pages;
  /** Told of every error that becomes a 500 page, with the reference number shown to the person. */
  readonly onError: (error: unknown, req: Request, reference: string) => void;
  /** Where "sign in again" leads, by the address to come back to. The same page if not given. */
  readonly signInHref?: (returnTo: string) => string;
  readonly homeHref?: string;
  /** Makes the reference number of an error page. */
  readonly reference: () => string;
};
