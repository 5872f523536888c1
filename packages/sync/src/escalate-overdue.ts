import { recordAudit } from '@warta/audit';
import type { Db, Trx } from '@warta/database';
import { sql } from 'kysely';

/** A headline that a mission was to acknowledge and has not. */
export interface Overdue {
  headline: string;
  version: number;
  /** The mission's id. */
  site: string;
  siteSlug: string;
  /** Its title in the mission's first language, or another. */
  title: string;
  dueAt: Date;
}

const SYSTEM = { name: 'warta', source: 'clock' };
const AT_ONCE = 50;

/**
 * Takes what is overdue and was not told yet, each once, and has `tell` tell the heads of site, in one transaction.
 * Returns how many there were.
 */
export async function escalateOverdue(
  db: Db,
  tell: (trx: Trx, overdue: Overdue) => Promise<void>,
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const { rows } = await sql<Overdue>`
      with due as (
        select r.headline, r.version, r.site from reception r
        join standing_headline h on h.post = r.headline and h.standing_version = r.version and h.state = 'live'
        where r.due_at <= now() and r.acknowledged_at is null and r.escalated_at is null
        order by r.due_at limit ${AT_ONCE} for update of r skip locked)
      update reception r set escalated_at = now()
      from due d join site s on s.id = d.site
      where r.headline = d.headline and r.version = d.version and r.site = d.site
      returning r.headline, r.version, r.site, s.slug as "siteSlug", r.due_at as "dueAt",
        (select t.title from standing_text t where t.post = r.headline
          order by array_position(s.locales, t.locale) nulls last, t.locale limit 1) as title`.execute(trx);
    for (const overdue of rows) {
      await recordAudit(trx, SYSTEM, {
        action: 'headline.escalate',
        subject: `headline:${overdue.headline}`,
        site: overdue.site,
        after: { version: overdue.version, dueAt: overdue.dueAt },
      });
      await tell(trx, overdue);
    }
    return rows.length;
  });
}
