/** Only our own pages: an address of another site (`//other.example`, `/\other.example`) would make us a springboard. */
export function ownAddress(asked: unknown): string | undefined {
  return typeof asked === 'string' && /^\/(?![/\\])[^\\\s\p{Cc}]*$/u.test(asked) ? asked : undefined;
}
