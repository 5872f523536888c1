import { amber, brick, clay, cream, maroon, ochre, paper, sand } from './palette.ts';
import type { Scene } from './scene.ts';
import { broken, down, range, ridge } from './shapes.ts';
import { circle, group, linear, path, picture, place, rect, stroke, WIDTH } from './svg.ts';

const FIELDS = ['#b9b469', '#a2a75f', '#8b9a58', '#758b53', '#607c4e', '#4d6c49', '#3d5c44', '#314d3e'];

/** The right page: terraces that rise from the fold, each with a rim of water that holds the sky. */
function terraces(): string[] {
  return FIELDS.map((fill, index) => {
    const top = 560 + index * 44 + index * index * 2.2;
    const bend = 60 + index * 12;
    const rim = `M0 ${top + 66}C180 ${top - bend} 420 ${top - bend * 0.5} 620 ${top + 20}S800 ${top - 30} 860 ${top - 46}`;
    const water = index % 3 === 1 && index < 6 ? [stroke(rim, '#f3d9a4', 13, { opacity: 0.9 })] : [];
    return group(
      {},
      path(`${rim}L860 1100L0 1100Z`, fill),
      stroke(rim, '#d9cf8d', 4, { opacity: 0.55 }),
      ...water,
    );
  });
}

/** The pages below the uppermost, as lines along the foot of the book. */
function pages(): string[] {
  const edge = (lift: number) => `M0 ${980 - lift}C180 ${890 - lift} 480 ${880 - lift} 800 ${930 - lift}`;
  const block = `${edge(0)}L800 1010L0 1010Z`;
  return [path(block, cream), ...range(5).map((line) => stroke(edge(-12 - line * 13), sand, 3))];
}

const half = (mirrored: boolean) =>
  group({ transform: `translate(800 0) scale(${mirrored ? -1 : 1} 1)` }, ...terraces(), ...pages());

const VOLCANO =
  'M330 610C520 560 640 380 724 262Q744 240 770 250L800 244L834 252Q860 244 876 268C960 390 1080 560 1270 610Z';

function palms(): string[] {
  const leaf = 'M0 0C20 -26 52 -28 74 -6C50 -14 24 -10 0 0Z';
  const palm = [
    stroke('M0 4C-4 50 2 100 -8 150', maroon, 8, { 'stroke-linecap': 'round' }),
    ...[-160, -115, -70, -25, 20, 200].map((turn) => place(0, 0, [path(leaf, '#33503f')], turn)),
  ];
  return [place(300, 470, palm, 0, 1.1), place(356, 512, palm, 6, 0.82), place(1290, 480, palm, -5, 1)];
}

const figures = [
  [392, 720, brick],
  [1160, 690, cream],
  [1216, 700, maroon],
] as const;

/** Someone at work in the fields, under a wide hat. */
const farmer = (cloth: string) => [
  path('M-12 0Q0 -32 12 0L9 34L-9 34Z', cloth),
  path('M-24 -10Q0 -42 24 -10Q0 -4 -24 -10Z', amber),
];

export const darmasiswaScholarship: Scene = {
  draw: () =>
    picture(
      linear('dawn', [
        [0, '#e9b873'],
        [0.6, '#f6dfb2'],
        [1, paper],
      ]),
      linear('slope', [
        [0, '#8d4a3a'],
        [1, '#d79a76'],
      ]),
      rect(0, 0, WIDTH, 1000, 'url(#dawn)'),
      ...range(5).map((ring) => circle(800, 330, 420 - ring * 62, cream, { opacity: 0.13 })),
      circle(800, 330, 138, ochre),
      path(VOLCANO, 'url(#slope)'),
      path(
        down(
          broken(
            ridge(
              [
                [0, 560],
                [260, 500],
                [560, 590],
                [800, 610],
                [1060, 580],
                [1380, 490],
                [1600, 550],
              ],
              40,
              4,
            ),
          ),
          [0, WIDTH],
          900,
        ),
        clay,
        { opacity: 0.55 },
      ),
      ...palms(),
      half(true),
      half(false),
      stroke('M800 628L800 1000', '#2a4337', 5, { opacity: 0.6 }),
      ...figures.map(([x, y, cloth]) => place(x, y, farmer(cloth))),
    ),
  alt: {
    id: 'Buku yang terbuka: halamannya menjadi sawah berundak di kaki gunung saat matahari terbit.',
    en: 'An open book whose pages turn into rice terraces below a volcano at sunrise.',
  },
};
