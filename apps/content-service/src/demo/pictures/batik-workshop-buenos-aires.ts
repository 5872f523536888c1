import { kawung } from './batik.ts';
import {
  amber,
  bark,
  brick,
  clay,
  cream,
  dusk,
  indigo,
  ink,
  maroon,
  night,
  ochre,
  paper,
  sand,
  sogan,
} from './palette.ts';
import type { Scene } from './scene.ts';
import { range } from './shapes.ts';
import { circle, clip, ellipse, group, linear, path, picture, place, rect, stroke, WIDTH } from './svg.ts';

const SIZE = 200;

/** Where the motifs stand on the cloth. */
const SPOTS = range(6).flatMap((row) =>
  range(9).map((column) => [column * SIZE + 10, row * SIZE + 20] as const),
);

const SEED = 'M20 0C29 -58 116 -58 134 0C116 58 29 58 20 0Z';
const TURNS = [45, 135, 225, 315];

/** A motif in pencil and wax, as far as the hand has come: `seeds` of its four are done. */
function drawn(seeds: number): string[] {
  const pencil = TURNS.map((turn) =>
    place(0, 0, [stroke(SEED, '#c9b593', 2.5, { 'stroke-dasharray': '7 7' })], turn),
  );
  const wax = TURNS.slice(0, seeds).map((turn) =>
    place(
      0,
      0,
      [
        stroke(SEED, clay, 8, { 'stroke-linejoin': 'round' }),
        stroke('M50 0L98 0', clay, 6, { 'stroke-linecap': 'round' }),
      ],
      turn,
    ),
  );
  return [...pencil, ...wax];
}

const small = (colour: string) => [
  circle(0, 0, 7, colour),
  ...TURNS.map((turn) => place(0, 0, [circle(22, 0, 4, colour)], turn + 45)),
];

/** The edge up to which the cloth has been in the dye. */
const DYED =
  'M-20 -20L700 -20C640 120 760 230 690 380C620 540 730 640 660 780C620 880 690 960 650 1030L-20 1030Z';
const SOAKED =
  'M-20 -20L724 -20C664 120 786 230 716 380C646 540 756 640 686 780C646 880 716 960 676 1030L-20 1030Z';

const finished = ([x, y]: readonly [number, number]) => [
  place(x, y, kawung(SIZE * 1.45, cream, sogan)),
  place(x + SIZE / 2, y, small(amber)),
  place(x, y + SIZE / 2, small(amber)),
];

function dyed(): string[] {
  return [
    path(SOAKED, dusk),
    path(DYED, 'url(#dye)'),
    group({ 'clip-path': 'url(#dyed)' }, ...SPOTS.filter(([x]) => x < 900).flatMap(finished)),
  ];
}

/** The motifs right of the dye, column by column: waxed, under the pen, and only thought of. */
function waxed(): string[] {
  const done = (x: number, y: number) => {
    if (x < 1000 || (x < 1100 && y < 600)) return 4;
    return x < 1100 && y < 700 ? 3 : 0;
  };
  return SPOTS.filter(([x]) => x > 600).map(([x, y]) => place(x, y, drawn(done(x, y))));
}

/** A canting: a copper bowl with its spout, on a wooden handle. */
const canting = [
  path('M150 -46L620 -96Q652 -96 652 -72Q650 -50 620 -46L152 -12Z', sogan),
  path('M150 -46L620 -96Q640 -97 648 -84L150 -34Z', '#8f5d38'),
  rect(116, -52, 66, 46, bark, { rx: 8, transform: 'rotate(-5 150 -30)' }),
  path('M20 -70C24 -96 118 -100 128 -66C136 -20 112 14 70 14C34 14 14 -26 20 -70Z', '#b0673a'),
  path('M20 -70C24 -96 118 -100 128 -66C126 -50 24 -50 20 -70Z', maroon),
  ellipse(74, -70, 44, 11, amber),
  path('M34 -56C30 -30 40 -6 56 4', 'none', {
    stroke: '#e0a070',
    'stroke-width': 7,
    'stroke-linecap': 'round',
  }),
  stroke('M40 0C20 16 10 8 0 30', '#b0673a', 12, { 'stroke-linecap': 'round' }),
  circle(0, 36, 8, amber),
];

export const batikWorkshopBuenosAires: Scene = {
  draw: () =>
    picture(
      clip('dyed', path(DYED, ink)),
      linear(
        'dye',
        [
          [0, indigo],
          [1, night],
        ],
        [0, 0, 1, 1],
      ),
      linear('cloth', [
        [0, cream],
        [1, paper],
      ]),
      rect(0, 0, WIDTH, 1000, 'url(#cloth)'),
      ...range(25).map((line) =>
        stroke(`M0 ${line * 40 + 10}L${WIDTH} ${line * 40 + 10}`, sand, 1.5, { opacity: 0.4 }),
      ),
      ...waxed(),
      ...dyed(),
      rect(0, 0, WIDTH, 34, brick),
      rect(0, 34, WIDTH, 9, ochre),
      rect(0, 966, WIDTH, 34, brick),
      rect(0, 957, WIDTH, 9, ochre),
      place(
        960,
        560,
        [
          group({ opacity: 0.2, transform: 'translate(26 44)' }, path('M20 -20L640 -70L640 -30L40 20Z', ink)),
          ...canting,
        ],
        -14,
        1.25,
      ),
    ),
  alt: {
    es: 'Un canting dibuja con cera un motivo kawung sobre la tela; la mitad ya está teñida de índigo.',
    id: 'Canting menorehkan malam membentuk motif kawung pada kain; separuhnya sudah dicelup nila.',
    en: 'A canting draws a kawung motif in wax on cloth; half of it is already dyed indigo.',
  },
};
