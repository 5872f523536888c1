import type { Db } from '@warta/database';
import { sql } from 'kysely';

/** A headline that was begun and not sent yet. */
export interface HeadlineDraft {
  id: string;
  texts: { locale: string; title: string }[];
  changedAt: Date;
  changedBy: string;
  /** The slug of the mission it is owed to. */
  credit: string | null;
}

/** Headlines of a site that are being written, the last changed first. One in which nothing is written is not listed. */
export async function listHeadlineDrafts(db: Db, origin: string): Promise<HeadlineDraft[]> {
  const { rows } = await sql<HeadlineDraft>`
    select p.id, x.texts, greatest(x.at, g.changed_at) as "changedAt",
      coalesce(person.name, g.changed_by) as "changedBy", g.plan->>'credit' as credit
    from post p
    join headline_plan g on g.post = p.id
    left join person on person.email = g.changed_by
    join lateral (
      select max(r.created_at) as at,
        json_agg(json_build_object('locale', d.locale, 'title', r.title) order by r.created_at) as texts
      from draft d join revision r on r.post = d.post and r.locale = d.locale and r.n = d.revision
      where d.post = p.id) x on x.texts is not null
    where p.site = ${origin} and p.kind = 'headline' and p.state = 'draft' and p.binned_at is null
    order by "changedAt" desc
    limit 200`.execute(db);
  return rows;
}
