/** A text for people in both languages (P573-7), in English where visitors read it too. */
export interface Text {
  readonly ky: string;
  readonly ru: string;
  readonly en?: string;
}
