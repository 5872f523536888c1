import { type Actor, recordAudit } from '@warta/audit';
import { type Db, newId, type Trx } from '@warta/database';
import { copyTexts, insertPost, takeOffer } from '@warta/posts';
import { DomainError } from '@warta/problems';
import type { Site } from '@warta/sites';
import { sql } from 'kysely';
import { z } from 'zod';
import { resendingInput } from './headline-input.ts';

/**
 * How a headline that is being written is to be sent, as far as that is decided: what sending takes, each part as it
 * was typed or picked.
 */
export const headlinePlan = z.looseObject(
  Object.fromEntries(Object.keys(resendingInput.shape).map((name) => [name, z.unknown().optional()])),
);
export type HeadlinePlan = Record<string, unknown>;

/** A plan with its version, which whoever changes it has to name. */
export interface SavedPlan {
  plan: HeadlinePlan;
  version: number;
  /** The offer it was made from. */
  offer: string | null;
  changedAt: Date;
  changedBy: string;
}

/** Begins a headline: nothing of it is written yet. Returns its id. */
export async function beginHeadline(
  trx: Trx,
  actor: Actor,
  origin: Site,
  plan: HeadlinePlan = {},
): Promise<string> {
  const id = newId();
  await insertPost(trx, actor, { id, site: origin.id, kind: 'headline', state: 'draft' });
  await insertPlan(trx, actor, id, plan, null);
  await recordAudit(trx, actor, { action: 'headline.begin', subject: `headline:${id}`, site: origin.id });
  return id;
}

/**
 * Takes what a mission offers: begins a headline with its words in all languages readers have of it, owed to the
 * mission. Returns its id.
 * @throws {DomainError} `not-found`; `conflict` when the offer was answered already
 */
export async function beginFromOffer(trx: Trx, actor: Actor, origin: Site, offer: string): Promise<string> {
  const { post, site } = await takeOffer(trx, actor, offer);
  const id = newId();
  await insertPost(trx, actor, { id, site: origin.id, kind: 'headline', state: 'draft' });
  await copyTexts(trx, actor, post, id);
  await insertPlan(trx, actor, id, { credit: site.slug }, offer);
  await recordAudit(trx, actor, {
    action: 'headline.begin',
    subject: `headline:${id}`,
    site: origin.id,
    after: { offer, from: site.slug },
  });
  return id;
}

/** The plan of a headline; undefined where none was made, as for one that a program sent. */
export async function findPlan(db: Db, headline: string): Promise<SavedPlan | undefined> {
  const row = await db
    .selectFrom('headline_plan')
    .select(['plan', 'version', 'offer', 'changed_at as changedAt', 'changed_by as changedBy'])
    .where('post', '=', headline)
    .executeTakeFirst();
  return row && { ...row, plan: row.plan as HeadlinePlan };
}

/**
 * Keeps a plan (`expected` 0 for the first one of a headline that has none) and returns its version.
 * @throws {DomainError} `stale-version` when somebody has changed it since; `not-found`
 */
export async function savePlan(
  trx: Trx,
  actor: Actor,
  headline: string,
  plan: HeadlinePlan,
  expected: number,
): Promise<number> {
  await trx
    .selectFrom('post')
    .select('id')
    .where('id', '=', headline)
    .where('kind', '=', 'headline')
    .forUpdate()
    .execute();
  const before = await findPlan(trx, headline);
  if ((before?.version ?? 0) !== expected) {
    throw new DomainError('stale-version', 'Somebody has changed how this headline is to be sent.');
  }
  if (before && JSON.stringify(sorted(before.plan)) === JSON.stringify(sorted(plan))) return expected;
  if (before) {
    await trx
      .updateTable('headline_plan')
      .set({
        plan: JSON.stringify(plan),
        version: expected + 1,
        changed_at: sql<Date>`now()`,
        changed_by: actor.name,
      })
      .where('post', '=', headline)
      .execute();
  } else await insertPlan(trx, actor, headline, plan, null);
  return expected + 1;
}

async function insertPlan(
  trx: Trx,
  actor: Actor,
  headline: string,
  plan: HeadlinePlan,
  offer: string | null,
): Promise<void> {
  await trx
    .insertInto('headline_plan')
    .values({ post: headline, plan: JSON.stringify(plan), offer, changed_by: actor.name })
    .execute();
}

const sorted = (plan: HeadlinePlan) => Object.entries(plan).sort(([a], [b]) => (a < b ? -1 : 1));
