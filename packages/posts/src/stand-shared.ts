import type { Trx } from '@warta/database';
import { sql } from 'kysely';
import type { SharedParts } from './drafts/draft-input.ts';
import { readDetails } from './kinds/details.ts';

type Standing = Omit<SharedParts, 'kind'>;

/**
 * Makes what the languages of a post share what readers get of it; `details` are complete. With a date, the post
 * takes its place by that; without one it keeps the place it has.
 */
export async function standShared(trx: Trx, post: string, shared: Standing): Promise<void> {
  const { category, tags, cover, date, details } = shared;
  const dated = date && { publish_at: new Date(date), sort_at: new Date(date), announced: true };
  await trx
    .updateTable('post')
    .set({ category, tags, cover, details: JSON.stringify(details), ...dated })
    .where('id', '=', post)
    .execute();
}

/**
 * The same with the parts of the revision whose moment has come, the latest one where there are several, and each
 * text gets the address it asked for. To be done before `settleLater`, which forgets the moments. Revisions without
 * parts of their own change nothing.
 */
export async function settleShared(trx: Trx, post: string): Promise<void> {
  const { rows } = await sql<{ shared: Partial<SharedParts> }>`
    select r.details as shared
    from text t
    join revision r on r.post = t.post and r.locale = t.locale and r.n = t.next_revision
    where t.post = ${post} and t.next_from <= now() and r.details ? 'kind'
    order by t.next_from desc, r.created_at desc
    limit 1`.execute(trx);
  await settleSlugs(trx, post);
  const [due] = rows;
  if (!due?.shared.kind) return;
  const { kind, category = null, tags = [], cover = null, date = null, details = {} } = due.shared;
  const complete = readDetails(kind, { kind, details });
  if (complete) await standShared(trx, post, { category, tags, cover, date, details: { ...complete } });
}

/** An address is taken when a text is approved; until its moment it leads to where the text stands. */
async function settleSlugs(trx: Trx, post: string): Promise<void> {
  await sql`
    update text t set slug = a.slug from address a
    where a.post = t.post and a.locale = t.locale and a.current
      and t.post = ${post} and t.next_from <= now()`.execute(trx);
}
