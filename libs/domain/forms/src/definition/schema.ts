/** The shape of a form definition, as JSON Schema. What a shape cannot say is in `meaning.ts`. */

const count = { type: 'integer', minimum: 0 };
const amount = { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER };
const text = { $ref: '#/definitions/text' };
const feel = { type: 'string', minLength: 1, maxLength: 1000 };
const id = { type: 'string', pattern: '^[a-z][A-Za-z0-9]{0,59}$' };
const ruleId = { type: 'string', pattern: '^[a-z][a-z0-9-]{0,59}$' };

const profilePaths = [
  'pin',
  'inn',
  'lastName',
  'firstName',
  'patronymic',
  'birthDate',
  'sex',
  'phone',
  'email',
  'address',
  'organisation.name',
  'organisation.inn',
  'organisation.address',
  'organisation.headName',
];

const common = {
  id,
  label: text,
  hint: text,
  required: { type: 'boolean' },
  showWhen: feel,
  autofill: { enum: profilePaths },
};

const options = {
  type: 'array',
  minItems: 2,
  maxItems: 300,
  items: {
    type: 'object',
    required: ['id', 'label'],
    additionalProperties: false,
    properties: {
      id: { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9-]{0,59}$' },
      label: text,
      hint: text,
    },
  },
};

function field(type: string, properties: object = {}, required: readonly string[] = []): object {
  return {
    type: 'object',
    required: ['id', 'type', 'label', ...required],
    additionalProperties: false,
    properties: { ...common, type: { const: type }, ...properties },
  };
}

const lengths = { minLength: count, maxLength: { type: 'integer', minimum: 1, maximum: 20_000 } };

const plainFields = [
  field('text', { ...lengths, mask: { type: 'string', minLength: 1, maxLength: 60 } }),
  field('longText', lengths),
  field('number', {
    min: { type: 'number' },
    max: { type: 'number' },
    decimals: { type: 'integer', minimum: 0, maximum: 6 },
    unit: text,
  }),
  field('money', { min: amount, max: amount }),
  field('date', { min: feel, max: feel }),
  field('choice', { options }, ['options']),
  field('several', { options, min: count, max: count }, ['options']),
  field('yesNo'),
  field('pin'),
  field('inn', { begins: { type: 'string', pattern: '^[0-9]{1,3}$' }, datePart: { type: 'boolean' } }),
  field('phone'),
  field('email'),
  field('address'),
  field(
    'file',
    {
      types: {
        type: 'array',
        minItems: 1,
        items: { type: 'string', pattern: '^[a-z]+/[a-z0-9.+-]+$' },
      },
      maxSize: { type: 'integer', minimum: 1 },
    },
    ['types', 'maxSize'],
  ),
];

const groupField = field(
  'group',
  {
    rowLabel: text,
    minRows: count,
    maxRows: { type: 'integer', minimum: 1, maximum: 100 },
    fields: { type: 'array', minItems: 1, items: { $ref: '#/definitions/plainField' } },
  },
  ['rowLabel', 'fields'],
);

function oneOfTypes(fields: readonly object[]): object {
  return { type: 'object', required: ['type'], discriminator: { propertyName: 'type' }, oneOf: fields };
}

const page = {
  type: 'object',
  required: ['id', 'title', 'fields'],
  additionalProperties: false,
  properties: {
    id: { type: 'string', pattern: '^[a-z][a-z0-9-]{0,59}$' },
    title: text,
    intro: text,
    showWhen: feel,
    fields: { type: 'array', minItems: 1, items: { $ref: '#/definitions/field' } },
  },
};

const rule = {
  type: 'object',
  required: ['id', 'at', 'check', 'what', 'mend'],
  additionalProperties: false,
  properties: { id: ruleId, at: id, when: feel, check: feel, what: text, mend: text },
};

const words = { type: 'string', pattern: '\\S', maxLength: 5000 };

export const definitionSchema = {
  type: 'object',
  required: ['id', 'version', 'title', 'howToFill', 'pages'],
  additionalProperties: false,
  properties: {
    id: { type: 'string', pattern: '^[a-z][a-z0-9-]{0,59}$' },
    version: { type: 'integer', minimum: 1 },
    title: text,
    howToFill: text,
    pages: { type: 'array', minItems: 1, maxItems: 50, items: page },
    rules: { type: 'array', items: rule },
  },
  definitions: {
    text: {
      type: 'object',
      required: ['ky', 'ru'],
      additionalProperties: false,
      properties: { ky: words, ru: words, en: words },
    },
    plainField: oneOfTypes(plainFields),
    field: oneOfTypes([...plainFields, groupField]),
  },
};
