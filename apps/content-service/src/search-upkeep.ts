import type { Database } from '@warta/database';
import { indexMissing, learnWords } from '@warta/posts';
import { indexMissingOverlays } from '@warta/sync';
import { every } from './due.ts';

const REST_MS = 2000;
/** What it may work before it rests, so that it takes half of one processor at most. */
const WORK_MS = 1000;
const LEARNED_AT_ONCE = 100;

/**
 * Keeps what readers search in good order beside everything else: texts that came past the index are put into it once
 * after a start, and new texts' words are learned, so that a slip in one is forgiven.
 */
export function startSearchUpkeep({ db }: Database, onError: (error: unknown) => void) {
  let next: { after?: string | undefined } | undefined = {};
  let mayMissOverlays = true;
  return every(REST_MS, onError, async () => {
    const until = performance.now() + WORK_MS;
    while (next && performance.now() < until) {
      const after: string | undefined = await indexMissing(db, next.after);
      next = after === undefined ? undefined : { after };
    }
    while (mayMissOverlays && performance.now() < until) mayMissOverlays = await indexMissingOverlays(db);
    while (performance.now() < until && (await learnWords(db, LEARNED_AT_ONCE)) > 0);
  });
}
