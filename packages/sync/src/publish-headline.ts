import { type Actor, recordAudit } from '@warta/audit';
import { announceChange } from '@warta/changes';
import { type Db, newId, type Trx } from '@warta/database';
import { insertPost, type PreparedText, saveRevisions, standNow } from '@warta/posts';
import type { Site } from '@warta/sites';
import { sql } from 'kysely';
import { ensureAudience } from './audiences.ts';
import { openDeliveries, refuseNobody } from './deliveries.ts';
import { type HeadlineInput, prepareTexts } from './headline-input.ts';
import { headlineSlug } from './headline-slug.ts';

/** What a publication, correction or recall resulted in. */
export interface SavedHeadline {
  id: string;
  number: number;
  version: number;
  slugs: Record<string, string>;
  /** How many missions it is for. */
  count: number;
}

export interface SaveContext {
  actor: Actor;
  /** When the call came in: from here to the last site seen counts as the time it took. */
  receivedAt: Date;
  cover?: string | undefined;
  /** Runs in the same transaction, before the change is announced. */
  also?: (trx: Trx, saved: SavedHeadline) => Promise<void>;
}

/**
 * Publishes a headline of a site and sends it to its audience, in one transaction: revisions, version 1, the
 * ledger's rows, the audit row and the announcement stand or fall together.
 * @throws {DomainError} `invalid` for an audience that names what is not there or reaches nobody.
 */
export async function publishHeadline(
  db: Db,
  origin: Site,
  input: HeadlineInput,
  { actor, receivedAt, cover, also }: SaveContext,
): Promise<SavedHeadline> {
  const texts = await prepareTexts(db, origin.id, input);
  return db.transaction().execute(async (trx) => {
    const { id: audience, newTo } = await ensureAudience(trx, input.audience);
    const id = newId();
    const { publish_at } = await insertPost(trx, actor, {
      ...input,
      id,
      site: origin.id,
      kind: 'headline',
      cover,
    });
    const revisions = await saveRevisions(trx, actor, id, texts);
    const { number } = await trx
      .insertInto('headline')
      .values({
        post: id,
        origin: origin.id,
        audience,
        obligation: input.obligation,
        state: 'live',
        version: 1,
        latest: 1,
        publish_at,
        sort_at: publish_at,
        pinned_until: input.pinnedUntil ?? null,
      })
      .returning('number')
      .executeTakeFirstOrThrow();
    const slugs = slugsOf(texts, number);
    await standNow(trx, id, revisions, slugs);
    await trx
      .insertInto('headline_version')
      .values({
        post: id,
        version: 1,
        kind: 'publication',
        texts: JSON.stringify(revisions),
        received_at: arrival(receivedAt),
        live_from: publish_at,
        created_by: actor.name,
      })
      .execute();
    const count = await openDeliveries(trx, id);
    refuseNobody(count);
    const saved = { id, number, version: 1, slugs, count };
    await recordAudit(trx, actor, {
      action: 'headline.publish',
      subject: `headline:${id}`,
      site: origin.id,
      after: { ...input, count, slugs },
    });
    await also?.(trx, saved);
    await announceChange(trx, [`audience:${audience}`, `headline:${id}`, `site:${origin.id}`, ...newTo]);
    return saved;
  });
}

export function slugsOf(texts: readonly PreparedText[], number: number): Record<string, string> {
  return Object.fromEntries(texts.map((text) => [text.locale, headlineSlug(text, number)]));
}

/** A moment of this process, by the database's clock: the two need not agree, the time passed does. */
export function arrival(receivedAt: Date) {
  const elapsed = Math.max(0, Date.now() - receivedAt.getTime());
  return sql<Date>`clock_timestamp() - ${elapsed}::float8 * interval '1 millisecond'`;
}
