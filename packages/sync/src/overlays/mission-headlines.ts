import type { Db } from '@warta/database';
import { type RawBuilder, sql } from 'kysely';
import type { Obligation } from '../headline-input.ts';
import { isOutdated } from './outdated.ts';

/** A headline as the desk of a mission sees it that it was sent to. */
export interface MissionHeadline {
  id: string;
  number: number;
  /** The version that stands. */
  version: number;
  kind: 'publication' | 'correction' | 'recall' | 'restoration';
  obligation: Obligation;
  publishAt: Date;
  /** Since when this version stands, and what the ministry says that it changed. */
  since: Date;
  note: string | null;
  /** What the ministry says with it to missions alone. */
  internalNote: string | null;
  /** When somebody of the mission first opened this version. */
  seenAt: Date | null;
  /** Until when the mission is to acknowledge this version; null where nobody asks for that. */
  dueAt: Date | null;
  acknowledgedAt: Date | null;
  acknowledgedBy: string | null;
  overdue: boolean;
  /** Until when the ministry itself has pinned it. */
  pinnedUntil: Date | null;
  texts: { locale: string; slug: string; title: string }[];
  /** The ministry's picture. */
  cover: string | null;
  taken: boolean;
  hidden: boolean;
  /** Until when the mission has pinned it; null where that is over. */
  ownPinUntil: Date | null;
  /** The languages in which the mission says something, and whether some of it may no longer fit. */
  said: string[];
  outdated: boolean;
  /** Whether readers find it on the mission's site. */
  shown: boolean;
}

/** What a list can be narrowed to. */
export const MISSION_LISTS = [
  'new',
  'acknowledge',
  'check',
  'standing',
  'offered',
  'hidden',
  'pinned',
  'recalled',
] as const;
export type MissionList = (typeof MISSION_LISTS)[number];

export interface MissionHeadlineQuery {
  list?: MissionList | undefined;
  /** Words that have to be in one of its titles. */
  words?: string | undefined;
  /** From 1. */
  page?: number | undefined;
}

const A_PAGE = 30;

/** What the ministry has sent to a site and what came of it there, the last changed first; nothing before its moment. */
export async function listMissionHeadlines(
  db: Db,
  site: string,
  { list, words, page = 1 }: MissionHeadlineQuery = {},
): Promise<{ headlines: MissionHeadline[]; more: boolean }> {
  const narrowed = list ? LISTS[list] : sql`true`;
  const found = words ? hasWords(words) : sql`true`;
  const { rows } = await sql<MissionHeadline>`
    ${select(site)} where ${narrowed} and ${found}
    order by f.since desc, f.number desc limit ${A_PAGE + 1} offset ${(page - 1) * A_PAGE}`.execute(db);
  return { headlines: rows.slice(0, A_PAGE), more: rows.length > A_PAGE };
}

/** One of them; undefined where it was not sent to this site, or its moment is still to come. */
export async function findMissionHeadline(
  db: Db,
  site: string,
  headline: string,
): Promise<MissionHeadline | undefined> {
  const { rows } = await sql<MissionHeadline>`${select(site)} where f.id = ${headline}`.execute(db);
  return rows[0];
}

const LISTS: Record<MissionList, RawBuilder<unknown>> = {
  new: sql`f."seenAt" is null`,
  acknowledge: sql`f.kind <> 'recall' and f."dueAt" is not null and f."acknowledgedAt" is null`,
  standing: sql`f.kind <> 'recall'`,
  check: sql`f.kind <> 'recall' and f.outdated`,
  offered: sql`f.kind <> 'recall' and f.obligation = 'optional' and not f.taken`,
  hidden: sql`f.kind <> 'recall' and f.obligation = 'recommended' and f.hidden`,
  pinned: sql`f.kind <> 'recall' and f."ownPinUntil" is not null`,
  recalled: sql`f.kind = 'recall'`,
};

const hasWords = (words: string) => sql`exists (
  select from standing_text t
  where t.post = f.id and t.title ilike ${`%${words.replace(/[\\%_]/g, '\\$&')}%`})`;

const select = (site: string) => sql`
  select f.*, (f.obligation = 'mandatory' or (f.obligation = 'recommended' and not f.hidden)
      or (f.obligation = 'optional' and f.taken)) and f.kind <> 'recall' as shown,
    (select coalesce(json_agg(json_build_object('locale', t.locale, 'slug', t.slug, 'title', t.title) order by t.locale), '[]'::json)
      from standing_text t where t.post = f.id) as texts
  from (
    select h.post as id, b.cover, h.number, h.standing_version as version, c.kind, h.obligation,
      m.moment as "publishAt", greatest(c.live_from, m.moment) as since, c.note, c.internal_note as "internalNote",
      r.seen_at as "seenAt", r.due_at as "dueAt", r.acknowledged_at as "acknowledgedAt",
      (select coalesce(max(p.name), r.acknowledged_by) from person p where p.email = r.acknowledged_by)
        as "acknowledgedBy",
      coalesce(r.due_at <= now() and r.acknowledged_at is null, false) as overdue,
      case when h.pinned_until > now() then h.pinned_until end as "pinnedUntil",
      coalesce(v.taken, false) as taken, coalesce(v.hidden, false) as hidden,
      case when v.pinned_until > now() then v.pinned_until end as "ownPinUntil",
      array(select x.locale from overlay_text x where x.site = v.site and x.headline = v.headline
        order by x.locale) as said,
      exists (select from overlay_text x
        where x.site = v.site and x.headline = v.headline and ${isOutdated}) as outdated
    from audience_site a
    join standing_headline h on h.audience = a.audience and h.origin <> a.site
      and (h.stands_until is null or a.since <= h.stands_until)
    join post b on b.id = h.post
    left join headline_wave q on q.headline = h.post and q.site = a.site
    cross join lateral (select coalesce(q.at, h.publish_at) as moment) m
    join headline_version c on c.post = h.post and c.version = h.standing_version
    left join overlay v on v.headline = h.post and v.site = a.site
    left join reception r on r.headline = h.post and r.site = a.site and r.version = h.standing_version
    where a.site = ${site}
      and m.moment <= case h.state when 'recalled' then c.live_from else now() end
  ) f`;
