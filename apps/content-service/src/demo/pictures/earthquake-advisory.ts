import {
  amber,
  brick,
  clay,
  cream,
  dusk,
  indigo,
  ink,
  maroon,
  night,
  ochre,
  paper,
  rose,
} from './palette.ts';
import type { Scene } from './scene.ts';
import { broken, down, numbers, range, ridge } from './shapes.ts';
import { circle, clip, group, linear, type Point, path, picture, rect, stroke, WIDTH } from './svg.ts';

const FOCUS: Point = [880, 610];

const RANGES: { peaks: Point[]; rough: number; fill: string }[] = [
  {
    peaks: [
      [0, 470],
      [190, 350],
      [430, 430],
      [700, 250],
      [930, 360],
      [1180, 210],
      [1390, 330],
      [1600, 270],
    ],
    rough: 90,
    fill: rose,
  },
  {
    peaks: [
      [0, 540],
      [260, 440],
      [520, 520],
      [800, 390],
      [1060, 500],
      [1330, 380],
      [1600, 460],
    ],
    rough: 80,
    fill: clay,
  },
  {
    peaks: [
      [0, 580],
      [320, 560],
      [620, 500],
      [960, 590],
      [1240, 510],
      [1600, 570],
    ],
    rough: 60,
    fill: brick,
  },
];

function mountains(): string[] {
  return RANGES.map(({ peaks, rough, fill }, index) => {
    const land = down(broken(ridge(peaks, rough, 11 + index * 7)), [0, WIDTH], 640);
    return group({}, path(land, fill), path(land, 'url(#haze)'));
  });
}

/** The town at the foot of the mountains, a few windows already lit. */
function town(): string[] {
  const random = numbers(23);
  return range(46).map((index) => {
    const x = 470 + index * 19;
    const rise = 1 - Math.abs(index - 22) / 26;
    const height = 8 + rise * (14 + random() * 52);
    const lit = random() > 0.62 && height > 26;
    const window = lit ? [rect(x + 5, 640 - height + 9, 5, 7, amber)] : [];
    return group({}, rect(x, 640 - height, 12 + random() * 9, height, maroon), ...window);
  });
}

/** The rings of a wave, seen in the ground as in still water. */
function waves(): string[] {
  return range(11).map((index) =>
    circle(FOCUS[0], 640, 70 + index * 84, 'none', {
      stroke: cream,
      'stroke-width': 2.5,
      opacity: 0.42 - index * 0.035,
    }),
  );
}

/** What the needle draws: quiet, a first tremor, the shock, and quiet again. */
function trace(): Point[] {
  const random = numbers(5);
  const shock = (x: number) => {
    const after = x - (FOCUS[0] - 120);
    if (after < 0) return 5 + Math.max(0, 1 - Math.abs(after + 170) / 90) * 26;
    return 14 + 150 * Math.exp(-after / 190) * Math.min(1, after / 50);
  };
  return range(229).map((index) => {
    const x = index * 7.03;
    return [x, 820 + (index % 2 === 0 ? 1 : -1) * shock(x) * (0.35 + random() * 0.75)];
  });
}

export const earthquakeAdvisory: Scene = {
  draw: () =>
    picture(
      linear('sky', [
        [0, '#e9c79a'],
        [0.55, cream],
        [1, paper],
      ]),
      linear('ground', [
        [0, indigo],
        [1, night],
      ]),
      linear('haze', [
        [0, cream, 0],
        [0.55, cream, 0],
        [1, cream, 0.34],
      ]),
      clip('below', rect(0, 640, WIDTH, 360, ink)),
      rect(0, 0, WIDTH, 700, 'url(#sky)'),
      circle(455, 330, 104, '#f3cf8e', { opacity: 0.5 }),
      circle(455, 330, 78, ochre),
      ...mountains(),
      ...town(),
      rect(0, 640, WIDTH, 360, 'url(#ground)'),
      group({ 'clip-path': 'url(#below)' }, ...waves()),
      stroke(`M0 640L${WIDTH} 640`, dusk, 3),
      stroke(broken(trace()), cream, 5.5, { 'stroke-linejoin': 'round' }),
    ),
  alt: {
    id: 'Pegunungan saat fajar; di bawahnya, garis seismograf yang bergetar lalu kembali tenang.',
    en: 'Mountains at dawn; below them a seismograph’s line that trembles and grows calm again.',
    es: 'Montañas al amanecer; debajo, el trazo de un sismógrafo que tiembla y vuelve a la calma.',
  },
};
