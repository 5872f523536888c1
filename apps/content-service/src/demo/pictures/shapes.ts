import { type Point, tidy } from './svg.ts';

/** Numbers from 0 to 1 that look random and are the same for the same seed (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const range = (count: number) => Array.from({ length: count }, (_, index) => index);

/** The point at an angle (degrees, clockwise from the right) and a distance from another. */
export function around([x, y]: Point, angle: number, distance: number): Point {
  const turn = (angle * Math.PI) / 180;
  return [x + Math.cos(turn) * distance, y + Math.sin(turn) * distance];
}

/** A smooth line through points (Catmull–Rom). */
export function smooth(points: readonly Point[]): string {
  const at = (index: number) => points[Math.max(0, Math.min(points.length - 1, index))] ?? [0, 0];
  const [x, y] = at(0);
  const curves = range(points.length - 1).map((index) => {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
    const bends = [
      [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6],
      [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6],
      to,
    ];
    return `C${bends.map(([bx = 0, by = 0]) => `${tidy(bx)} ${tidy(by)}`).join(' ')}`;
  });
  return `M${tidy(x)} ${tidy(y)}${curves.join('')}`;
}

/** A smooth line that comes back to where it began. */
export function closed(points: readonly Point[]): string {
  const around = [points.at(-1), ...points, points[0], points[1]].filter((point) => point !== undefined);
  const [, ...curves] = smooth(around).split('C');
  const [x, y] = points[0] ?? [0, 0];
  return `M${tidy(x)} ${tidy(y)}${curves
    .slice(1, -1)
    .map((curve) => `C${curve}`)
    .join('')}Z`;
}

/** A ring as uneven as a coast: of the given radius, more and less by a part of it. */
export function uneven(radius: number, part: number, seed: number, count = 54): Point[] {
  const random = numbers(seed);
  const swings = [5, 9, 17, 27].map((often) => range(often).map(() => random() - 0.5));
  const swing = (knots: number[], at: number) => {
    const [from, rest] = [Math.floor(at * knots.length), (at * knots.length) % 1];
    const eased = (1 - Math.cos(rest * Math.PI)) / 2;
    return (
      ((knots[from] ?? 0) * (1 - eased) + (knots[(from + 1) % knots.length] ?? 0) * eased) /
      Math.sqrt(knots.length)
    );
  };
  return range(count).map((index) => {
    const out = swings.reduce((sum, knots) => sum + swing(knots, index / count), 0);
    return around([0, 0], (index * 360) / count, radius * (1 + part * 5 * out));
  });
}

/** A line of mountains: the given peaks, broken again and again by less and less. */
export function ridge(peaks: readonly Point[], roughness: number, seed: number): Point[] {
  const random = numbers(seed);
  let line = [...peaks];
  for (let height = roughness; height > 2; height *= 0.52) {
    line = line.flatMap((point, index) => {
      const next = line[index + 1];
      if (next === undefined) return [point];
      const middle: Point = [(point[0] + next[0]) / 2, (point[1] + next[1]) / 2 + (random() - 0.5) * height];
      return [point, middle];
    });
  }
  return line;
}

/** A line closed along the foot of the picture. */
export function down(line: string, [from, to]: Point, foot: number): string {
  return `${line}L${tidy(to)} ${tidy(foot)}L${tidy(from)} ${tidy(foot)}Z`;
}

export const broken = (points: readonly Point[]) =>
  `M${points.map(([x, y]) => `${tidy(x)} ${tidy(y)}`).join('L')}`;
