import type { Pem } from './types.ts';

const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\s]+)-----END \1-----/;

/** The bytes inside the first PEM block. */
export const pemToDer = (pem: Pem): Uint8Array => {
  const body = BLOCK.exec(pem)?.[2];
  if (body === undefined) throw new TypeError('Not PEM');
  return new Uint8Array(Buffer.from(body, 'base64'));
};

/** Bytes as PEM text. */
export const derToPem = (label: string, der: Uint8Array): Pem => {
  const lines = Buffer.from(der)
    .toString('base64')
    .replaceAll(/.{64}(?=.)/g, '$&\n');
  return `-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`;
};
