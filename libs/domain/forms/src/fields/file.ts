import type { FileField, FileValue, Lang, Value } from '../types.ts';
import { fault } from './fault.ts';
import { type Fault, type Handler, isRecord, noFaults, partsOf, type Read } from './handler.ts';

/** Names people know instead of media types. */
const typeNames: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
};

function asFile(value: Value): FileValue | undefined {
  if (!isRecord(value)) return undefined;
  const { fileId, name, size, sha256, type } = value;
  const good =
    typeof fileId === 'string' &&
    typeof name === 'string' &&
    Number.isSafeInteger(size) &&
    typeof size === 'number' &&
    typeof sha256 === 'string' &&
    /^[0-9a-f]{64}$/u.test(sha256) &&
    typeof type === 'string';
  return good ? { fileId, name, size, sha256, type } : undefined;
}

const units: Readonly<Record<Lang, readonly [string, string]>> = {
  ky: ['КБ', 'МБ'],
  ru: ['КБ', 'МБ'],
  en: ['kB', 'MB'],
};

function sizeInWords(bytes: number, lang: Lang): string {
  const [kilo, mega] = units[lang];
  const inKilo = Math.max(1, Math.ceil(bytes / 1024));
  if (inKilo < 1024) return `${inKilo}\u00a0${kilo}`;
  return `${String(Math.round(bytes / 104857.6) / 10).replace('.', ',')}\u00a0${mega}`;
}

function checkFile(field: FileField, file: FileValue): readonly Fault[] {
  if (!field.types.includes(file.type)) {
    const names = field.types.map((type) => typeNames[type] ?? type).join(', ');
    const what = {
      ky: `«${file.name}» файлынын түрү туура келбейт.`,
      ru: `файл «${file.name}» не того типа.`,
      en: `“${file.name}” is not a file of the right kind.`,
    };
    const mend = {
      ky: `Мындай файлды тиркеңиз: ${names}.`,
      ru: `Приложите файл: ${names}.`,
      en: `Attach a file of this kind: ${names}.`,
    };
    return [fault(field.label, 'file-type', what, mend)];
  }
  if (file.size <= field.maxSize) return noFaults;
  const what = {
    ky: `«${file.name}» файлы өтө чоң: ${sizeInWords(file.size, 'ky')}.`,
    ru: `файл «${file.name}» слишком большой: ${sizeInWords(file.size, 'ru')}.`,
    en: `“${file.name}” is too large: ${sizeInWords(file.size, 'en')}.`,
  };
  const mend = {
    ky: `${sizeInWords(field.maxSize, 'ky')} ашпаган файлды тиркеңиз.`,
    ru: `Приложите файл не больше ${sizeInWords(field.maxSize, 'ru')}.`,
    en: `Attach a file of ${sizeInWords(field.maxSize, 'en')} at most.`,
  };
  return [fault(field.label, 'file-size', what, mend)];
}

export function fileHandler(field: FileField): Handler {
  const read = (fileId: string, files: readonly FileValue[]): Read => {
    const found = files.find((file) => file.fileId === fileId);
    const value = found === undefined ? undefined : asFile(found);
    if (value !== undefined) return { value };
    const what = {
      ky: 'мындай файл жүктөлгөн эмес.',
      ru: 'такой файл не загружен.',
      en: 'no such file was uploaded.',
    };
    const mend = {
      ky: 'Файлды кайра тиркеңиз.',
      ru: 'Приложите файл ещё раз.',
      en: 'Attach the file again.',
    };
    return { faults: [fault(field.label, 'file-unknown', what, mend)] };
  };
  return {
    parts: ['fileId'],
    read: (typed, files) => read(partsOf(typed)['fileId'] ?? '', files),
    typed: (value) => {
      const file = asFile(value);
      return file === undefined ? undefined : { fileId: file.fileId };
    },
    check: (value) => {
      const file = asFile(value);
      return file === undefined ? noFaults : checkFile(field, file);
    },
    words: (value, lang) => {
      const file = asFile(value);
      return file === undefined ? '' : `${file.name} (${sizeInWords(file.size, lang)})`;
    },
    feel: (value) => value,
    feelEmpty: null,
    mendEmpty: { ky: 'Файлды тиркеңиз.', ru: 'Приложите файл.', en: 'Attach a file.' },
  };
}
