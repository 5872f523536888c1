import type { Db } from '@warta/database';
import { sql } from 'kysely';
import type { NumberedWanted, PostRow as Row } from './post-row.ts';
import { entryColumns, pictureColumn } from './timeline-entry.ts';

/** The pictures that the details of post `p` name (`picturesIn` of `@warta/posts` knows where). */
const picturesColumn = sql`case when p.kind in ('gallery', 'video') then (
  select coalesce(json_agg(${pictureColumn}), '[]'::json) from media m where m.id in (
    select (x #>> '{}')::uuid from jsonb_path_query(p.details, '$.pictures[*].media') x
    union all select (p.details ->> 'poster')::uuid)) else '[]'::json end`;

/** Local posts at the addresses of their sites, live or withdrawn; a draft's address is nothing yet. */
export async function findLocalRows(db: Db, wanted: readonly NumberedWanted[]): Promise<Row[]> {
  const { rows } = await sql<Row & { whole: object }>`
    /*post_pages*/ select w.ord, null as number, null as version, p.state, false as pinned, false as official, t.html,
      p.publish_at <= now() and (p.state = 'live' or p.announced) as stood, true as shown, false as hidden,
      null as "correctedAt", null as note, p.notice, null as mission, p.details as whole, ${picturesColumn} as pictures,
      (select extract(epoch from min(x.next_from) - now()) * 1000 from text x
        where x.post = p.id and x.next_from > now())::float8 as fresh,
      ${entryColumns}
    from unnest(${wanted.map((w) => w.ord)}::int[], ${wanted.map((w) => w.site)}::uuid[],
      ${wanted.map((w) => w.locale)}::text[], ${wanted.map((w) => w.slug)}::text[])
      as w(ord, site, locale, slug)
    join address d on d.site = w.site and d.locale = w.locale and d.slug = w.slug
    join post p on p.id = d.post and p.state <> 'draft' and p.binned_at is null
    join site o on o.id = p.site
    left join media m on m.id = p.cover
    left join standing_text t on t.post = p.id and t.locale = w.locale`.execute(db);
  return rows.map(({ whole, ...row }) => ({ ...row, details: whole }));
}
