/** What a figure did from the end of the warm-up on. */
export interface Course {
  from: number;
  to: number;
  /** By the straight line through it, of its mean: 0.05 is five hundredths more at the end than after the warm-up. */
  growth: number;
  isFlat: boolean;
}

/** The share of the time in which caches fill and code is made fast. */
const WARM_UP = 0.3;
const FEWEST = 4;

/**
 * Whether a figure, taken at even distances, stays as it is once all is warm: the straight line through it rises by
 * `most` of its mean at most, or by `least` in all. A figure that falls is flat.
 * @throws {RangeError} where less than four are left after the warm-up.
 */
export function courseOf(figures: readonly number[], most: number, least = 0): Course {
  const warm = figures.slice(Math.floor(figures.length * WARM_UP));
  if (warm.length < FEWEST) throw new RangeError(`${warm.length} figures say nothing of a course`);
  const middle = (warm.length - 1) / 2;
  const mean = warm.reduce((sum, figure) => sum + figure, 0) / warm.length;
  const along = warm.reduce((sum, figure, n) => sum + (n - middle) * (figure - mean), 0);
  const across = warm.reduce((sum, _, n) => sum + (n - middle) ** 2, 0);
  const rise = (along / across) * (warm.length - 1);
  const growth = mean === 0 ? 0 : rise / mean;
  return { from: warm[0] ?? 0, to: warm.at(-1) ?? 0, growth, isFlat: growth <= most || rise <= least };
}
