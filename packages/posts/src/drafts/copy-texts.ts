import type { Actor } from '@warta/audit';
import type { Trx } from '@warta/database';
import { sql } from 'kysely';
import { noteMediaUse } from '../note-media-use.ts';

/** Makes what readers have of a post, in all its languages, the first drafts of another one. */
export async function copyTexts(trx: Trx, actor: Actor, from: string, to: string): Promise<void> {
  await sql`
    insert into revision (post, locale, n, title, summary, body, html, title_hash, body_hash, details, person, created_by)
    select ${to}, r.locale, 1, r.title, r.summary, r.body, r.html, r.title_hash, r.body_hash,
      jsonb_build_object('kind', 'article', 'category', p.category, 'tags', to_jsonb(p.tags),
        'cover', p.cover, 'details', '{}'::jsonb),
      ${actor.person ?? null}::uuid, ${actor.name}
    from standing_text t
    join post p on p.id = t.post
    join revision r on r.post = t.post and r.locale = t.locale and r.n = t.revision
    where t.post = ${from}`.execute(trx);
  await sql`
    insert into draft (post, locale, revision, state)
    select post, locale, n, 'draft' from revision where post = ${to}`.execute(trx);
  await noteMediaUse(trx, to);
}
