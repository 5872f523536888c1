import { amber, brick, clay, cream, maroon, paper, sogan } from './palette.ts';
import { range } from './shapes.ts';
import { circle, group, path, place, rect, stroke } from './svg.ts';

const BRICKS = [brick, sogan, clay, '#8c4a38', '#b98a63', maroon, clay, '#a5684a', brick];

/** The tops of Dutch gables, 180 wide, standing on zero: stepped, bell and neck. */
const GABLES = [
  'M-90 0L-90 -40L-64 -40L-64 -76L-40 -76L-40 -110L-18 -110L-18 -138L18 -138L18 -110L40 -110L40 -76L64 -76L64 -40L90 -40L90 0Z',
  'M-90 0C-62 -10 -66 -60 -44 -82C-34 -94 -30 -104 -26 -124C-16 -142 16 -142 26 -124C30 -104 34 -94 44 -82C66 -60 62 -10 90 0Z',
  'M-90 0L-90 -20C-66 -24 -52 -40 -50 -104L-36 -118L0 -146L36 -118L50 -104C52 -40 66 -24 90 -20L90 0Z',
];

/** One of a row of Dutch houses; its place, height and colour follow from its number. */
export function house(index: number): string {
  const fill = BRICKS[index % BRICKS.length] ?? brick;
  const height = 236 + ((index * 53) % 70);
  const windows = range(3).flatMap((row) =>
    range(3).map((column) => {
      const [x, y] = [-66 + column * 48, -height + 32 + row * 84];
      return group(
        {},
        rect(x, y, 36, 56, paper),
        rect(x + 4, y + 4, 28, 48, row === 0 && column === 1 ? amber : '#5d7282'),
        stroke(`M${x + 18} ${y}v56M${x} ${y + 22}h36`, paper, 4),
      );
    }),
  );
  const attic = [circle(0, -height - 52, 17, paper), circle(0, -height - 52, 12, '#5d7282')];
  return place(index * 182 + 66, 800, [
    rect(-90, -height, 180, height, fill),
    place(0, -height, [
      path(GABLES[index % 3] ?? '', fill, { stroke: cream, 'stroke-width': 7, 'stroke-linejoin': 'round' }),
      rect(-90, -6, 180, 40, fill),
    ]),
    ...attic,
    ...windows,
  ]);
}
