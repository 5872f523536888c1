import type { Db } from '@warta/database';
import { sql } from 'kysely';
import { type OwnAdditions, ownForPage, withOwn, wordsForPage } from './own-additions.ts';
import type { NumberedWanted, PostRow as Row } from './post-row.ts';
import { entryColumns, momentHere, shownByObligation } from './timeline-entry.ts';

/**
 * That site `w.site` belongs to the audience of headline `h`, and what it says beside it. Each is one row by its
 * whole key, which the limit holds the planner to: its plan may be older than the rows, and a join by half the key
 * reads all missions for each mission.
 */
const membership = sql`select a.site from audience_site a
  where a.audience = h.audience and a.site = w.site
    and (h.stands_until is null or a.since <= h.stands_until) limit 1`;
const overlay = sql`select v.* from overlay v where v.headline = h.post and v.site = w.site limit 1`;

/** Headlines at the addresses of sites. Asked for many sites at once, what is the same on all of them is read once for each language. */
export async function findHeadlineRows(db: Db, wanted: readonly NumberedWanted[]): Promise<Row[]> {
  const { rows } = await sql<Row & OwnAdditions & { locale: string; ownHtml: string | null }>`
    /*headline_pages*/ with e as materialized (
      select w.ord, w.locale, h.post as id, h.number, h.standing_version as version, h.state,
        h.origin <> w.site as official,
        m.moment <= case h.state when 'recalled' then c.live_from else now() end as stood,
        h.origin = w.site or (a.site is not null and ${shownByObligation}) as shown,
        a.site is not null and h.obligation = 'recommended' and coalesce(v.hidden, false) as hidden,
        case when k.live_from > h.publish_at then k.live_from end as "correctedAt", k.note, c.notice,
        (select json_build_object('slug', s.slug, 'name', s.name, 'host', s.host)
          from site s where s.id = h.credit) as credit,
        ${ownForPage}, ${wordsForPage},
        (extract(epoch from least(case when h.next_from > now() then h.next_from end,
          case when m.moment > now() then m.moment end) - now()) * 1000)::float8 as fresh,
        row_number() over (partition by h.post, w.locale) as nth
      from unnest(${wanted.map((w) => w.ord)}::int[], ${wanted.map((w) => w.site)}::uuid[],
        ${wanted.map((w) => w.locale)}::text[], ${wanted.map((w) => w.number ?? 0)}::int[])
        as w(ord, site, locale, number)
      join standing_headline h on h.number = w.number
      join headline_version c on c.post = h.post and c.version = h.standing_version
      left join lateral (
        select v.live_from, v.note from headline_version v
        where v.post = h.post and v.version <= h.standing_version and v.kind = 'correction' and v.note is not null
        order by v.version desc limit 1) k on true
      cross join lateral (select case when h.origin = w.site then h.publish_at else ${momentHere} end as moment) m
      left join lateral (${membership}) a on true
      left join lateral (${overlay}) v on true
      where a.site is not null or h.origin = w.site)
    select e.*, false as pinned, d.*
    from e
    left join lateral (
      select t.html, ${entryColumns}
      from post p
      join site o on o.id = p.site
      left join media m on m.id = p.cover
      left join standing_text t on t.post = p.id and t.locale = e.locale
      where e.nth = 1 and p.id = e.id
    ) d on true`.execute(db);
  const details = new Map(rows.filter((row) => row.post !== null).map((row) => [detailKey(row), row]));
  return rows.map((row) => {
    const detail = details.get(detailKey(row)) ?? row;
    return withOwn({ ...detail, ...ownOf(row), html: detail.html ?? row.ownHtml }, row);
  });
}

/** What each site has of its own, whatever row the rest is taken from. */
function ownOf({
  ord,
  pinned,
  official,
  state,
  stood,
  shown,
  hidden,
  correctedAt,
  note,
  notice,
  mission,
  fresh,
}: Row) {
  return { ord, pinned, official, state, stood, shown, hidden, correctedAt, note, notice, mission, fresh };
}

const detailKey = ({ number, locale }: { number: number | null; locale: string }) => `${number} ${locale}`;
