import { amber, brick, clay, cream, dusk, indigo, ink, night } from './palette.ts';
import type { Scene } from './scene.ts';
import { closed, range, smooth, uneven } from './shapes.ts';
import { circle, clip, ellipse, group, path, picture, place, rect, stroke, WIDTH } from './svg.ts';

interface Colours {
  sea: string;
  swell: string;
  shallows: [string, string];
  shore: string;
  /** From the coast to the summit. */
  land: string[];
  route: string;
}

const CLEAR: Colours = {
  sea: '#1f5560',
  swell: '#2f6873',
  shallows: ['#2d6c72', '#4a8a85'],
  shore: '#efd8a8',
  land: ['#a9b98a', '#8ba276', '#6a8763', '#4c6a52'],
  route: cream,
};
const FADED: Colours = {
  sea: '#cdc3b0',
  swell: '#d5ccba',
  shallows: ['#d3cab8', '#d9d1c1'],
  shore: '#e4dccd',
  land: ['#c6bba7', '#bdb29d', '#b4a893', '#ab9f8a'],
  route: '#efe8da',
};

/** Where each island lies, how large it is, and the seed of its coast. */
const ISLANDS = [
  [170, 330, 300, 3],
  [850, 400, 232, 14],
  [1480, 690, 330, 21],
  [300, 900, 250, 8],
  [925, 850, 96, 5],
  [1330, 130, 132, 10],
  [640, 70, 104, 31],
  [1150, 930, 70, 12],
] as const;

const ROUTE = smooth([
  [330, 880],
  [455, 800],
  [610, 745],
  [735, 690],
  [800, 580],
  [842, 420],
]);

function swell(colour: string): string[] {
  return range(64).map((index) => {
    const x = ((index * 397) % 1700) - 40;
    const y = ((index * 211) % 1000) + 10;
    return stroke(`M${x} ${y}q16 -11 32 0t32 0`, colour, 4.5, { 'stroke-linecap': 'round' });
  });
}

/** An island as a chart draws it: shallows around the coast, and a line for each height. */
function island([x, y, radius, seed]: (typeof ISLANDS)[number], { shallows, shore, land }: Colours): string {
  const coast = (size: number) => closed(uneven(radius * size, 0.16, seed));
  const heights = land.map((colour, index) =>
    place(-index * 6, -index * 9, [path(coast(1 - index * 0.24), colour)]),
  );
  return place(x, y, [
    path(coast(1.3), shallows[0]),
    path(coast(1.16), shallows[1]),
    path(coast(1.05), shore),
    ...heights,
  ]);
}

function chart(colours: Colours): string[] {
  return [
    rect(0, 0, WIDTH, 1000, colours.sea),
    ...swell(colours.swell),
    ...ISLANDS.map((each) => island(each, colours)),
    stroke(ROUTE, colours.route, 11, { 'stroke-dasharray': '1 25', 'stroke-linecap': 'round' }),
  ];
}

const pin = [
  ellipse(0, 4, 34, 11, ink, { opacity: 0.3 }),
  path('M0 0C-26 -46 -66 -76 -66 -122A66 66 0 0 1 66 -122C66 -76 26 -46 0 0Z', brick),
  path('M0 0C-26 -46 -66 -76 -66 -122A66 66 0 0 1 0 -188Z', clay),
  circle(0, -122, 27, cream),
];

const TILT = { transform: 'rotate(7 800 500)' };

function phone(): string[] {
  return [
    rect(540, 80, 570, 890, ink, { rx: 74, opacity: 0.25, ...TILT }),
    rect(513, 46, 574, 892, night, { rx: 74, ...TILT }),
    rect(519, 52, 562, 880, 'none', { rx: 69, stroke: dusk, 'stroke-width': 3, ...TILT }),
    group({ 'clip-path': 'url(#screen)' }, ...chart(CLEAR)),
    rect(725, 84, 150, 24, night, { rx: 12, ...TILT }),
    rect(700, 892, 200, 8, cream, { rx: 4, opacity: 0.85, ...TILT }),
    circle(622, 742, 16, amber, { stroke: indigo, 'stroke-width': 6 }),
    place(846, 408, pin),
  ];
}

export const safeTravelUpdate: Scene = {
  draw: () =>
    picture(clip('screen', rect(536, 69, 528, 846, ink, { rx: 52, ...TILT })), ...chart(FADED), ...phone()),
  alt: {
    id: 'Ponsel menampilkan peta kepulauan yang berwarna terang, sementara peta di sekelilingnya pudar.',
    en: 'A phone shows a map of islands in clear colours while the map around it is faded.',
  },
};
