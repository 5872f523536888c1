import { type Actor, recordAudit } from '@warta/audit';
import { announceChange } from '@warta/changes';
import { type Db, newId, type PostKind, type Trx } from '@warta/database';
import { DomainError, invalid } from '@warta/problems';
import type { Site } from '@warta/sites';
import { sql } from 'kysely';
import { takeAddress } from './addresses.ts';
import { refuseOtherCategory } from './categories.ts';
import { findPost } from './find-posts.ts';
import { parseDetails } from './kinds/details.ts';
import { refuseOthersPictures } from './kinds/pictures.ts';
import { noteMediaUse } from './note-media-use.ts';
import type { PostInput } from './post-input.ts';
import { saveRevisions } from './save-texts.ts';
import { noteSearch } from './search/note-search.ts';
import { type PreparedText, prepareTextFor } from './text-input.ts';

export interface PublishedPost {
  id: string;
  locale: string;
  slug: string;
  publishAt: Date;
}

/** A post and its first text, or a further language of a post that is there. */
export type NewPost = PostInput & { cover?: string | undefined };

/**
 * Publishes a local post of a site, at once or at `publishAt` (a moment in the past backdates it, as an
 * imported archive needs). All in one transaction, `also` included.
 * @throws {DomainError} `invalid` for a language the site does not write in, a taken slug, details its kind does
 * not take, or an unknown `translationOf`; `conflict` when the post has a text in this language.
 */
export async function publishPost(
  db: Db,
  actor: Actor,
  site: Site,
  input: NewPost,
  also: (trx: Trx, post: PublishedPost) => Promise<void> = async () => {},
): Promise<PublishedPost> {
  if (!site.locales.includes(input.locale)) {
    const message = `this site writes in ${site.locales.join(', ')}, not ${input.locale}`;
    throw invalid({ field: 'locale', message });
  }
  refuseOtherCategory(site, input.category);
  const text = await prepareTextFor(db, site.id, input, 'body');
  return db.transaction().execute(async (trx) => {
    const post = input.translationOf
      ? await addText(trx, actor, site, input, text)
      : await addPost(trx, actor, site, input, text);
    await noteMediaUse(trx, post.id);
    await noteSearch(trx, post.id);
    await also(trx, post);
    await announceChange(trx, [`site:${site.id}`], { soft: true });
    return post;
  });
}

async function addPost(trx: Trx, actor: Actor, site: Site, input: NewPost, text: PreparedText) {
  const id = newId();
  const { kind = 'article' } = input;
  const details = parseDetails(kind, input.details);
  await refuseOthersPictures(trx, site, kind, details, input.cover);
  const { publish_at } = await insertPost(trx, actor, { ...input, id, site: site.id, kind, details });
  const revisions = await saveRevisions(trx, actor, id, [text]);
  const slug = await takeAddress(trx, { site: site.id, post: id, ...text });
  await trx
    .insertInto('text')
    .values({ post: id, locale: text.locale, slug, revision: revisions[text.locale] ?? null })
    .execute();
  return audited(trx, actor, site, 'post.publish', { id, locale: text.locale, slug, publishAt: publish_at });
}

async function addText(trx: Trx, actor: Actor, site: Site, input: NewPost, text: PreparedText) {
  const post = input.translationOf && (await findPost(trx, site.id, input.translationOf));
  if (!post) throw invalid({ field: 'translationOf', message: 'there is no such post on this site' });
  if (post.locales.includes(text.locale)) {
    throw new DomainError('conflict', `The post has a text in ${text.locale} already.`, [
      { field: 'locale', message: `there is a text in ${text.locale} already` },
    ]);
  }
  const revisions = await saveRevisions(trx, actor, post.id, [text]);
  const slug = await takeAddress(trx, { site: site.id, post: post.id, ...text });
  const revision = revisions[text.locale] ?? null;
  const later = input.publishAt && input.publishAt > post.publishAt;
  await trx
    .insertInto('text')
    .values({
      post: post.id,
      locale: text.locale,
      slug,
      ...(later ? { next_revision: revision, next_from: input.publishAt } : { revision }),
    })
    .execute();
  const publishAt = later && input.publishAt ? input.publishAt : post.publishAt;
  return audited(trx, actor, site, 'post.translate', { id: post.id, locale: text.locale, slug, publishAt });
}

/** Writes the row of a post; its texts follow. Nothing given as `publishAt` means the database's now. */
export async function insertPost(
  trx: Trx,
  actor: Actor,
  post: {
    id: string;
    site: string;
    kind: PostKind | 'headline';
    state?: 'draft' | 'live' | undefined;
    details?: object | undefined;
    publishAt?: Date | undefined;
    category?: string | undefined;
    tags?: string[] | undefined;
    cover?: string | undefined;
  },
): Promise<{ publish_at: Date }> {
  const at = sql<Date>`coalesce(${post.publishAt ?? null}::timestamptz, now())`;
  return trx
    .insertInto('post')
    .values({
      id: post.id,
      site: post.site,
      kind: post.kind,
      state: post.state ?? 'live',
      details: JSON.stringify(post.details ?? {}),
      category: post.category ?? null,
      tags: post.tags ?? [],
      cover: post.cover ?? null,
      publish_at: at,
      sort_at: at,
      announced: sql<boolean>`${at} <= now()`,
      created_by: actor.name,
    })
    .returning('publish_at')
    .executeTakeFirstOrThrow();
}

async function audited(trx: Trx, actor: Actor, site: Site, action: string, post: PublishedPost) {
  await recordAudit(trx, actor, { action, subject: `post:${post.id}`, site: site.id, after: post });
  return post;
}
