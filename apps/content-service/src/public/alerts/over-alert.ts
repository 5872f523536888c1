import { ALERTS, findReleasedAlert } from '@warta/alerts';
import { currentGeneration } from '@warta/changes';
import type { Database } from '@warta/database';
import { type Answer, PORTAL } from '../../pages/answer.ts';
import type { Page } from '../../pages/page.ts';
import type { PageCache } from '../../pages/page-cache.ts';
import { capOf } from './cap-of.ts';
import type { OpenDataContext } from './open-data.ts';

/** Alerts change with the first, and with the second the names of sites that messages hold. */
const TAGS = [ALERTS, 'directory'];

/**
 * A reader of CAP messages of alerts that are over, from the database; undefined for one that was never released, or for
 * practice. Throws where the database cannot be asked.
 */
export function overAlerts(context: OpenDataContext & { database: Database }, cache: PageCache) {
  return async (number: number): Promise<Page | undefined> => {
    const key = `alerts\n${number}`;
    const known = cache.get(key);
    if (known) return known;
    const answer = await cache.fill(key, () => read(context, number));
    return answer.kind === 'page' ? answer.page : undefined;
  };
}

async function read(
  { database: { db }, ...context }: OpenDataContext & { database: Database },
  number: number,
): Promise<Answer> {
  // Read before what is told, so that it is never newer than that.
  const readings = [{ tags: TAGS, readAt: await currentGeneration(db) }];
  const alert = await findReleasedAlert(db, number);
  if (!alert || alert.practice) {
    return { kind: 'notice', status: 404, body: '', place: { site: PORTAL, locale: 'en' } };
  }
  return { kind: 'page', ...capOf(context, alert), readings, freshForMs: null };
}
