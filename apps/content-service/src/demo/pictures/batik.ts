import { around, range } from './shapes.ts';
import { circle, el, path, place, polygon, stroke } from './svg.ts';

const tile = (id: string, width: number, height: number, turn: number, ...shapes: string[]) =>
  el(
    'pattern',
    { id, width, height, patternUnits: 'userSpaceOnUse', patternTransform: `rotate(${turn})` },
    ...shapes,
  );

/** One kawung: four seeds around a point, `size` from side to side. */
export function kawung(size: number, fill: string, line: string): string[] {
  const seed = `M${size * 0.07} 0C${size * 0.1} ${-size * 0.2} ${size * 0.4} ${-size * 0.2} ${size * 0.46} 0C${size * 0.4} ${size * 0.2} ${size * 0.1} ${size * 0.2} ${size * 0.07} 0Z`;
  const vein = `M${size * 0.17} 0L${size * 0.34} 0`;
  const turned = [45, 135, 225, 315].map((turn) =>
    place(0, 0, [path(seed, fill), stroke(vein, line, size * 0.025, { 'stroke-linecap': 'round' })], turn),
  );
  return [...turned, circle(0, 0, size * 0.035, fill)];
}

/** Kawung as a filling (`url(#id)`): seeds in rows, a small cross where four of them meet. */
export function kawungTile(id: string, size: number, ground: string, fill: string, line: string): string {
  const half = size / 2;
  const cross = [0, 90].map((turn) =>
    place(0, 0, [stroke(`M${-size * 0.05} 0L${size * 0.05} 0`, fill, size * 0.02)], turn),
  );
  const corners = [0, size].flatMap((x) => [0, size].map((y) => place(x, y, cross)));
  const whole = el('rect', { width: size, height: size, fill: ground });
  return tile(id, size, size, 0, whole, place(half, half, kawung(size, fill, line)), ...corners);
}

/** Parang as a filling: leaning rows of knives, one into the next, between plain bands set with diamonds. */
export function parangTile(id: string, size: number, ground: string, fill: string, band: string): string {
  const s = size / 100;
  const at = (...all: number[]) => all.map((each) => each * s).join(' ');
  const blade = `M${at(-8, 12)}C${at(18, -6, 62, -2, 70, 26)}C${at(76, 48, 54, 62, 38, 54)}C${at(28, 48, 32, 34, 44, 36)}C${at(24, 24, 10, 44, 20, 62)}C${at(32, 84, 66, 84, 92, 68)}C${at(76, 100, 26, 108, 4, 76)}C${at(-10, 54, -4, 28, 14, 20)}C${at(6, 16, -2, 14, -8, 12)}Z`;
  const whole = el('rect', { width: size, height: size * 1.34, fill: ground });
  const strip = el('rect', { y: size * 1.06, width: size, height: size * 0.2, fill: band });
  const gem = path(
    polygon(
      [0, 90, 180, 270].map((turn, index) => around([50 * s, 116 * s], turn, (index % 2 ? 6 : 12) * s)),
    ),
    ground,
  );
  return tile(id, size, size * 1.34, -45, whole, strip, path(blade, fill), gem);
}

/** An eight-pointed star, as tiles from Cairo to Samarkand are cut. */
export const star = (radius: number, inner = 0.765) =>
  polygon(range(16).map((turn) => around([0, 0], turn * 22.5, turn % 2 === 0 ? radius : radius * inner)));

/** Eight-pointed stars and crosses as a filling. */
export function starTile(
  id: string,
  size: number,
  ground: string,
  fill: string,
  heart: string,
  line: string,
): string {
  const rim = { stroke: line, 'stroke-width': size * 0.022 };
  const one = [
    path(star(size / 2), fill, rim),
    path(star(size * 0.27), heart, rim),
    circle(0, 0, size * 0.06, fill),
  ];
  const whole = el('rect', { width: size, height: size, fill: ground });
  const small = path(star(size * 0.12), heart, rim);
  const corners = [0, size].flatMap((x) => [0, size].map((y) => place(x, y, [small])));
  return tile(id, size, size, 0, whole, place(size / 2, size / 2, one), ...corners);
}
