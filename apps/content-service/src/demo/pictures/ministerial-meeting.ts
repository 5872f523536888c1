import { kawung, parangTile } from './batik.ts';
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
  ochre,
  paper,
  sage,
  sand,
  sogan,
} from './palette.ts';
import type { Scene } from './scene.ts';
import { around, range } from './shapes.ts';
import {
  circle,
  ellipse,
  group,
  linear,
  type Point,
  path,
  picture,
  place,
  rect,
  stroke,
  WIDTH,
} from './svg.ts';

const SEATS = 14;
const CENTRE: Point = [800, 500];

/** A chair seen from above, its back away from the table. */
const chair = (cloth: string, back: string) => [
  path('M-46 -34Q0 -60 46 -34L42 34Q0 44 -42 34Z', cloth),
  stroke('M-52 -28Q0 -66 52 -28', back, 17, { 'stroke-linecap': 'round' }),
];

/** A folder, a sheet with lines on it, a pen and a cup. */
const papers = (cloth: string) => [
  rect(-40, -26, 58, 74, cloth, { rx: 4, transform: 'rotate(-4)' }),
  rect(-34, -22, 50, 66, cream, { rx: 2, transform: 'rotate(3)' }),
  ...range(4).map((line) => stroke(`M-24 ${-6 + line * 12}l${line === 3 ? 16 : 30} 1.5`, sand, 3)),
  stroke('M32 -14l7 46', ink, 5, { 'stroke-linecap': 'round' }),
  circle(44, -34, 17, paper),
  circle(44, -34, 11, sogan),
];

const turns = range(SEATS).map((index) => (index + 0.5) * (360 / SEATS));
const isOurs = (turn: number) => turn < 180;

function seats(): string[] {
  return turns.map((turn) => {
    const [x, y] = around(CENTRE, turn, 424);
    const [cloth, back] = isOurs(turn) ? [clay, maroon] : [dusk, indigo];
    return group(
      {},
      ellipse(x + 12, y + 18, 56, 50, ink, { opacity: 0.2 }),
      place(x, y, chair(cloth, back), turn + 90),
    );
  });
}

function places(): string[] {
  return turns.map((turn) => {
    const [x, y] = around(CENTRE, turn, 284);
    return place(x, y, papers(isOurs(turn) ? brick : indigo), turn - 90);
  });
}

function table(): string[] {
  const [x, y] = CENTRE;
  return [
    circle(x + 14, y + 22, 362, ink, { opacity: 0.25 }),
    circle(x, y, 360, sogan),
    circle(x, y, 348, 'url(#wood)'),
    circle(x, y, 198, bark),
    circle(x, y, 187, maroon),
    circle(x, y, 180, 'none', { stroke: ochre, 'stroke-width': 3 }),
  ];
}

/** The flowers in the middle: a kawung in a ring of leaves. */
function flowers(): string[] {
  const leaves = range(16).map((index) =>
    group(
      { transform: `rotate(${index * 22.5})` },
      path('M96 0C120 -26 164 -20 182 0C164 20 120 26 96 0Z', index % 2 ? sage : '#738c6c'),
    ),
  );
  return [...leaves, circle(0, 0, 104, brick), ...kawung(196, amber, brick)];
}

export const ministerialMeeting: Scene = {
  draw: () =>
    picture(
      parangTile('floor', 120, '#e6cfa6', '#d9ba86', '#c79f66'),
      linear('wood', [
        [0, '#c58a52'],
        [1, '#a96f3f'],
      ]),
      rect(0, 0, WIDTH, 1000, 'url(#floor)'),
      circle(800, 500, 560, paper),
      circle(800, 500, 542, 'none', { stroke: ochre, 'stroke-width': 4 }),
      ...seats(),
      ...table(),
      ...places(),
      place(800, 500, flowers(), 0, 0.88),
    ),
  alt: {
    id: 'Meja bundar dilihat dari atas, dengan dua deret kursi berhadapan dan rangkaian bunga di tengah.',
    en: 'A round table seen from above, two sides facing each other, with flowers in the middle.',
  },
};
