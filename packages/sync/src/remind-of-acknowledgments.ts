import { recordAudit } from '@warta/audit';
import type { Db, Trx } from '@warta/database';
import { sql } from 'kysely';

/** A headline that a mission is to acknowledge, or was to and has not. */
export interface OpenAcknowledgment {
  what: 'asked' | 'overdue';
  headline: string;
  version: number;
  /** The mission's id. */
  site: string;
  /** Its title in the mission's first language, or another. */
  title: string;
  due: Date;
}

type Tell = (trx: Trx, open: OpenAcknowledgment) => Promise<void>;

const CLOCK = { name: 'warta', source: 'clock' };
const AT_ONCE = 50;

/**
 * Has `tell` tell missions what they are asked to acknowledge, and heads of site what is overdue: each once, in the
 * transaction that notes that they were told. Returns how many were.
 */
export async function remindOfAcknowledgments(db: Db, tell: Tell): Promise<number> {
  const asked = await remind(db, 'asked', tell);
  return asked + (await remind(db, 'overdue', tell));
}

async function remind(db: Db, what: OpenAcknowledgment['what'], tell: Tell): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const rows = await take(trx, what);
    for (const open of rows) {
      if (what === 'overdue') {
        await recordAudit(trx, CLOCK, {
          action: 'headline.escalate',
          subject: `headline:${open.headline}`,
          site: open.site,
          after: { version: open.version, due: open.due },
        });
      }
      await tell(trx, open);
    }
    return rows.length;
  });
}

/** Only once the headline is there: before its moment nothing of it leaks, a letter neither. */
async function take(trx: Trx, what: OpenAcknowledgment['what']): Promise<OpenAcknowledgment[]> {
  const isUntold =
    what === 'asked'
      ? sql`r.due_at is not null and r.asked_at is null`
      : sql`r.due_at <= now() and r.escalated_at is null`;
  const column = sql.ref(what === 'asked' ? 'asked_at' : 'escalated_at');
  const { rows } = await sql<OpenAcknowledgment>`
    with untold as (
      select r.headline, r.version, r.site from reception r
      join standing_headline h on h.post = r.headline and h.standing_version = r.version
        and h.state = 'live' and h.publish_at <= now()
      left join headline_wave q on q.headline = r.headline and q.site = r.site
      where ${isUntold} and r.acknowledged_at is null and (q.at is null or q.at <= now())
      order by r.due_at limit ${AT_ONCE} for update of r skip locked)
    update reception r set ${column} = now()
    from untold u join site s on s.id = u.site
    where r.headline = u.headline and r.version = u.version and r.site = u.site
    returning ${what}::text as what, r.headline, r.version, r.site, r.due_at as due,
      (select t.title from standing_text t where t.post = r.headline
        order by array_position(s.locales, t.locale) nulls last, t.locale limit 1) as title`.execute(trx);
  return rows;
}
