import type { Request } from 'express';

/** Whether the page's script asks: it wants a word to act on, not a page. */
export function isScript(request: Request): boolean {
  return request.get('Sec-Fetch-Mode') === 'cors' || request.accepts(['html', 'json']) === 'json';
}

/** Whether a page is looked at; anything else does something. */
export function isLooking({ method }: Request): boolean {
  return method === 'GET' || method === 'HEAD';
}
