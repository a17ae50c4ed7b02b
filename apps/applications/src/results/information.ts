import { createHash } from 'node:crypto';
import type { Applications } from '@kyzmat/contracts';
import type { ResultInput } from './draw.ts';
import type { IssuedInformation } from './issued.ts';

type Information = Applications['ResultInformation'];
type Input = Omit<ResultInput, 'signer'>;

/**
 * P573-33b: the result as information from an information system: the data the provider gave, with their source, their
 * time and the law by which they are given. Sealed by its hash in the register, so that anybody can check the file.
 */
export function makeInformation(input: Input): IssuedInformation {
  const { application, service, code, at } = input;
  const { state } = application;
  const { ky, ru } = service.definition.service.title;
  const information = `${JSON.stringify(informationOf(input), undefined, 2)}\n`;
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
