import type { Trx } from '@warta/database';
import { sql } from 'kysely';
import { standShared } from '../stand-shared.ts';
import type { Draft } from './find-drafts.ts';

/** What is put before readers. */
export interface Standing {
  draft: Draft;
  slug: string;
  /** Those of its kind, complete. */
  details: object;
  /** A moment to come; at once without one. */
  at: Date | undefined;
}

/**
 * Makes the revision the one that readers get, and the post's shared parts those of the revision; returns from
 * when on. No other language moves with it: what waits for its moment waits on.
 */
export async function standDraft(trx: Trx, standing: Standing): Promise<Date> {
  const { draft, at } = standing;
  const isSeen = draft.postState === 'live' && draft.publishAt <= new Date();
  const isAwaited = draft.postState === 'live' && !isSeen && (await hasOthers(trx, draft));
  if (at && (isSeen || (isAwaited && at > draft.publishAt))) return standLater(trx, standing, at, isSeen);
  if (isAwaited) await keepOthersWaiting(trx, draft);
  if (draft.postState !== 'live') await takeOthersOff(trx, draft);
  await standWithPost(trx, standing);
  return showPost(trx, standing, isSeen);
}

/** Whether other languages are to appear at the post's moment. */
async function hasOthers(trx: Trx, draft: Draft): Promise<boolean> {
  const other = await others(trx, draft)
    .select('locale')
    .where('revision', 'is not', null)
    .executeTakeFirst();
  return other !== undefined;
}

/** From a moment of its own on; what readers have stands until then. */
async function standLater(
  trx: Trx,
  { draft: { post, locale, revision }, slug }: Standing,
  at: Date,
  isSeen: boolean,
): Promise<Date> {
  const next = { next_revision: revision, next_from: at, ...(!isSeen && { revision: null }) };
  await trx
    .insertInto('text')
    .values({ post, locale, slug, ...next })
    .onConflict((conflict) => conflict.columns(['post', 'locale']).doUpdateSet(next))
    .execute();
  return at;
}

/** The post's moment is about to be another one: the other languages keep theirs. */
async function keepOthersWaiting(trx: Trx, { post, locale, publishAt }: Draft): Promise<void> {
  await trx
    .updateTable('text')
    .set((eb) => ({ next_revision: eb.ref('revision'), next_from: publishAt, revision: null }))
    .where('post', '=', post)
    .where('locale', '!=', locale)
    .where('next_from', 'is', null)
    .execute();
}

/** Of a post that was withdrawn, each language is published again for itself. */
async function takeOthersOff(trx: Trx, { post, locale }: Draft): Promise<void> {
  await trx.deleteFrom('text').where('post', '=', post).where('locale', '!=', locale).execute();
}

async function standWithPost(trx: Trx, { draft: { post, locale, revision }, slug }: Standing): Promise<void> {
  const now = { slug, revision, next_revision: null, next_from: null };
  await trx
    .insertInto('text')
    .values({ post, locale, ...now })
    .onConflict((conflict) => conflict.columns(['post', 'locale']).doUpdateSet(now))
    .execute();
}

async function showPost(trx: Trx, { draft, details, at }: Standing, isSeen: boolean): Promise<Date> {
  await standShared(trx, draft.post, { ...draft, details: { ...details } });
  const moment = sql<Date>`coalesce(${at ?? draft.date}::timestamptz, now())`;
  const moved = { publish_at: moment, sort_at: moment, announced: sql<boolean>`${moment} <= now()` };
  const { publish_at } = await trx
    .updateTable('post')
    .set({ state: 'live', notice: null, ...(!isSeen && moved) })
    .where('id', '=', draft.post)
    .returning('publish_at')
    .executeTakeFirstOrThrow();
  return publish_at;
}

const others = (trx: Trx, { post, locale }: Draft) =>
  trx.selectFrom('text').where('post', '=', post).where('locale', '!=', locale);
