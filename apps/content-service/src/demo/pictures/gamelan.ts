import { amber, brick, ink, maroon, ochre, sogan } from './palette.ts';
import { range } from './shapes.ts';
import { circle, path, rect, stroke } from './svg.ts';

/** A gong from the front: rim, face and boss, with the light from above. Filled with `bronze` and `boss`. */
export function gong(radius: number): string[] {
  return [
    circle(8, 12, radius, ink, { opacity: 0.35 }),
    circle(0, 0, radius, sogan),
    circle(0, 0, radius * 0.94, 'url(#bronze)'),
    circle(0, 0, radius * 0.7, 'none', { stroke: sogan, 'stroke-width': radius * 0.02, opacity: 0.8 }),
    circle(0, 0, radius * 0.66, 'none', { stroke: amber, 'stroke-width': radius * 0.012, opacity: 0.7 }),
    circle(0, 0, radius * 0.5, '#b9772f', { opacity: 0.55 }),
    circle(0, radius * 0.03, radius * 0.2, sogan),
    circle(0, 0, radius * 0.19, 'url(#boss)'),
    stroke(
      `M${-radius * 0.78} ${-radius * 0.3}A${radius * 0.84} ${radius * 0.84} 0 0 1 ${-radius * 0.1} ${-radius * 0.83}`,
      '#f8dd9c',
      radius * 0.025,
      { 'stroke-linecap': 'round', opacity: 0.75 },
    ),
  ];
}

/** A kettle gong on its cords. */
export const kettle = [
  path('M-58 10C-58 66 -40 78 0 78S58 66 58 10Z', '#8a5527'),
  path('M-66 12C-60 -20 -34 -28 0 -28S60 -20 66 12Z', 'url(#bronze)'),
  path('M-20 -26C-20 -48 20 -48 20 -26Z', 'url(#boss)'),
  stroke('M-50 2C-40 -16 -24 -20 -8 -20', '#f8dd9c', 4, { 'stroke-linecap': 'round', opacity: 0.7 }),
];

/** A post of the frame with its carved tip. */
export const post = [
  rect(-20, 0, 40, 640, maroon),
  rect(-20, 0, 11, 640, brick),
  ...range(6).map((index) => rect(-26, 40 + index * 104, 52, 14, ochre)),
  path('M-46 0C-30 -30 -40 -60 0 -110C40 -60 30 -30 46 0Z', brick),
  path('M-20 -6C-12 -30 -16 -50 0 -76C16 -50 12 -30 20 -6Z', ochre),
  path('M-64 640L64 640L50 600L-50 600Z', maroon),
];

export const BEAM =
  'M390 236C520 210 640 226 800 196C960 226 1080 210 1210 236L1210 284C1080 262 960 276 800 252C640 276 520 262 390 284Z';

/** A wing of the frame's crest: a curl that ends in leaves. */
export const wing = [
  path('M0 0C60 -90 190 -60 250 -130C240 -60 320 -40 360 0C300 20 250 4 210 24C160 10 80 30 0 20Z', brick),
  path('M30 4C80 -50 170 -34 228 -82C224 -40 270 -24 300 -4C240 4 110 12 30 4Z', ochre, { opacity: 0.9 }),
  path('M70 0C110 -28 160 -22 206 -46C204 -22 226 -14 246 -6C190 0 130 4 70 0Z', maroon),
];
