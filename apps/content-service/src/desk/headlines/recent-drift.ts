import type { Db } from '@warta/database';
import { type Drift, findReconciliations } from '@warta/sync';

/** What did not agree within the last hour, as the desk tells it. */
export interface RecentDrift {
  /** When somebody looked last. */
  at: Date;
  found: Drift[];
  /** How much of it needs a person. */
  open: number;
}

/** Each thing once, however often it was found; null where nobody has looked within the hour. */
export async function recentDrift(db: Db, headline?: string): Promise<RecentDrift | null> {
  const runs = await findReconciliations(db);
  const [last] = runs;
  if (!last) return null;
  const about = runs
    .flatMap((run) => run.found)
    .filter((each) => headline === undefined || each.headline === headline || each.kind === 'audience');
  const byWords = new Map(about.map((each) => [`${each.headline} ${each.site} ${each.what}`, each]));
  const found = [...byWords.values()];
  return { at: last.at, found, open: found.filter(({ repairable }) => !repairable).length };
}
