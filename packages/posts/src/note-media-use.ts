import type { Trx } from '@warta/database';
import { findPicturesFor, mediaIdsIn, setMediaUse } from '@warta/media';
import { sql } from 'kysely';

interface Showing {
  site: string;
  kind: string;
  cover: string | null;
  words: string | null;
}

/**
 * Tells the library what a post uses: its cover, and what its texts and details show that stand, follow at a
 * moment to come, or are being worked on. Belongs at the end of every transaction that changes one of them.
 */
export async function noteMediaUse(trx: Trx, post: string): Promise<void> {
  const { rows } = await sql<Showing>`
    select p.site, p.kind, p.cover, p.details::text || coalesce((
      select string_agg(r.body || r.details::text, ' ') from revision r
      where r.post = p.id and (
        exists (select from text t where t.post = r.post and t.locale = r.locale
          and r.n in (t.revision, t.next_revision))
        or exists (select from draft d where d.post = r.post and d.locale = r.locale and d.revision = r.n))
    ), '') as words
    from post p where p.id = ${post}`.execute(trx);
  const [showing] = rows;
  if (!showing) return;
  const { site, kind, cover, words } = showing;
  const inTexts = await findPicturesFor(trx, site, mediaIdsIn(words ?? ''));
  const owner = kind === 'headline' ? (`headline:${post}` as const) : (`post:${post}` as const);
  await setMediaUse(trx, owner, [...(cover ? [cover] : []), ...inTexts.keys()]);
}
