import { junk } from './boats.ts';
import { amber, brick, clay, cream, indigo, maroon, moss, night, ochre, rose, sand } from './palette.ts';
import type { Scene } from './scene.ts';
import { broken, down, numbers, range, ridge } from './shapes.ts';
import { circle, group, linear, path, picture, place, radial, rect, stroke, WIDTH } from './svg.ts';

/** The far shore: where each tower stands, how wide and how high it is. */
const FAR = range(34).map(
  (index) => [index * 49 - 20, 34 + ((index * 29) % 26), 120 + ((index * 97) % 190)] as const,
);
const NEAR = [
  [-30, 190, 470, '#2b3d5e'],
  [176, 150, 600, '#33476a'],
  [342, 128, 420, '#283957'],
  [1120, 132, 430, '#2b3d5e'],
  [1268, 164, 640, '#33476a'],
  [1448, 190, 510, '#283957'],
] as const;

const FOOT = 800;

const tick = [
  stroke('M-30 2L-8 26L34 -26', brick, 15, { 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }),
];

/** A tower's windows, some of them lit. */
function windows(width: number, height: number, seed: number): string[] {
  const random = numbers(seed);
  const columns = Math.floor((width - 18) / 26);
  const margin = (width - columns * 26 + 8) / 2;
  return range(Math.floor((height - 30) / 34)).flatMap((row) =>
    range(columns).map((column) => {
      const light = random();
      const fill = light > 0.78 ? amber : light > 0.6 ? '#b98a52' : '#1d2a45';
      return rect(margin + column * 26, 22 + row * 34, 18, 20, fill);
    }),
  );
}

const tower = ([x, width, height, fill]: (typeof NEAR)[number]) =>
  place(x, FOOT - height, [
    rect(0, 0, width, height, fill),
    rect(width - 12, 0, 12, height, night, { opacity: 0.35 }),
    ...windows(width, height, height),
  ]);

/** The house in the middle, its windows like the lines of a list: one of them is found. */
function list(): string[] {
  const random = numbers(64);
  const rows = range(8).flatMap((row) =>
    range(4).map((column) => {
      const [x, y] = [44 + column * 132, 60 + row * 86];
      const lit = random() > 0.46;
      const fill = lit ? (random() > 0.5 ? '#d9a65c' : '#c18a4c') : '#24395c';
      const curtain = lit ? [path(`M${x} ${y}h22q-4 30 -22 54z`, cream, { opacity: 0.35 })] : [];
      return group(
        {},
        rect(x - 5, y - 5, 114, 64, '#6b2f2c'),
        rect(x, y, 104, 54, fill),
        ...curtain,
        stroke(`M${x + 52} ${y}v54`, '#6b2f2c', 4),
      );
    }),
  );
  return [
    rect(0, 0, 592, 760, '#8f4a3d'),
    rect(560, 0, 32, 760, maroon, { opacity: 0.5 }),
    rect(-14, -18, 620, 26, clay),
    ...rows,
    circle(360, 345, 190, 'url(#halo)'),
    rect(303, 313, 114, 64, cream),
    rect(308, 318, 104, 54, '#fdf6e3'),
    place(360, 345, tick),
  ];
}

export const voterRegistrationHongKong: Scene = {
  draw: () =>
    picture(
      linear('dusk', [
        [0, '#31456b'],
        [0.5, '#b5766b'],
        [0.82, '#eab97c'],
        [1, sand],
      ]),
      linear('water', [
        [0, '#8a5f63'],
        [0.3, indigo],
        [1, night],
      ]),
      radial('halo', [
        [0, '#fbe3a6', 0.95],
        [0.4, amber, 0.4],
        [1, amber, 0],
      ]),
      rect(0, 0, WIDTH, 1000, 'url(#dusk)'),
      path(
        down(
          broken(
            ridge(
              [
                [0, 470],
                [260, 330],
                [520, 410],
                [800, 260],
                [1020, 300],
                [1280, 380],
                [1600, 300],
              ],
              44,
              13,
            ),
          ),
          [0, WIDTH],
          FOOT,
        ),
        moss,
        { opacity: 0.75 },
      ),
      ...FAR.map(([x, width, height]) =>
        rect(x, FOOT - height - 60, width, height + 60, rose, { opacity: 0.55 }),
      ),
      ...NEAR.map(tower),
      place(504, 64, list()),
      rect(0, FOOT, WIDTH, 200, 'url(#water)'),
      ...range(40).map((index) =>
        stroke(
          `M${(index * 251) % 1580} ${816 + ((index * 67) % 180)}h${24 + ((index * 31) % 70)}`,
          index % 3 ? ochre : cream,
          3.5,
          { opacity: 0.4, 'stroke-linecap': 'round' },
        ),
      ),
      ...range(9).map((line) =>
        stroke(
          `M${846 - line * 3 + ((line * 47) % 30)} ${812 + line * 19}h${36 + ((line * 13) % 26)}`,
          '#fbe3a6',
          6,
          { opacity: 0.75 - line * 0.06, 'stroke-linecap': 'round' },
        ),
      ),
      place(330, 884, junk, 0, 1.05),
    ),
  alt: {
    id: 'Gedung di pelabuhan Hong Kong saat senja; di antara banyak jendela, satu menyala dengan tanda centang.',
    en: 'A building by Hong Kong’s harbour at dusk; among its many windows one is lit and holds a tick.',
  },
};
