import { type Actor, recordAudit } from '@warta/audit';
import type { Db, Trx } from '@warta/database';
import { DomainError, invalid } from '@warta/problems';
import type { Site } from '@warta/sites';
import { sql } from 'kysely';
import { refuseOtherCategory } from '../categories.ts';
import { refuseOthersPictures } from '../kinds/pictures.ts';
import { noteMediaUse } from '../note-media-use.ts';
import { type PreparedText, prepareTextFor } from '../text-input.ts';
import { DraftConflictError } from './draft-conflict-error.ts';
import { contentHash, type DraftInput, sharedParts } from './draft-input.ts';
import { type Draft, type DraftOf, type DraftState, findDraft } from './find-drafts.ts';
import { lockHeadlinePost, lockPost } from './lock-post.ts';

export interface SaveOptions {
  /** The id of the post; a new one makes a new post, so that sending twice makes one. */
  post: string;
  /** The revision that was being changed; null where there was none. */
  base: number | null;
  /** A headline is there before it is first saved, and may be in any language. */
  of?: DraftOf | undefined;
  /** What a new translation was made from. */
  source?: { locale: string; revision: number } | undefined;
  /** Done in the same transaction. */
  also?: (trx: Trx, saved: SavedDraft) => Promise<void>;
}

export interface SavedDraft {
  post: string;
  locale: string;
  revision: number;
  /** False where what stands is the same already. */
  changed: boolean;
}

/**
 * Saves what is being written as a revision. Readers get nothing of it. The same content is not saved twice,
 * whatever its base.
 * @throws {DraftConflictError} when `base` is not the newest revision and the content differs from that.
 * @throws {DomainError} `invalid`; `not-found` when the id is that of another site's post, or there is no text to
 * which `base` could belong.
 */
export async function saveDraft(
  db: Db,
  actor: Actor,
  site: Site,
  input: DraftInput,
  options: SaveOptions,
): Promise<SavedDraft> {
  const { of = 'post' } = options;
  if (of === 'post') refuseOtherLanguages(site, input);
  refuseToCome(input);
  refuseOtherCategory(site, input.category);
  await refuseOthersPictures(db, site, input.kind, input.details, input.cover);
  const { slug, ...words } = input;
  const text = await prepareTextFor(db, site.id, { ...words, slug: slug ?? undefined }, 'body');
  const hash = contentHash(input);
  return db.transaction().execute(async (trx) => {
    if (of === 'post') await lockPost(trx, actor, site, input, options.post);
    else await lockHeadlinePost(trx, site, options.post);
    const current = await findDraft(trx, site.id, options.post, input.locale, of);
    const saved = { post: options.post, locale: input.locale };
    if (current && (await hashOf(trx, current)) === hash) {
      const same = { ...saved, revision: current.revision, changed: false };
      await options.also?.(trx, same);
      return same;
    }
    refuseOtherBase(current, options.base);
    const revision = await insertRevision(trx, actor, options.post, input, text, hash);
    await putDraft(trx, input, options, { revision, current });
    await forgetAutosave(trx, actor, options.post, input.locale);
    await noteMediaUse(trx, options.post);
    await recordAudit(trx, actor, {
      action: 'draft.save',
      subject: `${of}:${options.post}`,
      site: site.id,
      after: { locale: input.locale, revision },
    });
    const done = { ...saved, revision, changed: true };
    await options.also?.(trx, done);
    return done;
  });
}

async function hashOf(trx: Trx, { post, locale, revision }: Draft): Promise<string | null> {
  const row = await trx
    .selectFrom('revision')
    .select('content_hash')
    .where('post', '=', post)
    .where('locale', '=', locale)
    .where('n', '=', revision)
    .executeTakeFirst();
  return row?.content_hash ?? null;
}

async function insertRevision(
  trx: Trx,
  actor: Actor,
  post: string,
  input: DraftInput,
  text: PreparedText,
  hash: string,
): Promise<number> {
  const { n } = await trx
    .insertInto('revision')
    .values({
      post,
      locale: input.locale,
      n: sql<number>`(select coalesce(max(n), 0) + 1 from revision where post = ${post} and locale = ${input.locale})`,
      title: text.title,
      summary: text.summary,
      body: text.body,
      html: text.html,
      title_hash: text.titleHash,
      body_hash: text.bodyHash,
      details: JSON.stringify(sharedParts(input)),
      content_hash: hash,
      person: actor.person ?? null,
      created_by: actor.name,
    })
    .returning('n')
    .executeTakeFirstOrThrow();
  return n;
}

/** What was under review stays so while it is amended; anything else is a draft again. */
async function putDraft(
  trx: Trx,
  input: DraftInput,
  { post, source }: SaveOptions,
  { revision, current }: { revision: number; current: Draft | undefined },
): Promise<void> {
  const state: DraftState =
    current?.state === 'in-review' || current?.state === 'changes-asked' ? current.state : 'draft';
  const values = { revision, slug: input.slug, state, changed_at: sql<Date>`now()` };
  await trx
    .insertInto('draft')
    .values({
      post,
      locale: input.locale,
      ...values,
      approved: current?.approved ?? null,
      source_locale: source?.locale ?? null,
      source_revision: source?.revision ?? null,
    })
    .onConflict((conflict) =>
      conflict.columns(['post', 'locale']).doUpdateSet({
        ...values,
        ...(source && { source_locale: source.locale, source_revision: source.revision }),
      }),
    )
    .execute();
}

async function forgetAutosave(trx: Trx, actor: Actor, post: string, locale: string): Promise<void> {
  if (!actor.person) return;
  await trx
    .deleteFrom('autosave')
    .where('post', '=', post)
    .where('locale', '=', locale)
    .where('person', '=', actor.person)
    .execute();
}

function refuseOtherBase(current: Draft | undefined, base: number | null): void {
  if (current && current.revision !== base) throw new DraftConflictError(current);
  if (!current && base !== null) {
    throw new DomainError('not-found', 'There is no such text on this site.');
  }
}

/** When something is to appear is said when it is published. */
function refuseToCome({ date }: DraftInput): void {
  if (date === null || Date.parse(date) <= Date.now()) return;
  throw invalid({ field: 'date', message: 'is yet to come; say so when publishing', why: 'date.to-come' });
}

function refuseOtherLanguages(site: Site, { locale }: DraftInput): void {
  if (site.locales.includes(locale)) return;
  const message = `this site writes in ${site.locales.join(', ')}, not ${locale}`;
  throw invalid({ field: 'locale', message });
}
