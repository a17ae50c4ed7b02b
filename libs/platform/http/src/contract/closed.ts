import { isJson, type Json } from './document.ts';

/**
 * A contract's file in which no object takes members it does not name. Requests are held to it, for a misspelt or
 * smuggled member would otherwise be lost in silence or stored; answers stay open, so that they can grow. An object
 * that is to stay open says `additionalProperties: true`. No contract composes objects by `allOf`.
 */
export function closed(value: Json): Json {
  const inner = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, closeEach(each)]));
  const open =
    value['type'] === 'object' && isJson(value['properties']) && !('additionalProperties' in value);
  return open ? { ...inner, additionalProperties: false } : inner;
}

function closeEach(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closeEach);
  return isJson(value) ? closed(value) : value;
}
