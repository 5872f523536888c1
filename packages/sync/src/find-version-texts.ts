import type { Db } from '@warta/database';
import { sql } from 'kysely';

/** One language of a version of a headline, as it was written and as readers get it. */
export interface VersionText {
  locale: string;
  title: string;
  summary: string;
  body: string;
  html: string;
}

/** The words of one version of a headline, by their tags; of a recall, which has none, those it took away. */
export async function findVersionTexts(db: Db, headline: string, version: number): Promise<VersionText[]> {
  const { rows } = await sql<VersionText>`
    select r.locale, r.title, r.summary, r.body, r.html
    from (select z.* from headline_version z
      where z.post = ${headline} and z.version <= ${version} and z.kind <> 'recall'
      order by z.version desc limit 1) z
    cross join lateral jsonb_each_text(z.texts) as l(locale, n)
    join revision r on r.post = z.post and r.locale = l.locale and r.n = l.n::int
    order by r.locale`.execute(db);
  return rows;
}
