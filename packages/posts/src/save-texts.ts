import type { Actor } from '@warta/audit';
import type { Trx } from '@warta/database';
import { sql } from 'kysely';
import { noteMediaUse } from './note-media-use.ts';
import { noteSearch } from './search/note-search.ts';
import type { PreparedText } from './text-input.ts';

/** The number of the revision each language got. */
export type RevisionNumbers = Record<string, number>;

/** Adds a revision for each text and returns their numbers. What stands for readers is not touched. */
export async function saveRevisions(
  trx: Trx,
  actor: Actor,
  post: string,
  texts: readonly PreparedText[],
): Promise<RevisionNumbers> {
  const latest = await trx
    .selectFrom('revision')
    .select(['locale', (eb) => eb.fn.max('n').as('n')])
    .where('post', '=', post)
    .groupBy('locale')
    .execute();
  const rows = texts.map((text) => ({
    post,
    locale: text.locale,
    n: (latest.find((row) => row.locale === text.locale)?.n ?? 0) + 1,
    title: text.title,
    summary: text.summary,
    body: text.body,
    html: text.html,
    title_hash: text.titleHash,
    body_hash: text.bodyHash,
    created_by: actor.name,
  }));
  await trx.insertInto('revision').values(rows).execute();
  return Object.fromEntries(rows.map((row) => [row.locale, row.n]));
}

/** Puts these revisions before readers now; languages not among them stand no longer. */
export async function standNow(
  trx: Trx,
  post: string,
  revisions: RevisionNumbers,
  slugs: Record<string, string>,
): Promise<void> {
  await trx.deleteFrom('text').where('post', '=', post).execute();
  const rows = Object.entries(revisions).map(([locale, revision]) => ({
    post,
    locale,
    revision,
    slug: slugs[locale] ?? '',
  }));
  await trx.insertInto('text').values(rows).execute();
  await noteMediaUse(trx, post);
  await noteSearch(trx, post);
}

/** Sets these revisions to follow at a moment to come; until then what stands now stands. */
export async function standLater(
  trx: Trx,
  post: string,
  revisions: RevisionNumbers,
  slugs: Record<string, string>,
  from: Date,
): Promise<void> {
  await trx
    .updateTable('text')
    .set({ next_revision: null, next_from: from })
    .where('post', '=', post)
    .execute();
  for (const [locale, next_revision] of Object.entries(revisions)) {
    await trx
      .insertInto('text')
      .values({ post, locale, next_revision, next_from: from, slug: slugs[locale] ?? '' })
      .onConflict((conflict) => conflict.columns(['post', 'locale']).doUpdateSet({ next_revision }))
      .execute();
  }
  await noteMediaUse(trx, post);
  await noteSearch(trx, post);
}

/** Takes back what `standLater` set. */
export async function forgetLater(trx: Trx, post: string): Promise<void> {
  await trx.deleteFrom('text').where('post', '=', post).where('revision', 'is', null).execute();
  await trx
    .updateTable('text')
    .set({ next_revision: null, next_from: null })
    .where('post', '=', post)
    .execute();
}

/** After its moment, makes what followed simply what stands. Readers see no difference. */
export async function settleLater(trx: Trx, post: string): Promise<void> {
  await trx
    .deleteFrom('text')
    .where('post', '=', post)
    .where('next_from', '<=', sql<Date>`now()`)
    .where('next_revision', 'is', null)
    .execute();
  await trx
    .updateTable('text')
    .set((eb) => ({ revision: eb.ref('next_revision'), next_revision: null, next_from: null }))
    .where('post', '=', post)
    .where('next_from', '<=', sql<Date>`now()`)
    .execute();
  await noteMediaUse(trx, post);
  await noteSearch(trx, post);
}
