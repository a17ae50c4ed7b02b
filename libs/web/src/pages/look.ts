import type { Look } from './types.ts';
import { withQuery } from './address.ts';

const features = ['large', 'contrast'] as const satisfies readonly (keyof Look)[];

/** As written in the cookie and in `?look=`: the features that are on, `normal` when none is. */
export function readLook(text: string): Look {
  const on = text.split('-');
  return { large: on.includes('large'), contrast: on.includes('contrast') };
}

/** The inverse of readLook. */
export function writeLook(look: Look): string {
  return features.filter((feature) => look[feature]).join('-') || 'normal';
}

type LookLink = { readonly feature: keyof Look; readonly on: boolean; readonly href: string };

/** For each feature, the same page with it turned the other way. */
export function lookLinks(look: Look, url: string): LookLink[] {
  return features.map((feature) => {
    const turned = { ...look, [feature]: !look[feature] };
    return { feature, on: look[feature], href: withQuery(url, 'look', writeLook(turned)) };
  });
}
