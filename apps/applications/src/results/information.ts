import { createHash } from 'node:crypto';
import type { Applications } from '@kyzmat/contracts';
import { canonicalJson } from '@kyzmat/forms';
import type { ResultInput } from './draw.ts';
import type { IssuedInformation } from './issued.ts';

type Information = Applications['ResultInformation'];
type Input = Omit<ResultInput, 'signer'>;

/** Puts the portal's seal under content: CMS, detached. */
type Seal = (content: Uint8Array) => Promise<Uint8Array>;

/**
 * P573-33b: the result as information from an information system: the data the provider gave, with their source, their
 * time and the law by which they are given. Under the data stands the portal's seal, and the register has the hash of the
 * file: anybody can check it here, and anywhere else where the portal's authority is trusted.
 */
export async function makeInformation(input: Input, seal: Seal): Promise<IssuedInformation> {
  const { application, service, code, at } = input;
  const { state } = application;
  const { ky, ru } = service.definition.service.title;
  const content = informationOf(input);
  const value = Buffer.from(await seal(sealedBytes(content))).toString('base64');
  const whole: Information = { ...content, signature: { format: 'cades-b-over-rfc8785', value } };
  const information = `${JSON.stringify(whole, undefined, 2)}\n`;
  return {
    _id: state.id,
    code,
    sha256: createHash('sha256').update(information).digest('hex'),
    issuedAt: at,
    reference: state.reference,
    serviceTitle: { ky, ru },
    providerName: service.providerName,
    source: sourceOf(input),
    information,
  };
}

function sealedBytes(content: unknown): Uint8Array {
  return Buffer.from(canonicalJson(content));
}

/** A file of information taken apart: the code it says it has, the bytes under the seal, and the seal. */
export interface ReadInformation {
  readonly code: string;
  readonly content: Uint8Array;
  readonly seal: Uint8Array;
}

/** Undefined for what is no file of information. What has no seal, or none that can be read, has an empty one. */
export function readInformation(file: Uint8Array): ReadInformation | undefined {
  const said = parsed(file);
  if (typeof said !== 'object' || said === null || !('code' in said)) return undefined;
  if (typeof said.code !== 'string') return undefined;
  const { signature, ...content } = { signature: '', ...said };
  return { code: said.code, content: sealedBytes(content), seal: sealIn(signature) };
}

function sealIn(signature: unknown): Uint8Array {
  const has = typeof signature === 'object' && signature !== null && 'value' in signature;
  return Buffer.from(has && typeof signature.value === 'string' ? signature.value : '', 'base64');
}

function parsed(file: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(file).toString());
  } catch {
    return undefined;
  }
}

function informationOf(input: Input): Information {
  const { application, service, decision, code, at, verifyUrl } = input;
  const { state, content, history } = application;
  const { title, informationBasis } = service.definition.service;
  if (informationBasis === undefined) throw new TypeError('Information is offered by law only');
  const { name, kind, identifier } = content.applicant;
  return {
    schema: 'kyzmat.result-information',
    schemaVersion: 1,
    code,
    verifyAt: `${verifyUrl}/${code}`,
    reference: state.reference,
    service: { code: state.serviceCode, version: state.serviceVersion, title },
    provider: service.providerName,
    source: sourceOf(input),
    basis: informationBasis,
    givenAt: history.findLast(({ type }) => type === 'approved')?.at ?? at,
    issuedAt: at,
    subject: { name, kind, identifier },
    values: { ...decision },
    data: inWords(input),
  };
}

/** The data in both languages, field by field. */
function inWords({ service: { decisionForm }, decision }: Input): Information['data'] {
  const rows = (lang: 'ky' | 'ru') => decisionForm.describe(decision, lang).flatMap((page) => page.rows);
  const russian = new Map(rows('ru').map((row) => [row.fieldId, row]));
  return rows('ky').map(({ fieldId, label, text }) => {
    const ru = russian.get(fieldId);
    return {
      field: fieldId,
      label: { ky: label, ru: ru?.label ?? label },
      text: { ky: text, ru: ru?.text ?? text },
    };
  });
}

function sourceOf({ service }: Input): IssuedInformation['source'] {
  return service.definition.service.informationSource ?? service.providerName;
}
