import { recordAudit } from '@warta/audit';
import { announceChange } from '@warta/changes';
import type { Db, Trx } from '@warta/database';
import { type RevisionNumbers, setPostState, standNow } from '@warta/posts';
import { DomainError } from '@warta/problems';
import { lockHeadline, tagsOf } from './change-headline.ts';
import { openDeliveries } from './deliveries.ts';
import { headlineSlug } from './headline-slug.ts';
import { arrival, type SaveContext, type SavedHeadline } from './publish-headline.ts';

/**
 * Brings a recalled headline back as it stood, everywhere: a version of its own, with the words of the one that was
 * recalled, its place in the timeline, and what missions had added to it.
 * @throws {DomainError} `not-found`; `conflict` when it is not recalled; `stale-version` when `expected` is given
 * and is not its latest.
 */
export async function restoreHeadline(
  db: Db,
  id: string,
  { actor, receivedAt, also }: SaveContext,
  expected?: number,
): Promise<SavedHeadline> {
  return db.transaction().execute(async (trx) => {
    const headline = await lockHeadline(trx, id, expected);
    if (headline.state !== 'recalled') throw new DomainError('conflict', 'The headline is not recalled.');
    const version = headline.latest + 1;
    const texts = await findRecalledTexts(trx, id, headline.latest);
    const slugs = await slugsFor(trx, id, headline.number, texts);
    await standNow(trx, id, texts, slugs);
    await trx
      .insertInto('headline_version')
      .values({
        post: id,
        version,
        kind: 'restoration',
        texts: JSON.stringify(texts),
        received_at: arrival(receivedAt),
        live_from: headline.embargoed ? headline.publish_at : headline.now,
        created_by: actor.name,
      })
      .execute();
    await trx
      .updateTable('headline')
      .set({ state: 'live', version, latest: version })
      .where('post', '=', id)
      .execute();
    await setPostState(trx, id, 'live');
    const count = await openDeliveries(trx, id);
    const saved = { id, number: headline.number, version, slugs, count };
    await recordAudit(trx, actor, {
      action: 'headline.restore',
      subject: `headline:${id}`,
      site: headline.origin,
      before: { version: headline.latest, state: 'recalled' },
      after: { version, state: 'live' },
    });
    await also?.(trx, saved);
    await announceChange(trx, tagsOf(headline));
    return saved;
  });
}

/** The words that stood when it was recalled; those of the newest version where none did yet. */
async function findRecalledTexts(trx: Trx, id: string, recall: number): Promise<RevisionNumbers> {
  const versions = await trx
    .selectFrom('headline_version')
    .select(['version', 'kind', 'texts', 'live_from'])
    .where('post', '=', id)
    .orderBy('version', 'desc')
    .execute();
  const recalledAt = versions.find(({ version }) => version === recall)?.live_from ?? new Date(0);
  const worded = versions.filter(({ kind }) => kind !== 'recall');
  const found = worded.find(({ live_from }) => live_from <= recalledAt) ?? worded[0];
  if (!found) throw new Error(`headline ${id} has no version with words`);
  return found.texts;
}

/** The last words of the addresses of these revisions: those they have, or new ones. */
export async function slugsFor(
  trx: Trx,
  id: string,
  number: number,
  texts: RevisionNumbers,
): Promise<Record<string, string>> {
  const known = await trx.selectFrom('text').select(['locale', 'slug']).where('post', '=', id).execute();
  const revisions = await trx
    .selectFrom('revision')
    .select(['locale', 'n', 'title'])
    .where('post', '=', id)
    .execute();
  return Object.fromEntries(
    Object.entries(texts).map(([locale, n]) => {
      const title = revisions.find((revision) => revision.locale === locale && revision.n === n)?.title ?? '';
      const slug = known.find((text) => text.locale === locale)?.slug;
      return [locale, slug ?? headlineSlug({ slug: undefined, title }, number)];
    }),
  );
}
