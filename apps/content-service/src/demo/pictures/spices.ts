import { bark, moss, sage } from './palette.ts';
import { around, numbers, range } from './shapes.ts';
import { circle, ellipse, group, path, place, rect, stroke } from './svg.ts';

/** Things strewn over a bowl: where each lies, and how it is turned. */
export const strewn = (count: number, radius: number, seed: number, thing: string[], size = 1) => {
  const random = numbers(seed);
  return range(count).map((index) => {
    const [x, y] = around([0, 0], index * 137.5, radius * Math.sqrt((index + 0.5) / count));
    return place(x, y, thing, random() * 360, size * (0.85 + random() * 0.3));
  });
};

export const bean = [
  ellipse(0, 0, 23, 15, '#4d2c1c'),
  ellipse(-2, -3, 19, 10, '#64402a'),
  stroke('M-20 1C-8 -6 6 8 20 0', '#2d1810', 3.5, { 'stroke-linecap': 'round' }),
];
export const clove = [
  stroke('M-22 0L12 0', '#6d3a22', 7, { 'stroke-linecap': 'round' }),
  circle(18, 0, 10, '#93502c'),
  circle(19, -1, 5, '#d08a52'),
];
export const anise = [
  ...range(8).map((petal) =>
    group(
      { transform: `rotate(${petal * 45})` },
      path('M4 0C14 -13 34 -10 46 0C34 10 14 13 4 0Z', '#7a4423'),
      ellipse(27, 0, 8, 4, '#c07f3f'),
    ),
  ),
  circle(0, 0, 7, bark),
];
export const nutmeg = [
  ellipse(0, 0, 34, 27, '#8b5a35'),
  ellipse(-5, -6, 22, 15, '#a5734a'),
  stroke('M-24 6C-10 14 8 -2 26 8', '#6a4024', 3),
  stroke('M-18 -8C-4 0 10 -12 22 -6', '#6a4024', 3),
];
export const pepper = [circle(0, 0, 12, '#2f2624'), circle(-3, -4, 5, '#5a4a44')];
export const leaf = [
  path('M-46 0C-20 -26 24 -26 48 0C24 26 -20 26 -46 0Z', moss),
  stroke('M-40 0L42 0', sage, 3),
];

export const sticks = range(5).map((index) =>
  place(
    index * 6 - 20,
    -64 + index * 32,
    [
      rect(-112, -13, 224, 26, index % 2 ? '#9a5a30' : '#ad6a3a', { rx: 12 }),
      stroke('M-100 -3L100 -3', '#7d4423', 4),
      circle(106, 0, 8, '#6b391d'),
    ],
    index * 5 - 10,
  ),
);
