/** How our documents look: the colours and the type of the portal, on A4. Lengths in points. */
export const colours = {
  ink: '#1B2430',
  muted: '#5A6672',
  lake: '#0B5D66',
  lakeDeep: '#084850',
  sun: '#F2B705',
  mist: '#F3F6F5',
  line: '#D3DCDA',
  wait: '#8A5A00',
  waitGround: '#FFF6DB',
  done: '#1E6B3A',
  doneGround: '#EAF4EE',
} as const;

export type Weight = 'regular' | 'strong';

/** How a piece of text looks. `line` is the height of a line. */
export interface Style {
  readonly weight: Weight;
  readonly size: number;
  readonly line: number;
  readonly colour: string;
}

const style = (weight: Weight, size: number, line: number, colour: string): Style => ({
  weight,
  size,
  line,
  colour,
});

export const styles = {
  brand: style('strong', 9.5, 13, colours.lakeDeep),
  brandSecond: style('regular', 8.5, 12, colours.muted),
  title: style('strong', 21, 27, colours.ink),
  titleSecond: style('regular', 13, 18, colours.muted),
  kicker: style('strong', 10, 14, colours.lake),
  kickerSecond: style('regular', 9.5, 13, colours.muted),
  heading: style('strong', 12, 16, colours.ink),
  headingSecond: style('regular', 10, 14, colours.muted),
  label: style('regular', 9, 12, colours.ink),
  labelSecond: style('regular', 8.5, 11, colours.muted),
  value: style('strong', 10, 14, colours.ink),
  valueSecond: style('regular', 9.5, 13, colours.ink),
  body: style('regular', 10.5, 15.5, colours.ink),
  large: style('strong', 13, 18, colours.ink),
  amount: style('strong', 22, 26, colours.lakeDeep),
  signer: style('strong', 11.5, 15, colours.ink),
  small: style('regular', 8, 10.5, colours.ink),
  smallStrong: style('strong', 8, 13, colours.ink),
  smallSecond: style('regular', 8, 10.5, colours.muted),
  link: style('regular', 8, 10.5, colours.lake),
} as const satisfies Record<string, Style>;

/** The page: A4 with quiet margins; `bottom` leaves room for the foot. */
export const paper = { width: 595.28, height: 841.89, left: 56, right: 56, top: 40, bottom: 54 } as const;

export const contentWidth: number = paper.width - paper.left - paper.right;
