/** Fourteen digits are a PIN; nine or twelve a phone, however it is written. */
export function loginOf(typed: string): string {
  const digits = typed.replaceAll(/\D/g, '');
  if (digits.length === 12 && digits.startsWith('996')) return `+${digits}`;
  if (digits.length === 10 && digits.startsWith('0')) return `+996${digits.slice(1)}`;
  return digits.length === 9 ? `+996${digits}` : digits;
}
