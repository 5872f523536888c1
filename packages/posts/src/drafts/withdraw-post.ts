import { type Actor, recordAudit } from '@warta/audit';
import { announceChange } from '@warta/changes';
import type { Db, Trx, Words } from '@warta/database';
import { DomainError } from '@warta/problems';
import type { Site } from '@warta/sites';
import { sql } from 'kysely';
import { noteMediaUse } from '../note-media-use.ts';
import { setPostState } from '../set-post-state.ts';

const BIN_DAYS = 30;

/**
 * Takes a post away from readers, who find the notice at its address, or a neutral sentence. One whose moment
 * has not come is simply a draft again. All in one transaction, `also` included.
 * @throws {DomainError} `not-found`; `conflict` when it is not published
 */
export async function withdrawPost(
  db: Db,
  actor: Actor,
  site: Site,
  post: string,
  notice: Words | null = null,
  also: (trx: Trx) => Promise<void> = async () => {},
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const found = await ownPost(trx, site, post);
    if (found.state !== 'live') throw new DomainError('conflict', 'The post is not published.');
    const wasSeen = found.publish_at <= new Date();
    await takeAway(trx, post, wasSeen, notice);
    await recordAudit(trx, actor, {
      action: wasSeen ? 'post.withdraw' : 'post.unschedule',
      subject: `post:${post}`,
      site: site.id,
      ...(notice && { after: { notice } }),
    });
    await also(trx);
    await announceChange(trx, [`site:${site.id}`]);
  });
}

/**
 * Puts a post that readers do not have into the bin, from which it can be taken for 30 days.
 * @throws {DomainError} `not-found`; `conflict` when it is published: taking it from readers is another right
 */
export async function binPost(trx: Trx, actor: Actor, site: Site, post: string): Promise<void> {
  const found = await ownPost(trx, site, post);
  if (found.state === 'live') throw new DomainError('conflict', 'The post is published: withdraw it first.');
  await trx.updateTable('post').set({ binned_at: sql<Date>`now()` }).where('id', '=', post).execute();
  await recordAudit(trx, actor, { action: 'post.bin', subject: `post:${post}`, site: site.id });
}

/**
 * Takes a post out of the bin, as a draft.
 * @throws {DomainError} `not-found` when it is not there, or was for more than 30 days
 */
export async function unbinPost(trx: Trx, actor: Actor, site: Site, post: string): Promise<void> {
  const row = await trx
    .updateTable('post')
    .set({ binned_at: null })
    .where('id', '=', post)
    .where('site', '=', site.id)
    .where('binned_at', '>', sql<Date>`now() - make_interval(days => ${BIN_DAYS})`)
    .returning('id')
    .executeTakeFirst();
  if (!row) throw new DomainError('not-found', 'There is no such post in the bin.');
  await recordAudit(trx, actor, { action: 'post.restore', subject: `post:${post}`, site: site.id });
}

/** What readers never saw leaves no trace at its address. */
async function takeAway(trx: Trx, post: string, wasSeen: boolean, notice: Words | null): Promise<void> {
  if (wasSeen) await setPostState(trx, post, 'withdrawn');
  else await trx.updateTable('post').set({ state: 'draft' }).where('id', '=', post).execute();
  await trx
    .updateTable('post')
    .set({ notice: notice && JSON.stringify(notice) })
    .where('id', '=', post)
    .execute();
  await sql`
    insert into draft (post, locale, revision, slug, state, approved)
    select post, locale, coalesce(next_revision, revision), slug, 'draft', coalesce(next_revision, revision)
    from text where post = ${post} and coalesce(next_revision, revision) is not null
    on conflict (post, locale) do update set state = 'draft', changed_at = now()
    where draft.state = 'published'`.execute(trx);
  await noteMediaUse(trx, post);
}

async function ownPost(trx: Trx, site: Site, post: string) {
  const found = await trx
    .selectFrom('post')
    .select(['state', 'publish_at'])
    .where('id', '=', post)
    .where('site', '=', site.id)
    .where('kind', '!=', 'headline')
    .where('binned_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!found) throw new DomainError('not-found', 'There is no such post on this site.');
  return found;
}
