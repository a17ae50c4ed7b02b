/** A text for people in both languages (P573-7). */
export interface Text {
  readonly ky: string;
  readonly ru: string;
}
