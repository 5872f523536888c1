import type { Db } from '@warta/database';
import { sql } from 'kysely';

/** One language of a version of a headline, as it went out. */
export interface VersionText {
  locale: string;
  title: string;
  summary: string;
  body: string;
}

/** The words of a version, by their languages; a recall has none. */
export async function findVersionTexts(db: Db, headline: string, version: number): Promise<VersionText[]> {
  const { rows } = await sql<VersionText>`
    select r.locale, r.title, r.summary, r.body
    from headline_version v
    cross join lateral jsonb_each_text(v.texts) as e(locale, n)
    join revision r on r.post = v.post and r.locale = e.locale and r.n = e.n::int
    where v.post = ${headline} and v.version = ${version}
    order by r.locale`.execute(db);
  return rows;
}
