import { createHash } from 'node:crypto';
import { compileForm, type Answers, type CompiledForm, type FormDefinition } from '@kyzmat/forms';
import type { ServiceDefinition } from '@kyzmat/service-definition';

export const code = '123456';
export const service = 'residence-certificate';

export interface StoredDraft {
  readonly id: string;
  readonly owner: string;
  version: number;
  answers: Answers;
  submitted: boolean;
}

export const file = {
  fileId: 'file-1',
  name: 'a.pdf',
  size: 3,
  sha256: 'a'.repeat(64),
  type: 'application/pdf',
};

export const at = '2026-11-20T04:00:00.000Z';

export const agreements = (['user_agreement', 'personal_data'] as const).map((kind) => ({
  kind,
  version: '2026-11-01',
  inForceFrom: at,
  inForce: true,
  title: { ky: `Текст ${kind}`, ru: `Текст ${kind}` },
  paragraphs: [{ ky: 'Бир', ru: 'Один' }],
}));

export const text = { ky: 'Демо мекеме', ru: 'Демо-учреждение' };

/** The sample service with another form. */
export function withForm(
  { definition, form }: { readonly definition: ServiceDefinition; readonly form: CompiledForm },
  asked: FormDefinition | undefined,
): { readonly definition: ServiceDefinition; readonly form: CompiledForm } {
  if (asked === undefined) return { definition, form };
  const own = { ...asked, id: definition.form.id, version: definition.form.version };
  const compiled = compileForm(own);
  if (!compiled.ok) throw new Error('the form cannot be read');
  return { definition: { ...definition, form: own }, form: compiled.form };
}

export function summaryOf({ service: it }: ServiceDefinition): object {
  const { code: serviceCode, kind, group, title, summary, provider, price, term, applicantKinds } = it;
  return {
    code: serviceCode,
    version: 1,
    kind,
    group,
    title,
    summary,
    providerId: provider,
    providerName: text,
    priceTyiyn: price.totalTyiyn,
    term,
    applicantKinds,
    signatureLevel: it.signatureLevel,
    appearanceRequired: it.appearanceRequired,
    searchWords: Object.values(it.searchWords).flat(),
    popular: 1,
  };
}

export function viewOf({ id, version, answers, submitted }: StoredDraft, around: object): object {
  return {
    id,
    serviceCode: service,
    serviceVersion: 1,
    serviceTitle: text,
    version,
    savedAt: at,
    keptUntil: at,
    answers,
    autofilled: [],
    files: [file],
    ...around,
    completedPages: [],
    ...(submitted ? { submittedAs: id } : {}),
  };
}

/** As if everything were right: what is wrong is the business of the form's own tests. */
export function contentOf({ version, answers }: StoredDraft, form: CompiledForm): object {
  const content = form.canonicalContent(answers);
  const hash = createHash('sha256').update(content).digest('hex');
  return { version, hash, content, pages: form.describe(answers, 'ky'), errors: [] };
}

export function applicationOf({ id }: StoredDraft): object {
  return {
    id,
    reference: 'AAAA-BBBB',
    version: 1,
    serviceCode: service,
    serviceVersion: 1,
    serviceTitle: text,
    providerId: 'p',
    providerName: text,
    stage: 'submitted',
    payment: 'none',
    priceTyiyn: 0,
    submittedAt: at,
    language: 'ky',
    timeline: [{ at, type: 'submitted', text, role: 'user' }],
    clocks: [],
    actions: ['withdraw'],
    pages: [],
    clarifications: [],
  };
}

const use = { at, role: 'executor', route: 'desk', act: 'application.view', outcome: 'given' };
/** One line of each kind a person meets. */
export const journalLines = [
  {
    ...use,
    cursor: '3',
    provider: 'p',
    data: ['applicant', 'answers'],
    application: 'a',
    reference: 'AAAA-BBBB',
  },
  { ...use, cursor: '2', provider: 'p', data: ['attachments'], outcome: 'refused' },
  { ...use, cursor: '1', role: 'system', route: 'notifications', act: 'contact.read', data: ['contact'] },
];

const item = { kind: 'application', reference: 'AAAA-BBBB', serviceTitle: text, at };
export const goneItems = [
  { id: 'g1', kind: 'application', at, erasedBy: ['applications', 'tunduk'], owedBy: ['payments'] },
];
export const heldItems = [
  { ...item, id: 'e1', standing: 'erasable' },
  { ...item, id: 'e2', standing: 'year', ruleId: 'P573-27e', until: at },
  { ...item, id: 'e3', standing: 'held' },
];
