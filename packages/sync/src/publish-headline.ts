import { type Actor, recordAudit } from '@warta/audit';
import { announceChange } from '@warta/changes';
import { type Db, newId, type Trx } from '@warta/database';
import { insertPost, type RevisionNumbers, setPostState, sortPost, standNow } from '@warta/posts';
import { DomainError } from '@warta/problems';
import type { Site } from '@warta/sites';
import { sql } from 'kysely';
import { ensureAudience } from './audiences.ts';
import { findCredit } from './credit.ts';
import { openDeliveries, refuseNobody } from './deliveries.ts';
import { type HeadlineInput, prepareTexts, type SendingInput } from './headline-input.ts';
import { openReceptions } from './receptions.ts';
import { refuseOddTimes } from './sending-times.ts';
import { type SavedWords, saveWords, type VersionWords } from './version-words.ts';
import { openWaves } from './waves.ts';

/** What a publication, correction, recall or restoration resulted in. */
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
 * @throws {DomainError} `invalid` for an audience that names what is not there or reaches nobody, or times that do
 * not go together; `forbidden` where the site asks for four eyes: then a colleague sends what was saved.
 */
export async function publishHeadline(
  db: Db,
  origin: Site,
  input: HeadlineInput,
  context: SaveContext,
): Promise<SavedHeadline> {
  refuseUnchecked(origin);
  const texts = await prepareTexts(db, origin.id, input);
  return db.transaction().execute(async (trx) => {
    const id = newId();
    const { category, tags } = input;
    const { cover } = context;
    await insertPost(trx, context.actor, { id, site: origin.id, kind: 'headline', category, tags, cover });
    return send(trx, origin, id, input, { texts }, context);
  });
}

/**
 * Sends a headline that was written at the desk: `revisions` are those that were looked at. Throws as
 * `publishHeadline`, and as `takeDrafts` of posts; `conflict` when it was sent before.
 */
export async function sendHeadline(
  db: Db,
  origin: Site,
  id: string,
  input: SendingInput,
  revisions: RevisionNumbers,
  context: SaveContext,
): Promise<SavedHeadline> {
  return db.transaction().execute(async (trx) => {
    const sent = await trx.selectFrom('headline').select('post').where('post', '=', id).executeTakeFirst();
    if (sent) throw new DomainError('conflict', 'The headline was sent already: correct it.');
    return send(trx, origin, id, input, { drafts: revisions }, context);
  });
}

async function send(
  trx: Trx,
  origin: Site,
  id: string,
  input: SendingInput,
  words: VersionWords,
  { actor, receivedAt, also }: SaveContext,
): Promise<SavedHeadline> {
  const { now } = await trx.selectNoFrom(sql<Date>`now()`.as('now')).executeTakeFirstOrThrow();
  refuseOddTimes(input, now);
  const { id: audience, newTo } = await ensureAudience(trx, input.audience);
  const number = await insertHeadline(trx, origin, id, input, audience, now);
  const saved = await saveWords(trx, actor, origin, { id, number }, words);
  const publishAt = await setMoment(trx, id, input.publishAt ?? now);
  await standSent(trx, id, saved);
  await trx
    .insertInto('headline_version')
    .values({
      post: id,
      version: 1,
      kind: 'publication',
      texts: JSON.stringify(saved.revisions),
      received_at: arrival(receivedAt),
      live_from: publishAt,
      created_by: actor.name,
      ...asked(input),
    })
    .execute();
  const count = await openDeliveries(trx, id);
  refuseNobody(count);
  await openReceptions(trx, id);
  const result = { id, number, version: 1, slugs: saved.slugs, count };
  await recordAudit(trx, actor, {
    action: 'headline.publish',
    subject: `headline:${id}`,
    site: origin.id,
    after: { ...input, count, slugs: saved.slugs },
  });
  await also?.(trx, result);
  await announceChange(trx, [`audience:${audience}`, `headline:${id}`, `site:${origin.id}`, ...newTo]);
  return result;
}

async function insertHeadline(
  trx: Trx,
  origin: Site,
  id: string,
  input: SendingInput,
  audience: string,
  now: Date,
): Promise<number> {
  const at = input.publishAt ?? now;
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
      publish_at: at,
      sort_at: at,
      pinned_until: input.pinnedUntil ?? null,
      stands_until: input.standsUntil ?? null,
      wave_at: input.waveAt ?? null,
      credit: await findCredit(trx, input.credit),
    })
    .returning('number')
    .executeTakeFirstOrThrow();
  return number;
}

/** A headline in waves is public from the first of them on. */
async function setMoment(trx: Trx, id: string, wanted: Date): Promise<Date> {
  const first = await openWaves(trx, id);
  const at = first ?? wanted;
  if (first) {
    await trx.updateTable('headline').set({ publish_at: at, sort_at: at }).where('post', '=', id).execute();
  }
  await setPostState(trx, id, 'live', at);
  return at;
}

/** Puts the words of a headline before readers, with what all languages share where that was written with them. */
export async function standSent(
  trx: Trx,
  id: string,
  { revisions, slugs, shared }: SavedWords,
): Promise<void> {
  if (shared) await sortPost(trx, id, shared);
  await standNow(trx, id, revisions, slugs);
}

/** What is asked of the missions with a version, and told to them alone. */
export function asked({
  acknowledgeWithin,
  internalNote,
}: Pick<SendingInput, 'acknowledgeWithin' | 'internalNote'>) {
  return { acknowledge_within: acknowledgeWithin ?? null, internal_note: internalNote ?? null };
}

/** @throws {DomainError} `forbidden` where words need a colleague's check and come without one */
export function refuseUnchecked({ fourEyes }: Pick<Site, 'fourEyes'>): void {
  if (!fourEyes) return;
  throw new DomainError(
    'forbidden',
    'This site asks for four eyes: write the headline at the desk, and a colleague sends it.',
  );
}

/** A moment of this process, by the database's clock: the two need not agree, the time passed does. */
export function arrival(receivedAt: Date) {
  const elapsed = Math.max(0, Date.now() - receivedAt.getTime());
  return sql<Date>`clock_timestamp() - ${elapsed}::float8 * interval '1 millisecond'`;
}
