import { kawung, starTile } from './batik.ts';
import { felucca } from './boats.ts';
import {
  amber,
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
  teal,
} from './palette.ts';
import type { Scene } from './scene.ts';
import { range } from './shapes.ts';
import { circle, clip, ellipse, group, linear, path, picture, place, rect, stroke, WIDTH } from './svg.ts';

/** A keel arch of a given half width: its spring is on zero, its foot `foot` below. */
const arch = (half: number, foot: number) => {
  const rise = half * 1.36;
  const side = (x: number) => `${x} ${-rise * 0.56} ${x * 0.56} ${-rise * 0.74} 0 ${-rise}`;
  return `M${-half} ${foot}L${-half} 0C${side(-half)}C${half * 0.56} ${-rise * 0.74} ${half} ${-rise * 0.56} ${half} 0L${half} ${foot}Z`;
};

const palm = [
  stroke('M0 0C6 60 -4 120 4 200', '#4d3324', 13, { 'stroke-linecap': 'round' }),
  ...[-172, -148, -118, -90, -62, -32, -8].map((turn) =>
    group({ transform: `rotate(${turn})` }, path('M0 0C40 -22 84 -14 112 22C74 2 36 4 0 0Z', '#2f4a3d')),
  ),
];

/** The river in the evening, as seen through the arch. */
function view(): string[] {
  return [
    rect(440, 0, 720, 1000, 'url(#evening)'),
    ...range(4).map((ring) => circle(870, 470, 300 - ring * 56, amber, { opacity: 0.13 })),
    circle(870, 470, 92, ochre),
    path('M440 640L620 470L800 640ZM720 640L850 540L960 640Z', '#b9714a'),
    path('M620 470L800 640L662 640ZM850 540L960 640L876 640Z', '#9a5a40'),
    path('M440 640C560 620 900 628 1160 612L1160 668L440 668Z', '#4a5a45'),
    rect(440, 656, 720, 300, 'url(#river)'),
    ...range(15).map((line) =>
      stroke(
        `M${790 + ((line * 83) % 90) - line * 4} ${670 + line * 15}h${60 + ((line * 37) % 70)}`,
        amber,
        5,
        { opacity: 0.55, 'stroke-linecap': 'round' },
      ),
    ),
    place(700, 782, felucca, 0, 1.08),
    place(1060, 424, palm, 0, 1.1),
    place(1000, 492, palm, -5, 0.78),
  ];
}

/** An open book and a pen on the sill: the first lesson. */
function lesson(): string[] {
  const lines = range(4).flatMap((line) => [
    stroke(`M-150 ${-14 + line * 13}q60 -12 124 0`, sand, 4),
    stroke(`M26 ${-14 + line * 13}q60 -12 124 0`, sand, 4),
  ]);
  return [
    ellipse(10, 52, 210, 16, ink, { opacity: 0.3 }),
    path('M-184 40C-120 20 -60 22 0 46C60 22 120 20 184 40L184 52L-184 52Z', maroon),
    path('M-178 32C-176 -16 -170 -34 -168 -38C-110 -56 -50 -50 0 -30L0 42C-60 18 -120 16 -178 32Z', cream),
    path('M178 32C176 -16 170 -34 168 -38C110 -56 50 -50 0 -30L0 42C60 18 120 16 178 32Z', paper),
    stroke('M0 -30L0 42', sand, 4),
    ...lines,
  ];
}

/** Half of the wall is Cairo's stars; the frame around the arch is Java's kawung. */
function wall(): string[] {
  return [
    rect(0, 0, WIDTH, 1000, 'url(#stars)'),
    rect(330, 0, 940, 1000, ink, { opacity: 0.18 }),
    rect(344, 0, 912, 1000, teal),
    rect(362, 0, 876, 1000, 'none', { stroke: ochre, 'stroke-width': 5 }),
    ...[402, 1198].flatMap((x) => range(13).map((row) => place(x, 20 + row * 80, kawung(88, cream, teal)))),
    ...[444, 1156].map((x) => stroke(`M${x} 0L${x} 1000`, ochre, 5)),
  ];
}

export const languageCourseCairo: Scene = {
  draw: () =>
    picture(
      starTile('stars', 200, indigo, paper, clay, night),
      linear('evening', [
        [0, '#3d5a78'],
        [0.34, '#d99a6c'],
        [0.66, '#f6d698'],
      ]),
      linear('river', [
        [0, '#d9a066'],
        [0.4, '#4f7078'],
        [1, '#264a58'],
      ]),
      clip('arch', path(arch(292, 440), ink, { transform: 'translate(800 450)' })),
      ...wall(),
      path(arch(330, 560), ochre, { transform: 'translate(800 450)' }),
      path(arch(322, 560), cream, { transform: 'translate(800 450)' }),
      path(arch(300, 560), sogan, { transform: 'translate(800 450)' }),
      group({ 'clip-path': 'url(#arch)' }, ...view()),
      rect(344, 880, 912, 120, '#d9b988'),
      rect(344, 880, 912, 14, cream),
      place(800, 868, lesson()),
    ),
  alt: {
    ar: 'قوس تحيط به زخارف هندسية يطل على مركب شراعي في النيل عند الغروب، وأمامه كتاب مفتوح.',
    id: 'Lengkung berhias pola geometris menghadap perahu layar di Sungai Nil saat senja, dengan buku terbuka di ambangnya.',
    en: 'An arch among geometric patterns looks out on a sailing boat on the Nile at dusk, an open book on its sill.',
  },
};
