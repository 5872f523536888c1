import type { Db, PostKind } from '@warta/database';
import { sql } from 'kysely';
import type { DraftState } from './find-drafts.ts';

/** What a post is listed as: what still has to be done with it comes before what readers have. */
export const LIST_STATES = [
  'draft',
  'in-review',
  'changes-asked',
  'scheduled',
  'live',
  'withdrawn',
  'binned',
] as const;
export type ListState = (typeof LIST_STATES)[number];

export interface PostQuery {
  /** Words to be found in titles, in any language. */
  words?: string | undefined;
  state?: ListState | undefined;
  kind?: PostKind | undefined;
  locale?: string | undefined;
  /** Only what is in this person's hands. */
  owner?: string | undefined;
  /** From 1. */
  page?: number | undefined;
}

/** A post in the desk's list: one line, whatever its languages. */
export interface PostLine {
  id: string;
  kind: PostKind;
  state: ListState;
  publishAt: Date;
  changedAt: Date;
  owner: string | null;
  texts: { locale: string; title: string; state: DraftState; standing: boolean }[];
}

const A_PAGE = 30;

/** The posts of a site as its desk lists them, the last changed first, with whether there are more. */
export async function listPosts(
  db: Db,
  site: string,
  query: PostQuery = {},
): Promise<{ posts: PostLine[]; more: boolean }> {
  const words = `%${(query.words ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<PostLine>`
    with texts as (
      select w.post, w.locale, r.title, coalesce(d.state, 'published') as state,
        t.revision is not null as standing, r.created_at as at
      from (
        select post, locale, max(revision) as revision from (
          select d.post, d.locale, d.revision from draft d join post p on p.id = d.post where p.site = ${site}
          union all
          select t.post, t.locale, coalesce(t.next_revision, t.revision)
          from text t join post p on p.id = t.post where p.site = ${site}) x
        group by post, locale) w
      join revision r on r.post = w.post and r.locale = w.locale and r.n = w.revision
      left join draft d on d.post = w.post and d.locale = w.locale
      left join text t on t.post = w.post and t.locale = w.locale),
    posts as (
      select p.id, p.kind, p.publish_at as "publishAt", person.name as owner, p.owner as "ownerId",
        greatest(max(x.at), p.created_at) as "changedAt",
        case
          when p.binned_at is not null then 'binned'
          when bool_or(x.state = 'in-review') then 'in-review'
          when bool_or(x.state = 'changes-asked') then 'changes-asked'
          when p.state = 'live' and p.publish_at > now() then 'scheduled'
          when p.state = 'live' and bool_or(x.state = 'draft') then 'draft'
          else p.state end as state,
        p.state = 'live' as live,
        json_agg(json_build_object('locale', x.locale, 'title', x.title, 'state', x.state,
          'standing', x.standing) order by x.at) as texts
      from post p
      join texts x on x.post = p.id
      left join person on person.id = p.owner
      where p.site = ${site} and p.kind <> 'headline'
        and (p.binned_at is null or p.binned_at > now() - interval '30 days')
      group by p.id, person.name)
    select * from posts
    where (${query.state ?? null}::text is null and state <> 'binned'
        or state = ${query.state ?? null} or (${query.state ?? null} = 'live' and live and state <> 'scheduled'))
      and (${query.kind ?? null}::text is null or kind = ${query.kind ?? null})
      and (${query.owner ?? null}::uuid is null or "ownerId" = ${query.owner ?? null})
      and exists (select from texts x where x.post = posts.id and x.title ilike ${words}
        and (${query.locale ?? null}::text is null or x.locale = ${query.locale ?? null}))
    order by "changedAt" desc, id desc
    limit ${A_PAGE + 1} offset ${((query.page ?? 1) - 1) * A_PAGE}`.execute(db);
  return { posts: rows.slice(0, A_PAGE), more: rows.length > A_PAGE };
}
