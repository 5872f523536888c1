import { kawung, kawungTile } from './batik.ts';
import { amber, bark, brick, clay, cream, indigo, ink, maroon, ochre, sand, sogan, teal } from './palette.ts';
import type { Scene } from './scene.ts';
import { around, range } from './shapes.ts';
import { circle, clip, group, linear, path, picture, place, polygon, rect, stroke, WIDTH } from './svg.ts';

const ring = (r: number, colour: string, width: number, dashes = '') =>
  circle(0, 0, r, 'none', {
    stroke: colour,
    'stroke-width': width,
    ...(dashes ? { 'stroke-dasharray': dashes } : {}),
  });

const rays = (count: number, from: number, to: number, colour: string, width: number) =>
  range(count).map((index) => {
    const [start, end] = [
      around([0, 0], (index * 360) / count, from),
      around([0, 0], (index * 360) / count, to),
    ];
    return stroke(`M${start.join(' ')}L${end.join(' ')}`, colour, width, { 'stroke-linecap': 'round' });
  });

/** Marks as they are stamped into passports, without a word in them. */
const STAMPS = [
  [ring(104, brick, 7), ring(88, brick, 3), ...kawung(150, brick, cream)],
  [
    path(polygon(range(6).map((turn) => around([0, 0], turn * 60, 112))), 'none', {
      stroke: teal,
      'stroke-width': 7,
    }),
    ring(74, teal, 3),
    path('M-54 20L54 20L36 46L-38 46ZM-4 12L-4 -60L-46 12ZM6 12L6 -44L44 12Z', teal),
  ],
  [
    rect(-130, -74, 260, 148, 'none', { stroke: indigo, 'stroke-width': 7, rx: 18 }),
    ...range(3).map((row) =>
      stroke(`M-100 ${-32 + row * 32}q16.5 -20 33 0t33 0t33 0t33 0t33 0t33 0`, indigo, 6),
    ),
  ],
  [ring(92, clay, 6, '14 9'), ...rays(24, 40, 70, clay, 5), circle(0, 0, 22, clay)],
] as const;

/** The open pages, their guilloche and what has been stamped on them. */
function pages(): string[] {
  const guilloche = range(9).map((line) =>
    stroke(
      `M0 ${60 + line * 62}C150 ${-10 + line * 62} 290 ${130 + line * 62} 430 ${60 + line * 62}S700 ${130 + line * 62} 860 ${60 + line * 62}`,
      line % 2 ? '#dcbf9a' : '#cfd0b4',
      3,
    ),
  );
  return [
    rect(18, 26, 884, 628, ink, { rx: 26, opacity: 0.3 }),
    rect(-14, -14, 888, 642, maroon, { rx: 26 }),
    rect(0, 0, 860, 614, cream, { rx: 16 }),
    group({ 'clip-path': 'url(#page)' }, ...guilloche),
    rect(396, 0, 34, 614, 'url(#fold)'),
    group({ transform: 'translate(860 0) scale(-1 1)' }, rect(396, 0, 34, 614, 'url(#fold)')),
    place(215, 176, [...STAMPS[0]], -12),
    place(646, 430, [...STAMPS[2]], 8),
    place(240, 446, [...STAMPS[3]], 6),
    group({ opacity: 0.9 }, place(652, 172, [...STAMPS[1]], -6)),
  ];
}

/** The closed booklet: a golden rosette where a coat of arms would be. */
const booklet = [
  rect(14, 20, 400, 560, ink, { rx: 24, opacity: 0.32 }),
  rect(0, 0, 400, 560, brick, { rx: 24 }),
  rect(0, 0, 30, 560, maroon, { rx: 15 }),
  rect(52, 30, 320, 500, 'none', { rx: 12, stroke: ochre, 'stroke-width': 3 }),
  place(212, 230, [ring(118, amber, 4), ...rays(36, 124, 138, amber, 4), ...kawung(218, amber, brick)]),
  ...range(3).map((line) => rect(132 + line * 24, 424 + line * 24, 160 - line * 48, 8, amber, { rx: 4 })),
];

/** An ink pad in its tin. */
const pad = [
  rect(10, 14, 250, 160, ink, { rx: 20, opacity: 0.3 }),
  rect(0, 0, 250, 160, ochre, { rx: 20 }),
  rect(14, 14, 222, 132, '#b57b2c', { rx: 12 }),
  rect(22, 22, 206, 116, indigo, { rx: 8 }),
  stroke('M40 44L120 44', '#4a6283', 6, { 'stroke-linecap': 'round' }),
];

/** The stamp itself, lying on its side. */
const stamp = [
  path('M-8 20L214 20L214 56L-8 56Z', ink, { opacity: 0.28 }),
  rect(0, -44, 30, 88, bark, { rx: 5 }),
  rect(28, -54, 26, 108, sogan, { rx: 8 }),
  path(
    'M54 -34C100 -24 110 -18 140 -18C170 -18 196 -44 222 -30C250 -14 250 14 222 30C196 44 170 18 140 18C110 18 100 24 54 34Z',
    '#8f5d38',
  ),
  path('M60 -24C104 -12 120 -10 142 -10C174 -10 196 -30 220 -18', 'none', {
    stroke: '#b98253',
    'stroke-width': 8,
    'stroke-linecap': 'round',
  }),
];

export const passportServiceDaySandakan: Scene = {
  draw: () =>
    picture(
      kawungTile('table', 130, '#2f5a63', '#386871', '#2f5a63'),
      linear(
        'fold',
        [
          [0, sand, 0],
          [1, '#b58f5c', 0.5],
        ],
        [0, 0, 1, 0],
      ),
      clip('page', rect(0, 0, 860, 614, cream, { rx: 16 })),
      rect(0, 0, WIDTH, 1000, 'url(#table)'),
      place(118, 96, pad, -14),
      place(548, 128, pages(), 5),
      place(204, 330, booklet, -9),
      place(1120, 880, stamp, -8, 1.1),
    ),
  alt: {
    id: 'Paspor terbuka dengan cap-cap bermotif batik, di sampingnya paspor tertutup dan stempel kayu.',
    en: 'An open passport with stamps like batik medallions, beside a closed one and a wooden hand stamp.',
  },
};
