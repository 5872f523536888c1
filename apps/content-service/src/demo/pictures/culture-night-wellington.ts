import { kawung } from './batik.ts';
import { BEAM, gong, kettle, post, wing } from './gamelan.ts';
import { amber, bark, brick, clay, cream, indigo, maroon, night, ochre, sand } from './palette.ts';
import type { Scene } from './scene.ts';
import { around, broken, down, numbers, range, ridge } from './shapes.ts';
import { circle, ellipse, group, linear, path, picture, place, radial, rect, stroke, WIDTH } from './svg.ts';

/** The Southern Cross, over the harbour's hills. */
const STARS = [
  [1372, 120, 7],
  [1340, 214, 6],
  [1428, 188, 6],
  [1388, 290, 7],
  [1406, 226, 3.5],
  [1190, 96, 3],
  [1524, 74, 3],
  [204, 96, 3],
  [96, 220, 3.5],
  [330, 150, 2.5],
  [1500, 356, 3],
  [150, 380, 2.5],
  [560, 86, 3],
  [1010, 70, 2.5],
] as const;

function lights(): string[] {
  const random = numbers(41);
  return range(70).map(() => {
    const x = random() * WIDTH;
    return circle(x, 640 - random() * 70, 1.6 + random() * 2, random() > 0.3 ? amber : cream, {
      opacity: 0.85,
    });
  });
}

function stage(): string[] {
  const kettles = range(9).map((index) => place(160 + index * 160, 846, kettle));
  return [
    rect(0, 812, WIDTH, 188, 'url(#floor)'),
    rect(0, 812, WIDTH, 5, clay),
    ...kettles,
    rect(40, 880, 1520, 74, maroon, { rx: 10 }),
    rect(40, 880, 1520, 12, brick, { rx: 6 }),
    ...range(15).map((index) => place(90 + index * 101.5, 922, kawung(58, ochre, maroon))),
  ];
}

export const cultureNightWellington: Scene = {
  draw: () =>
    picture(
      linear('night', [
        [0, night],
        [0.7, indigo],
        [1, '#52546c'],
      ]),
      radial('glow', [
        [0, '#f0b45c', 0.75],
        [0.55, '#d98b45', 0.28],
        [1, clay, 0],
      ]),
      linear('bronze', [
        [0, '#edb95a'],
        [0.5, '#cf8d39'],
        [1, '#94592a'],
      ]),
      radial('boss', [
        [0, '#fbe2a0'],
        [0.6, '#dd9f45'],
        [1, '#a9692e'],
      ]),
      linear('floor', [
        [0, '#8a4a32'],
        [1, bark],
      ]),
      rect(0, 0, WIDTH, 1000, 'url(#night)'),
      ...STARS.map(([x, y, r]) =>
        path(broken(range(8).map((turn) => around([x, y], turn * 45, turn % 2 ? r * 0.5 : r * 1.6))), sand),
      ),
      path(
        down(
          broken(
            ridge(
              [
                [0, 560],
                [220, 480],
                [460, 560],
                [800, 590],
                [1130, 560],
                [1380, 470],
                [1600, 530],
              ],
              50,
              9,
            ),
          ),
          [0, WIDTH],
          700,
        ),
        '#1c2a45',
      ),
      rect(0, 640, WIDTH, 180, '#2c3a58'),
      ...lights(),
      ellipse(800, 500, 720, 520, 'url(#glow)'),
      place(420, 180, post),
      place(1180, 180, post),
      path(BEAM, maroon),
      place(812, 206, wing),
      group({ transform: 'translate(788 206) scale(-1 1)' }, ...wing),
      circle(800, 176, 44, brick),
      place(800, 176, kawung(74, amber, brick)),
      stroke('M700 262L718 356M900 262L882 356', sand, 7),
      place(800, 520, gong(228)),
      stroke('M492 262L500 420M548 262L542 420', sand, 5),
      place(521, 502, gong(94)),
      stroke('M1052 262L1058 420M1108 262L1102 420', sand, 5),
      place(1079, 502, gong(94)),
      ...stage(),
    ),
  alt: {
    id: 'Gong besar dan deretan bonang di panggung bercahaya hangat; di luar, bukit pelabuhan dan rasi Salib Selatan.',
    en: 'A great gong and a row of kettle gongs on a warmly lit stage, with harbour hills and the Southern Cross behind.',
  },
};
