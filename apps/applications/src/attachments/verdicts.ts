import type { Applications } from '@kyzmat/contracts';
import {
  answerAt,
  isFile,
  type Answers,
  type CompiledForm,
  type FieldError,
  type FileValue,
} from '@kyzmat/forms';
import { Problem } from '@kyzmat/http';

type StoredFile = Applications['StoredFile'];

/** What is wrong with the files that answers name: an infected one is told at its field, with what to do (P573-26b). */
export function infectedErrors(
  form: CompiledForm,
  answers: Answers,
  files: readonly StoredFile[],
): FieldError[] {
  const infected = new Set(files.filter(({ scan }) => scan === 'infected').map(({ fileId }) => fileId));
  if (infected.size === 0) return [];
  return form.visibleFields(answers).flatMap(({ address, field }) => {
    const file = answerAt(address, answers);
    if (!isFile(file) || !infected.has(file.fileId)) return [];
    return [
      {
        field: address,
        code: 'file-infected',
        what: {
          ky: `«${field.label.ky}»: «${file.name}» файлынан вирус табылды.`,
          ru: `«${field.label.ru}»: в файле «${file.name}» найден вирус.`,
        },
        mend: {
          ky: 'Бул файлды алып салып, ордуна таза файлды тиркеңиз.',
          ru: 'Уберите этот файл и приложите вместо него чистый.',
        },
      },
    ];
  });
}

/** Files as an application names them, each with what the scanner has said by now. */
export function withScans(named: readonly FileValue[], files: readonly StoredFile[]): StoredFile[] {
  const scans = new Map(files.map(({ fileId, scan }) => [fileId, scan]));
  return named.map((file) => ({ ...file, scan: scans.get(file.fileId) ?? 'unavailable' }));
}

/** Of these files, those that answers name and the scanner has not seen yet: signing waits for them. */
export function waitingAmong(
  named: readonly { readonly fileId: string }[],
  files: readonly StoredFile[],
): StoredFile[] {
  const ids = new Set(named.map(({ fileId }) => fileId));
  return files.filter(({ fileId, scan }) => ids.has(fileId) && scan === 'waiting');
}

export function stillScanned(): Problem {
  return new Problem(409, 'files_being_checked', 'The scanner has not seen all files yet.', {
    message: {
      ky: 'Тиркелген файлдар вируска текшерилип жатат. Бул бир нече секунд: андан кийин кайра аракет кылыңыз.',
      ru: 'Приложенные файлы проверяются на вирусы. Это несколько секунд: затем попробуйте ещё раз.',
    },
  });
}

/** The provider gets a file only when it is known to be clean. */
export function withheld(): Problem {
  return new Problem(409, 'file_withheld', 'The file is withheld until the scanner has found it clean.', {
    message: {
      ky: 'Файл вируска текшериле элек же таза эмес, ошондуктан азырынча берилбейт.',
      ru: 'Файл ещё не проверен на вирусы или не чист, поэтому пока не выдаётся.',
    },
  });
}
