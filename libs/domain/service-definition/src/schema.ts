import { serviceGroups } from './groups.ts';

/** The shape of service.yaml and result.yaml, as JSON Schema. Fields are left to the check of forms. */

const words = { type: 'string', pattern: '\\S', maxLength: 5000 };
const text = { $ref: '#/definitions/text' };
const texts = { type: 'array', minItems: 1, items: text };
const id = { type: 'string', pattern: '^[a-z][a-z0-9-]{0,59}$' };
const amount = { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER };
const searchWords = { type: 'array', minItems: 1, items: words };

function record(properties: object, optional: readonly string[] = []): object {
  return {
    type: 'object',
    additionalProperties: false,
    required: Object.keys(properties).filter((name) => !optional.includes(name)),
    properties,
  };
}

function some(values: readonly string[]): object {
  return { type: 'array', minItems: 1, uniqueItems: true, items: { enum: values } };
}

const service = record(
  {
    code: id,
    version: { type: 'integer', minimum: 1 },
    demo: { type: 'boolean' },
    kind: { enum: ['state', 'municipal', 'extra'] },
    provider: id,
    group: { enum: Object.keys(serviceGroups) },
    title: { $ref: '#/definitions/visitorText' },
    summary: { $ref: '#/definitions/visitorText' },
    description: text,
    whoCanGet: text,
    whatYouGet: text,
    applicantKinds: some(['natural', 'legal']),
    steps: {
      type: 'array',
      minItems: 1,
      items: record({ who: { enum: ['applicant', 'portal', 'provider'] }, text }),
    },
    documents: texts,
    price: record({
      totalTyiyn: amount,
      split: { type: 'array', items: record({ receiver: text, amountTyiyn: amount }) },
    }),
    term: record({
      count: { type: 'integer', minimum: 1, maximum: 1000 },
      unit: { enum: ['working_days', 'calendar_days', 'hours'] },
    }),
    termBasis: text,
    informing: some(['cabinet', 'emessage', 'email']),
    legalBasis: texts,
    signatureLevel: { enum: ['simple', 'qualified'] },
    signatureBasis: text,
    identityFrom: some(['esi', 'qualified']),
    identityBasis: text,
    appearanceRequired: { type: 'boolean' },
    appearanceBasis: text,
    appearancePlace: text,
    resultForms: some(['signed_document', 'information']),
    informationBasis: text,
    informationSource: text,
    refundOnProvisionRefusal: { type: 'boolean' },
    refusalGrounds: { type: 'array', minItems: 1, items: record({ id, text }) },
    paperBasis: text,
    intake: { enum: ['edms', 'automated'] },
    searchWords: record({ ky: searchWords, ru: searchWords, latin: searchWords }),
    stateSecrets: { type: 'boolean' },
    appeal: text,
    appealTerms: {
      type: 'array',
      minItems: 1,
      items: record({
        where: text,
        count: { type: 'integer', minimum: 1, maximum: 1000 },
        unit: { enum: ['working_days', 'calendar_days', 'months'] },
        law: text,
      }),
    },
  },
  [
    'demo',
    'signatureBasis',
    'identityFrom',
    'identityBasis',
    'appearanceBasis',
    'appearancePlace',
    'informationBasis',
    'informationSource',
    'paperBasis',
    'appealTerms',
  ],
);

const result = record({
  title: text,
  paragraphs: {
    type: 'array',
    minItems: 1,
    items: record({ text, showWhen: { type: 'string', minLength: 1 } }, ['showWhen']),
  },
  fields: { type: 'array', items: record({ label: text, value: { type: 'string', minLength: 1 } }) },
  decisionFields: { type: 'array', minItems: 1, items: { type: 'object' } },
  signerPost: text,
});

export const serviceSchema = {
  ...record({ service, form: { type: 'object' }, result }),
  definitions: {
    text: record({ ky: words, ru: words, en: words }, ['en']),
    visitorText: record({ ky: words, ru: words, en: words }),
  },
};
