import { announceChange, EVERYTHING } from '@warta/changes';
import type { Db, Trx } from '@warta/database';
import { setPostState, standLater, standNow } from '@warta/posts';
import { sql } from 'kysely';
import { lockAudiences } from '../audiences.ts';
import { openDeliveries } from '../deliveries.ts';
import { slugsFor } from '../restore-headline.ts';
import type { Drift } from './drift.ts';
import { findHistories, rightful } from './history.ts';

const MOST_TAGS = 8;

/**
 * Sets right what can be: audiences by their rules, headlines by their versions, and rows of the ledger so that
 * every node looks anew. What nodes keep of the pages concerned is dropped. Repaired twice is repaired once.
 */
export async function repairDrift(db: Db, found: readonly Drift[]): Promise<void> {
  const wrong = found.filter((each) => each.repairable);
  if (wrong.length === 0) return;
  await db.transaction().execute(async (trx) => {
    const audiences = wrong.filter(({ kind }) => kind === 'audience');
    if (audiences.length > 0) await placeAnew(trx, audiences);
    const rewritten = wrong.filter(({ kind }) => ['version', 'words', 'state'].includes(kind));
    for (const headline of headlinesOf(rewritten)) await restoreFromVersions(trx, headline);
    for (const headline of headlinesOf(wrong)) await openDeliveries(trx, headline);
    for (const { kind, headline, site } of wrong)
      if (headline && (kind === 'page' || kind === 'ledger')) await lookAnew(trx, headline, site);
    await announceChange(trx, tagsOf(wrong));
  });
}

const headlinesOf = (wrong: readonly Drift[]) => [
  ...new Set(wrong.flatMap(({ headline }) => headline ?? [])),
];

/** A site that is put back counts as one that was there from the start. */
async function placeAnew(trx: Trx, wrong: readonly Drift[]): Promise<void> {
  await lockAudiences(trx);
  for (const { audience, site } of wrong) {
    const { rows } = await sql<{ left: number }>`
      with gone as (delete from audience_site a using site s
        where s.id = a.site and s.slug = ${site} and a.audience = ${audience} returning 1)
      select count(*)::int as left from gone`.execute(trx);
    if (rows[0]?.left) continue;
    await sql`
      insert into audience_site (audience, site, since)
      select a.id, s.id, greatest(a.created_at, s.created_at)
      from audience a, site s where a.id = ${audience} and s.slug = ${site}`.execute(trx);
  }
  const touched = [...new Set(wrong.flatMap(({ audience }) => audience ?? []))];
  const headlines = await trx
    .selectFrom('headline')
    .select('post')
    .where('audience', 'in', touched)
    .execute();
  for (const { post } of headlines) await openDeliveries(trx, post);
  await sql`
    update delivery d set version = null, seen_at = null, error = null
    from headline h, site s
    where h.post = d.headline and h.audience = any(${touched}::uuid[]) and s.id = d.site
      and s.slug = any(${wrong.map(({ site }) => site)}::text[])`.execute(trx);
}

async function restoreFromVersions(trx: Trx, headline: string): Promise<void> {
  await sql`select from headline where post = ${headline} for update`.execute(trx);
  const [history] = await findHistories(trx, headline);
  const right = history && rightful(history);
  if (!history || !right) return;
  const { state, version, latest, next, texts } = right;
  await trx
    .updateTable('headline')
    .set({ state, version, latest, next_version: next?.version ?? null, next_from: next?.from ?? null })
    .where('post', '=', headline)
    .execute();
  await setPostState(trx, headline, state === 'recalled' ? 'withdrawn' : 'live');
  if (texts) {
    const slugs = await slugsFor(trx, headline, history.number, { ...next?.texts, ...texts });
    await standNow(trx, headline, texts, slugs);
    if (next) await standLater(trx, headline, next.texts, slugs, next.from);
  }
  await lookAnew(trx, headline, null);
}

async function lookAnew(trx: Trx, headline: string, site: string | null): Promise<void> {
  await sql`
    update delivery d set version = null, seen_at = null, error = null
    from site s
    where s.id = d.site and d.headline = ${headline} and (s.slug = ${site} or ${site}::text is null)`.execute(
    trx,
  );
}

/** Many things wrong are mended at once by having every node make its pages anew. */
function tagsOf(wrong: readonly Drift[]): string[] {
  const isLocal = wrong.every(({ kind }) => kind === 'ledger');
  const tags = [...new Set(wrong.map(({ headline }) => `headline:${headline}`))];
  return isLocal && tags.length <= MOST_TAGS ? tags : [EVERYTHING];
}
