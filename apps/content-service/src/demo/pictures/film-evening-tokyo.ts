import { gunungan } from './gunungan.ts';
import { amber, bark, brick, clay, indigo, ink, maroon, night, sand, sogan } from './palette.ts';
import type { Scene } from './scene.ts';
import { numbers, range } from './shapes.ts';
import {
  circle,
  clip,
  ellipse,
  group,
  linear,
  path,
  picture,
  place,
  radial,
  rect,
  stroke,
  WIDTH,
} from './svg.ts';

/** Hills on the screen, as flat as shadows. */
function film(): string[] {
  return [
    rect(330, 96, 940, 540, 'url(#screen)'),
    circle(800, 330, 216, '#fbe9bf', { opacity: 0.85 }),
    path(
      'M330 636L330 520C430 470 520 420 600 470C700 540 780 560 860 520C960 470 1060 400 1150 460C1200 500 1240 510 1270 516L1270 636Z',
      clay,
      { opacity: 0.6 },
    ),
    path('M330 636L330 580C480 540 620 590 800 584C980 576 1120 540 1270 584L1270 636Z', brick, {
      opacity: 0.75,
    }),
    group({ 'clip-path': 'url(#frame)' }, place(800, 398, gunungan, 0, 0.86)),
  ];
}

/** The audience from behind, in three rows of seats. */
function audience(): string[] {
  const random = numbers(8);
  return range(3).flatMap((row) => {
    const size = 1 + row * 0.42;
    const step = 128 * size;
    const count = Math.ceil(WIDTH / step) + 1;
    const y = 748 + row * 106;
    return range(count).map((seat) => {
      const x = seat * step + (row % 2 ? -step / 2 : 0) + 20;
      const empty = random() > 0.84;
      const lean = (random() - 0.5) * 16;
      const shade = ['#2b2335', '#211b2b', '#17131f'][row] ?? ink;
      return place(x, y, [...(empty ? [] : person(shade, lean, random())), chair(row)], 0, size);
    });
  });
}

const chair = (row: number) =>
  group(
    {},
    path(
      'M-56 150L-56 56C-56 34 -40 26 0 26S56 34 56 56L56 150Z',
      ['#6d2a2c', '#5b2226', '#45191e'][row] ?? maroon,
    ),
    stroke('M-48 58C-46 40 -34 34 0 34S46 40 48 58', '#a9604c', 3, { opacity: 0.75 - row * 0.15 }),
  );

function person(shade: string, lean: number, kind: number): string[] {
  const hair =
    kind > 0.7
      ? [circle(lean + 2, -38, 11, shade)]
      : kind > 0.4
        ? [
            path(
              `M${lean - 29} -6C${lean - 32} -44 ${lean + 32} -44 ${lean + 29} -6L${lean + 31} 26L${lean - 31} 26Z`,
              shade,
            ),
          ]
        : [];
  return [
    path('M-50 90C-50 44 -30 30 0 30S50 44 50 90Z', shade),
    ellipse(lean, -4, 26, 31, shade),
    ...hair,
    stroke(`M${lean - 22} -18C${lean - 16} -36 ${lean + 16} -36 ${lean + 22} -18`, amber, 2.5, {
      opacity: 0.6,
      'stroke-linecap': 'round',
    }),
  ];
}

const curtain = (mirrored: boolean) =>
  group(
    { transform: mirrored ? `translate(${WIDTH} 0) scale(-1 1)` : 'translate(0 0)' },
    rect(0, 0, 236, 760, maroon),
    ...range(5).map((fold) => rect(fold * 50, 0, 22, 760, 'url(#fold)')),
    path('M236 0C226 240 240 520 214 760L250 760L250 0Z', '#17131f', { opacity: 0.5 }),
  );

export const filmEveningTokyo: Scene = {
  draw: () =>
    picture(
      clip('frame', rect(330, 96, 940, 540, ink)),
      linear('hall', [
        [0, '#1b1830'],
        [1, night],
      ]),
      radial('screen', [
        [0, '#fff3cf'],
        [0.55, '#f4cf8c'],
        [1, '#d99a5c'],
      ]),
      linear(
        'fold',
        [
          [0, '#8a3a34'],
          [1, maroon],
        ],
        [0, 0, 1, 0],
      ),
      rect(0, 0, WIDTH, 1000, 'url(#hall)'),
      curtain(false),
      curtain(true),
      rect(312, 78, 976, 576, '#0f0d18', { rx: 6 }),
      ...film(),
      rect(236, 690, 1128, 14, sogan),
      rect(236, 704, 1128, 90, bark),
      ellipse(800, 706, 560, 30, amber, { opacity: 0.16 }),
      ...audience(),
      rect(0, 0, WIDTH, 52, maroon),
      ...range(27).map((index) => path(`M${index * 62 - 10} 50q31 44 62 0z`, index % 2 ? brick : maroon)),
      stroke(`M0 51L${WIDTH} 51`, sand, 4),
      rect(0, 0, WIDTH, 1000, indigo, { opacity: 0.06 }),
    ),
  alt: {
    ja: '薄暗いホールで、観客がスクリーンに映るワヤンのグヌンガンを見ている。',
    id: 'Penonton di ruang temaram menatap layar yang menampilkan gunungan wayang.',
    en: 'An audience in a dim hall looks at a screen that shows the gunungan of the shadow theatre.',
  },
};
