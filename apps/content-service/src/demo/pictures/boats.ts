import { brick, clay, cream, maroon, sand, sogan } from './palette.ts';
import { path, stroke } from './svg.ts';

/** A junk with ribbed sails. */
export const junk = [
  path('M-120 0L120 0C112 34 92 46 70 46L-76 46C-98 40 -112 24 -120 0Z', maroon),
  stroke('M-20 0L-20 -176M58 0L58 -120', '#3c1a1a', 6),
  path('M-26 -170C30 -150 36 -60 20 -14L-92 -20C-84 -80 -70 -140 -26 -170Z', clay),
  path('M56 -116C92 -100 104 -50 96 -14L26 -14C30 -60 36 -96 56 -116Z', brick),
  ...[-52, -86, -120].map((y) => stroke(`M${-88 + (-52 - y) * 0.28} ${y}L${28} ${y + 6}`, maroon, 3)),
];

/** A felucca with its long yard. */
export const felucca = [
  path('M-4 -210C60 -150 96 -80 104 -18L-10 -18Z', cream),
  path('M-14 -214C-40 -140 -62 -70 -66 -18L-18 -18Z', sand),
  stroke('M-12 -222L-12 0', sogan, 7),
  path('M-110 -10C-60 4 70 4 122 -16C112 22 84 34 60 34L-64 34C-88 30 -104 14 -110 -10Z', maroon),
  path('M-110 -10C-60 4 70 4 122 -16L120 -6C70 14 -60 14 -107 0Z', brick),
];
