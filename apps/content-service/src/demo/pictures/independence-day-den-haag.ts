import { crowd } from './crowd.ts';
import { house } from './gabled-house.ts';
import { bark, cream, ink, moss, ochre, paper, red, sage, sand, sogan } from './palette.ts';
import type { Scene } from './scene.ts';
import { range } from './shapes.ts';
import {
  circle,
  clip,
  ellipse,
  group,
  linear,
  path,
  picture,
  place,
  rect,
  stroke,
  tidy,
  WIDTH,
} from './svg.ts';

/** The flag in the wind: red over white, with folds of light and shade. */
const FLAG = 'M0 0C110 -46 200 50 320 12S500 -34 600 14L600 406C500 358 440 366 320 404S110 346 0 392Z';
const RED = 'M0 0C110 -46 200 50 320 12S500 -34 600 14L600 210C500 162 440 170 320 208S110 150 0 196Z';
const FOLDS = [
  ['M90 -14C150 -20 200 34 262 28L262 420C200 424 150 372 90 362Z', ink, 0.1],
  ['M400 -14C460 -24 500 -22 540 -6L540 384C500 368 460 368 400 380Z', ink, 0.12],
  ['M0 0C30 -14 60 -18 90 -14L90 362C60 362 30 376 0 392Z', cream, 0.14],
] as const;

/** A string of pennants that hangs between two points. */
function pennants(from: number, to: number, y: number, sag: number): string[] {
  const at = (part: number) => y + sag * 4 * part * (1 - part);
  const count = Math.round((to - from) / 56);
  const one = (index: number) => {
    const x = from + ((to - from) * (index + 0.5)) / count;
    return path(
      `M${tidy(x - 20)} ${tidy(at((index + 0.1) / count))}L${tidy(x + 20)} ${tidy(at((index + 0.9) / count))}L${tidy(x)} ${tidy(at((index + 0.5) / count) + 50)}Z`,
      index % 2 ? cream : red,
    );
  };
  return [
    stroke(`M${from} ${y}Q${(from + to) / 2} ${y + sag * 2} ${to} ${y}`, sogan, 3),
    ...range(count).map(one),
  ];
}

const tree = [
  rect(-8, -30, 16, 60, bark),
  ...(
    [
      [0, -90, 66],
      [-44, -56, 46],
      [44, -56, 48],
    ] as const
  ).map(([x, y, r]) => circle(x, y, r, moss)),
  circle(-16, -112, 34, '#64805c'),
  circle(36, -80, 24, '#64805c'),
];

export const independenceDayDenHaag: Scene = {
  draw: () =>
    picture(
      linear('sky', [
        [0, '#9db7bd'],
        [0.65, '#e2dcc4'],
        [1, paper],
      ]),
      clip('flag', path(FLAG, ink)),
      rect(0, 0, WIDTH, 1000, 'url(#sky)'),
      ...(
        [
          [1180, 150, 1],
          [1420, 250, 0.7],
          [170, 190, 0.8],
        ] as const
      ).map(([x, y, size]) =>
        place(
          x,
          y,
          [ellipse(0, 0, 150, 20, cream), ellipse(40, -18, 84, 22, cream), ellipse(-40, -10, 60, 18, cream)],
          0,
          size,
        ),
      ),
      ...range(9).map(house),
      rect(0, 790, WIDTH, 210, sage),
      ...[40, 1330, 1560].map((x) => place(x, 790, tree)),
      ...pennants(-20, 506, 250, 60),
      ...pennants(520, 1640, 430, 60),
      rect(506, 40, 14, 800, cream),
      rect(514, 40, 6, 800, sand),
      circle(513, 36, 16, ochre),
      place(520, 66, [
        path(FLAG, '#fffdf8'),
        path(RED, red),
        group(
          { 'clip-path': 'url(#flag)' },
          ...FOLDS.map(([d, fill, opacity]) => path(d, fill, { opacity })),
        ),
      ]),
      ...crowd(),
    ),
  alt: {
    id: 'Bendera Merah Putih berkibar di atas halaman penuh warga, dengan deretan rumah khas Belanda di belakangnya.',
    en: 'The red and white flag flies over a yard full of people, with a row of Dutch gabled houses behind.',
  },
};
