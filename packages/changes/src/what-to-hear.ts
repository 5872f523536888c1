import { type Change, EVERYTHING } from './page-store.ts';

/**
 * What somebody must act on who has acted on everything up to `heard`, given the changes that are still kept after
 * that, oldest first, and the generation. Where some are kept no more, nobody can tell what they touched: everything.
 */
export function whatToHear(heard: number, generation: number, kept: readonly Change[]): readonly Change[] {
  const newest = Math.max(generation, kept.at(-1)?.n ?? 0);
  const isWhole = kept.length >= newest - heard;
  return isWhole ? kept : [{ n: newest, tags: [EVERYTHING] }];
}
