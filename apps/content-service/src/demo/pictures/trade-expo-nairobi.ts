import {
  amber,
  bark,
  brick,
  clay,
  cream,
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
import { anise, bean, clove, leaf, nutmeg, pepper, sticks, strewn } from './spices.ts';
import { circle, el, ellipse, linear, path, picture, place, polygon, rect, stroke, WIDTH } from './svg.ts';

const bowl = (radius: number, rim: string, inside: string, ...filling: string[]) => [
  circle(14, 20, radius, ink, { opacity: 0.28 }),
  circle(0, 0, radius, rim),
  circle(0, 0, radius * 0.91, inside),
  ...filling,
  stroke(
    `M${-radius * 0.62} ${-radius * 0.74}A${radius * 0.96} ${radius * 0.96} 0 0 1 ${radius * 0.1} ${-radius * 0.96}`,
    cream,
    5,
    { opacity: 0.5, 'stroke-linecap': 'round' },
  ),
];

/** A heap of ground spice, smoothed with a spoon. */
const heap = (radius: number, ...colours: string[]) =>
  colours.map((colour, index) =>
    ellipse(-index * 5, -index * 8, radius * (1 - index * 0.27), radius * (0.96 - index * 0.29), colour),
  );

/** Woven ikat: stepped diamonds whose edges the dye has softened. */
function ikat(): string {
  const stepped = (size: number, fill: string) => {
    const steps = range(5).flatMap(
      (step) =>
        [
          [(step * size) / 5, size - (step * size) / 5],
          [((step + 1) * size) / 5, size - (step * size) / 5],
        ] as const,
    );
    const quarter = [...steps, ...steps.toReversed().map(([x, y]) => [x, -y] as const)];
    return path(polygon([...quarter, ...quarter.toReversed().map(([x, y]) => [-x, y] as const)]), fill);
  };
  const diamond = place(
    100,
    125,
    [stepped(96, ochre), stepped(74, maroon), stepped(50, cream), stepped(26, brick)],
    0,
  );
  const corners = [0, 200].flatMap((x) =>
    [0, 250].map((y) => place(x, y, [stepped(48, amber), stepped(26, night)])),
  );
  const frame = {
    id: 'ikat',
    width: 200,
    height: 250,
    patternUnits: 'userSpaceOnUse',
    patternTransform: 'translate(0 0)',
  };
  return el('pattern', frame, rect(0, 0, 200, 250, indigo), diamond, ...corners);
}

function cloth(): string[] {
  const fringe = range(34).map((index) => stroke(`M${536 + index * 16} -10l3 30`, sand, 4));
  return [
    rect(548, -20, 528, 1040, ink, { opacity: 0.25 }),
    rect(536, -20, 528, 1040, 'url(#ikat)'),
    ...[536, 1024].flatMap((x) => [rect(x, -20, 40, 1040, brick), rect(x + 17, -20, 6, 1040, amber)]),
    ...fringe,
  ];
}

export const tradeExpoNairobi: Scene = {
  draw: () =>
    picture(
      ikat(),
      linear(
        'table',
        [
          [0, '#efdcb9'],
          [1, '#dfc394'],
        ],
        [0, 0, 1, 1],
      ),
      rect(0, 0, WIDTH, 1000, 'url(#table)'),
      ...range(6).map((board) => stroke(`M0 ${board * 180 + 70}L${WIDTH} ${board * 180 + 70}`, '#cfae7c', 3)),
      ...cloth(),
      place(800, 500, bowl(258, sogan, bark, ...strewn(150, 222, 3, bean))),
      place(268, 260, bowl(196, indigo, night, ...heap(170, '#c9822c', '#dd9b3a', '#ecb65a'))),
      place(1340, 250, bowl(190, brick, maroon, ...strewn(17, 138, 8, anise, 0.95))),
      place(250, 748, bowl(182, clay, maroon, ...strewn(96, 154, 12, clove))),
      place(1352, 742, bowl(206, paper, sand, ...sticks)),
      place(1048, 120, bowl(92, night, indigo, ...strewn(46, 74, 21, pepper, 0.8))),
      place(560, 884, bowl(104, ochre, sogan, ...strewn(8, 66, 30, nutmeg, 0.95))),
      place(508, 470, leaf, 24),
      place(1094, 560, leaf, -62),
      place(486, 92, leaf, -30),
      place(1010, 892, anise, 12, 1.2),
      ...(
        [
          [470, 590, 20],
          [1120, 430, 80],
          [1086, 684, 140],
          [520, 330, 50],
        ] as const
      ).map(([x, y, turn]) => place(x, y, bean, turn)),
    ),
  alt: {
    id: 'Kopi, kunyit, bunga lawang, cengkih, dan kayu manis dalam mangkuk di atas kain ikat, dilihat dari atas.',
    en: 'Coffee, turmeric, star anise, cloves and cinnamon in bowls on an ikat cloth, seen from above.',
  },
};
