import { definitionProblem } from '@kyzmat/forms';
import { parse, YAMLParseError } from 'yaml';

import { checkService } from './check.ts';
import type { ServiceCheck, ServiceProblem } from './types.ts';

/** The files of a service's folder. */
export const serviceFiles = ['service.yaml', 'form.yaml', 'result.yaml'] as const;
export type ServiceFile = (typeof serviceFiles)[number];

type Part = { readonly data: unknown } | { readonly problem: ServiceProblem };

function readYaml(name: ServiceFile, text: string): Part {
  try {
    return { data: parse(text) };
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    const line = error.linePos?.[0].line ?? 1;
    const place = `/${name.replace('.yaml', '')}`;
    const ky = `${name}, ${line}-сап окулбайт.`;
    return { problem: definitionProblem(place, 'bad-yaml', ky, `${name}, строка ${line} не читается.`) };
  }
}

function isRecord(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

/** A form in a folder needs no name and no version of its own: they are the service's. */
function named(form: unknown, service: unknown): unknown {
  return isRecord(form) && isRecord(service)
    ? { ...form, id: service['code'], version: service['version'] }
    : form;
}

/**
 * Reads and checks a service's folder. `read` gives the text of one of its files; what it throws is passed on.
 * `loadService((file) => readFile(join('catalogue', code, file), 'utf8'))`.
 */
export async function loadService(read: (file: ServiceFile) => Promise<string>): Promise<ServiceCheck> {
  const parts = new Map<ServiceFile, unknown>();
  const problems: ServiceProblem[] = [];
  for (const name of serviceFiles) {
    const part = readYaml(name, await read(name));
    if ('problem' in part) problems.push(part.problem);
    else parts.set(name, part.data);
  }
  if (problems.length > 0) return { ok: false, problems };
  const service = parts.get('service.yaml');
  const form = named(parts.get('form.yaml'), service);
  return checkService({ service, form, result: parts.get('result.yaml') });
}
