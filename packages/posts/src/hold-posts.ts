import type { Db, Trx } from '@warta/database';
import { sql } from 'kysely';

/** For whom scheduled posts wait, on which sites (by slug), and until when. */
export interface Hold {
  holder: string;
  sites: readonly string[];
  until: Date;
}

/**
 * Moves what the sites have scheduled to the end of a hold, where it would appear before; what is held already for
 * this holder is held until then instead. Moments stay conditions of the read: if nothing ever lifts the hold, posts
 * appear when it ends. Returns how many posts and texts wait. Headlines are the ministry's and are not held.
 */
export async function holdPosts(trx: Trx, { holder, sites, until }: Hold): Promise<number> {
  await forgetChanged(trx);
  await sql`
    insert into post_hold (post, locale, holder, was, until)
    select w.post, w.locale, ${holder}, coalesce(h.was, w.at), ${until}::timestamptz
    from (
      select p.id as post, '' as locale, p.publish_at as at, p.site from post p
      where p.state = 'live' and p.kind <> 'headline' and p.publish_at > now()
      union all
      select t.post, t.locale, t.next_from, p.site from text t join post p on p.id = t.post
      where p.state = 'live' and p.kind <> 'headline' and t.next_from > now()) w
    join site s on s.id = w.site
    left join lateral (select was from post_hold o
      where o.post = w.post and o.locale = w.locale limit 1) h on true
    where s.slug = any(${[...sites]}::text[]) and coalesce(h.was, w.at) < ${until}::timestamptz
    on conflict (post, locale, holder) do update set until = excluded.until`.execute(trx);
  await sql`update post_hold set until = ${until} where holder = ${holder}`.execute(trx);
  const { rows } = await sql<{ post: string; locale: string }>`
    select post, locale from post_hold where holder = ${holder}`.execute(trx);
  await setMoments(trx);
  return rows.length;
}

/**
 * Ends a hold, on all sites but these, by slug: what waited for nothing else gets back its own moment, or appears now where that is past. What somebody
 * has scheduled anew or published meanwhile stays as they want it.
 */
export async function liftHold(trx: Trx, holder: string, but: readonly string[] = []): Promise<void> {
  const lifted = sql`o.holder = ${holder} and not exists (
    select from post p join site s on s.id = p.site where p.id = o.post and s.slug = any(${[...but]}::text[]))`;
  await forgetChanged(trx);
  await sql`update post_hold o set until = least(o.until, now()) where ${lifted}`.execute(trx);
  await setMoments(trx);
  await sql`delete from post_hold o where ${lifted}`.execute(trx);
}

/** How many posts wait for a holder, each once whatever its languages. */
export async function countHeld(db: Db, holder: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(distinct post)::int as n from post_hold where holder = ${holder}`.execute(db);
  return rows[0]?.n ?? 0;
}

/** The moment that holds have set. */
const held = sql`(select h.post, h.locale, greatest(min(h.was), max(h.until)) as at
  from post_hold h group by h.post, h.locale)`;

/** Forgets what is held no more because somebody has chosen another moment. */
async function forgetChanged(trx: Trx): Promise<void> {
  await sql`
    delete from post_hold o using ${held} h
    where o.post = h.post and o.locale = h.locale and not exists (
      select from post p where h.locale = '' and p.id = h.post and p.publish_at = h.at
      union all
      select from text t where t.post = h.post and t.locale = h.locale and t.next_from = h.at)`.execute(trx);
}

async function setMoments(trx: Trx): Promise<void> {
  await sql`
    update post p set publish_at = h.at, sort_at = h.at from ${held} h
    where h.locale = '' and p.id = h.post and p.publish_at <> h.at`.execute(trx);
  await sql`
    update text t set next_from = h.at from ${held} h
    where t.post = h.post and t.locale = h.locale and t.next_from <> h.at`.execute(trx);
}
