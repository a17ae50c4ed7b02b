import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A folder of secrets: only its owner reads it, and every file is whole or not there. */
export class Folder {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  read(name: string): string | null {
    const file = join(this.#path, name);
    return existsSync(file) ? readFileSync(file, 'utf8') : null;
  }

  write(name: string, content: string): void {
    const file = join(this.#path, name);
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(`${file}.part`, content, { mode: 0o600 });
    renameSync(`${file}.part`, file);
  }

  /** Copies a file if it is there and the copy does not say the same already. */
  copy(from: string, to: string): void {
    const content = this.read(from);
    if (content !== null && content !== this.read(to)) this.write(to, content);
  }
}
