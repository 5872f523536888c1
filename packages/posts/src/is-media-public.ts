import type { Db } from '@warta/database';
import { sql } from 'kysely';

/**
 * Whether readers can see something with this picture or document now: one that nothing public uses is not served.
 * What a site itself uses, such as its logo, is public; a post's is when the post is, and only what stands in it
 * now, not what is being worked on. `media` is a UUID.
 */
export async function isMediaPublic(db: Db, media: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    with u as (select owner from media_use where media = ${media})
    select exists (select from u where owner like 'site:%') or exists (
      select from post p
      where p.state = 'live' and p.binned_at is null and p.publish_at <= now()
        and p.id in (select split_part(owner, ':', 2)::uuid from u where owner ~ '^(post|headline):')
        and (p.cover = ${media} or p.details::text like ${`%${media}%`}
          or exists (select from standing_text t where t.post = p.id and t.html like ${`%/media/${media}%`}))
    ) as found`.execute(db);
  return rows[0]?.found ?? false;
}
