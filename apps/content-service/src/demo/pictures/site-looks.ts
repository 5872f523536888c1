import { kawung } from './batik.ts';
import { felucca, junk } from './boats.ts';
import type { Drawing } from './draw-picture.ts';
import { amber, cream, dusk, indigo, maroon, night, rose, sand, teal } from './palette.ts';
import { broken, down, range, ridge } from './shapes.ts';
import { circle, el, linear, type Point, path, picture, place, rect, stroke, WIDTH } from './svg.ts';

const SIDE = 640;

/** A rosette of kawung: an emblem of our own, since no real one should be taken for a sample. */
export const rosette: Drawing = {
  svg: el(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width: SIDE, height: SIDE, viewBox: `0 0 ${SIDE} ${SIDE}` },
    rect(0, 0, SIDE, SIDE, '#ffffff'),
    circle(SIDE / 2, SIDE / 2, 300, maroon),
    circle(SIDE / 2, SIDE / 2, 276, 'none', { stroke: cream, 'stroke-width': 6 }),
    place(SIDE / 2, SIDE / 2, kawung(500, cream, maroon)),
  ),
  alt: { id: 'Lambang contoh: roset kawung', en: 'A sample emblem: a rosette of kawung' },
};

/** What lies in the distance, from far to near: its skyline, how rough it is, its colour. */
const RANGES: [Point[], number, string][] = [
  [range(9).map((n): Point => [n * 200, 470 - (n % 3) * 55 - (n % 2) * 30]), 60, rose],
  [range(7).map((n): Point => [n * 270 - 20, 520 - ((n * 2) % 5) * 34]), 70, dusk],
  [range(6).map((n): Point => [n * 330 - 20, 575 - ((n * 3) % 4) * 30]), 50, indigo],
];
const SEA = 590;

function mountains([skyline, rough, fill]: (typeof RANGES)[number], index: number): string {
  const line = broken(ridge(skyline, rough, 11 + index * 7));
  return path(down(line, [-40, WIDTH + 60], SEA), fill, { opacity: index === 0 ? 0.75 : 1 });
}

const glints = range(46).map((n) => {
  const [x, y] = [(n * 379) % 1640, SEA + 12 + ((n * 83) % 380)];
  return stroke(`M${x} ${y}h${40 + ((n * 37) % 90)}`, n % 3 ? sand : cream, 3, { opacity: 0.35 });
});

/** The sea before the islands at daybreak, with two boats; what matters lies in its middle, for a wide crop. */
export const daybreak: Drawing = {
  svg: picture(
    linear('sky', [
      [0, dusk],
      [0.3, rose],
      [0.5, amber],
      [0.6, cream],
    ]),
    linear('sea', [
      [0, teal],
      [1, night],
    ]),
    rect(0, 0, WIDTH, 1000, 'url(#sky)'),
    circle(1010, 470, 92, cream, { opacity: 0.9 }),
    ...RANGES.map(mountains),
    rect(0, SEA, WIDTH, 1000 - SEA, 'url(#sea)'),
    ...glints,
    place(420, 640, junk, 0, 0.7),
    place(1270, 625, felucca, 0, 0.55),
  ),
  alt: {
    id: 'Laut di depan gugusan pulau saat fajar, dengan dua perahu layar.',
    en: 'The sea before a chain of islands at daybreak, with two sailing boats.',
    ar: 'البحر أمام سلسلة من الجزر عند الفجر، وفيه مركبان شراعيان.',
    ja: '夜明けの島々を望む海と、二艘の帆船。',
  },
};
