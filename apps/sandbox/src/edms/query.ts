import { EdmsFault } from './repository.ts';

interface DocumentQuery {
  readonly since: Date;
  readonly names?: readonly string[];
}

/** As much of CMIS' query language as a reader of changes needs; anything else is refused, not guessed at. */
export function readQuery(statement: string): DocumentQuery {
  const match =
    /^\s*SELECT\s+\*\s+FROM\s+cmis:document\s+WHERE\s+(?<where>.+?)(?:\s+ORDER\s+BY\s+cmis:lastModificationDate(?:\s+ASC)?)?\s*$/iu.exec(
      statement,
    );
  const conditions = (match?.groups?.['where'] ?? '').split(/\s+AND\s+/iu);
  let since: Date | undefined;
  let names: readonly string[] | undefined;
  for (const condition of conditions) {
    const moment = /^cmis:lastModificationDate\s*>=\s*TIMESTAMP\s*'([^']+)'$/iu.exec(condition)?.[1];
    const list = /^cmis:name\s+IN\s*\((.+)\)$/iu.exec(condition)?.[1];
    if (moment !== undefined && !Number.isNaN(Date.parse(moment))) since = new Date(moment);
    else if (list !== undefined) names = [...list.matchAll(/'([^']*)'/gu)].map(([, name = '']) => name);
    else throw new EdmsFault(400, 'invalidArgument', 'This stand-in does not know such a query');
  }
  if (since === undefined) throw new EdmsFault(400, 'invalidArgument', 'The query names no moment');
  return { since, ...(names === undefined ? {} : { names }) };
}
