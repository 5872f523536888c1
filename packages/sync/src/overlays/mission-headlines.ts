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
  kind: 'publication' | 'correction' | 'recall';
  obligation: Obligation;
  publishAt: Date;
  /** Since when this version stands, and what the ministry says that it changed. */
  since: Date;
  note: string | null;
  /** Until when the ministry itself has pinned it. */
  pinnedUntil: Date | null;
  texts: { locale: string; title: string }[];
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
export const MISSION_LISTS = ['standing', 'check', 'offered', 'hidden', 'pinned', 'recalled'] as const;
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
    (select coalesce(json_agg(json_build_object('locale', t.locale, 'title', t.title) order by t.locale), '[]'::json)
      from standing_text t where t.post = f.id) as texts
  from (
    select h.post as id, h.number, h.standing_version as version, c.kind, h.obligation,
      h.publish_at as "publishAt", greatest(c.live_from, h.publish_at) as since, c.note,
      case when h.pinned_until > now() then h.pinned_until end as "pinnedUntil",
      coalesce(v.taken, false) as taken, coalesce(v.hidden, false) as hidden,
      case when v.pinned_until > now() then v.pinned_until end as "ownPinUntil",
      array(select x.locale from overlay_text x where x.site = v.site and x.headline = v.headline
        order by x.locale) as said,
      exists (select from overlay_text x
        where x.site = v.site and x.headline = v.headline and ${isOutdated}) as outdated
    from audience_site a
    join standing_headline h on h.audience = a.audience and h.origin <> a.site
    join headline_version c on c.post = h.post and c.version = h.standing_version
    left join overlay v on v.headline = h.post and v.site = a.site
    where a.site = ${site}
      and h.publish_at <= case h.state when 'recalled' then c.live_from else now() end
  ) f`;
