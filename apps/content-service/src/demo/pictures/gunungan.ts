import { amber, maroon, ochre, sogan } from './palette.ts';
import { circle, group, path, stroke } from './svg.ts';

/** The gunungan, the mountain that opens and ends each shadow play; half of it, from its tip to its foot. */
const LEAF = 'M0 -300C10 -230 60 -190 104 -120C150 -46 160 40 118 96C92 130 70 140 78 190L78 226L0 226Z';

const BRANCHES = [
  'M0 -150C22 -150 44 -130 42 -104C40 -88 22 -88 20 -100',
  'M0 -96C40 -96 78 -60 74 -24C70 -2 44 -4 44 -24',
  'M0 -34C50 -30 104 0 100 46C96 72 66 72 66 50C66 36 82 34 84 44',
  'M0 -206C12 -204 22 -192 20 -178',
  'M0 -118C26 -120 52 -96 46 -70',
  'M0 -60C34 -62 62 -40 60 -14',
  'M0 6C38 8 66 30 62 58',
  'M0 44C18 46 34 56 36 72',
];

const gununganHalf = (mirrored: boolean) =>
  group(
    { transform: `scale(${mirrored ? -1 : 1} 1)` },
    path(LEAF, maroon),
    stroke(LEAF.replace('L0 226Z', ''), ochre, 6),
    ...BRANCHES.map((branch) => stroke(branch, amber, 7, { 'stroke-linecap': 'round' })),
    ...(
      [
        [58, -60],
        [88, 8],
        [36, -126],
        [60, 100],
        [98, 66],
      ] as const
    ).map(([x, y]) => circle(x, y, 6, ochre)),
    path('M0 96L62 112L62 130L0 122ZM10 134L54 138L54 190L10 190ZM0 200L70 200L70 216L0 216Z', amber),
    path('M18 142L30 143L30 190L18 190Z', maroon),
  );

/** A gunungan on its rod, 600 from tip to rod, about the middle of its leaf. */
export const gunungan = [
  stroke('M0 -300L0 420', sogan, 9),
  gununganHalf(false),
  gununganHalf(true),
  stroke('M0 -262L0 104', amber, 9, { 'stroke-linecap': 'round' }),
];
