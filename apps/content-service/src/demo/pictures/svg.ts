export type Attributes = Record<string, string | number>;
export type Point = readonly [x: number, y: number];

export const WIDTH = 1600;
export const HEIGHT = 1000;

/** An element with its attributes, numbers cut to tenths; children are joined as they are. */
export function el(name: string, attributes: Attributes, ...children: string[]): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? tidy(value) : value}"`)
    .join('');
  return children.length > 0 ? `<${name}${written}>${children.join('')}</${name}>` : `<${name}${written}/>`;
}

/** A number as short as a drawing needs it: at most three decimals, and those only where it is small. */
export function tidy(value: number): string {
  return String(Math.abs(value) < 10 ? Math.round(value * 1000) / 1000 : Math.round(value * 10) / 10);
}

export const rect = (
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  more: Attributes = {},
) => el('rect', { x, y, width, height, fill, ...more });

export const circle = (cx: number, cy: number, r: number, fill: string, more: Attributes = {}) =>
  el('circle', { cx, cy, r, fill, ...more });

export const ellipse = (
  cx: number,
  cy: number,
  rx: number,
  ry: number,
  fill: string,
  more: Attributes = {},
) => el('ellipse', { cx, cy, rx, ry, fill, ...more });

export const path = (d: string, fill: string, more: Attributes = {}) => el('path', { d, fill, ...more });

/** A line without a filling. */
export const stroke = (d: string, colour: string, width: number, more: Attributes = {}) =>
  el('path', { d, fill: 'none', stroke: colour, 'stroke-width': width, ...more });

/** Several shapes as one, moved, turned (degrees) and sized about its own origin. */
export function place(x: number, y: number, shapes: string[], turn = 0, size = 1): string {
  const turned = turn === 0 ? '' : ` rotate(${tidy(turn)})`;
  const sized = size === 1 ? '' : ` scale(${tidy(size)})`;
  return el('g', { transform: `translate(${tidy(x)} ${tidy(y)})${turned}${sized}` }, ...shapes);
}

export const group = (attributes: Attributes, ...shapes: string[]) => el('g', attributes, ...shapes);

type Stop = readonly [offset: number, colour: string, opacity?: number];

const stops = (all: readonly Stop[]) =>
  all.map(([offset, colour, opacity = 1]) =>
    el('stop', { offset, 'stop-color': colour, 'stop-opacity': opacity }),
  );

/** A gradient from top to bottom, or between two points given as parts of the shape; use it as `url(#id)`. */
export const linear = (id: string, all: readonly Stop[], [x1, y1, x2, y2] = [0, 0, 0, 1]) =>
  el('linearGradient', { id, x1: x1 ?? 0, y1: y1 ?? 0, x2: x2 ?? 0, y2: y2 ?? 1 }, ...stops(all));

export const radial = (id: string, all: readonly Stop[]) => el('radialGradient', { id }, ...stops(all));

/** Keeps what is drawn with `clip-path="url(#id)"` inside a shape. */
export const clip = (id: string, shape: string) => el('clipPath', { id }, shape);

export const polygon = (points: readonly Point[]) =>
  `M${points.map(([x, y]) => `${tidy(x)} ${tidy(y)}`).join('L')}Z`;

/** A whole picture of 1600 × 1000. */
export function picture(...shapes: string[]): string {
  return el(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width: WIDTH, height: HEIGHT, viewBox: `0 0 ${WIDTH} ${HEIGHT}` },
    ...shapes,
  );
}
