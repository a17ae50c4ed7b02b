import { notFound, Problem } from '@kyzmat/http';
import type { FilesOf } from './store.ts';
import { stillScanned } from './verdicts.ts';

/**
 * Files sent with the answer to a provider's question: all of them were uploaded to this very application, and none is
 * known to be bad. Throws Problem.
 */
export async function checkAnswerFiles(
  filesOf: FilesOf,
  applicationId: string,
  attachmentIds: readonly string[],
): Promise<void> {
  if (attachmentIds.length === 0) return;
  const files = new Map((await filesOf(applicationId)).map((file) => [file.fileId, file]));
  for (const id of attachmentIds) {
    const file = files.get(id);
    if (file === undefined) throw notFound('No such file.');
    if (file.scan === 'infected') throw infected(file.name);
    if (file.scan === 'waiting') throw stillScanned();
  }
}

function infected(name: string): Problem {
  return new Problem(422, 'file_infected', 'The scanner has found something in the file.', {
    message: {
      ky: `«${name}» файлынан вирус табылды. Аны алып салып, ордуна таза файлды тиркеңиз.`,
      ru: `В файле «${name}» найден вирус. Уберите его и приложите вместо него чистый.`,
    },
  });
}
