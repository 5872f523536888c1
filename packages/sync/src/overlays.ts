import { type Actor, recordAudit } from '@warta/audit';
import { announceChange } from '@warta/changes';
import type { Db } from '@warta/database';
import { DomainError } from '@warta/problems';
import type { Site } from '@warta/sites';
import { z } from 'zod';

export const overlayInput = z
  .strictObject({
    /** An optional headline shows once it is taken. */
    taken: z.boolean().optional(),
    /** A recommended headline can be hidden. */
    hidden: z.boolean().optional(),
  })
  .refine((overlay) => overlay.taken !== undefined || overlay.hidden !== undefined, 'give taken or hidden');
export type OverlayInput = z.output<typeof overlayInput>;

/**
 * What a mission decides about a headline on its own site.
 * @throws {DomainError} `not-found` where the headline is not for this site; `conflict` where its obligation
 * leaves no such choice.
 */
export async function setOverlay(
  db: Db,
  actor: Actor,
  site: Site,
  headline: string,
  input: OverlayInput,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const row = await trx
      .selectFrom('headline as h')
      .innerJoin('audience_site as a', 'a.audience', 'h.audience')
      .select(['h.obligation'])
      .where('h.post', '=', headline)
      .where('a.site', '=', site.id)
      .where((eb) => eb.or([eb('h.stands_until', 'is', null), eb('a.since', '<=', eb.ref('h.stands_until'))]))
      .executeTakeFirst();
    if (!row) throw new DomainError('not-found', 'There is no such headline for this site.');
    refuseNoChoice(row.obligation, input);
    const before = await trx
      .selectFrom('overlay')
      .select(['taken', 'hidden'])
      .where('site', '=', site.id)
      .where('headline', '=', headline)
      .executeTakeFirst();
    await trx
      .insertInto('overlay')
      .values({ site: site.id, headline, ...input })
      .onConflict((conflict) => conflict.columns(['site', 'headline']).doUpdateSet(input))
      .execute();
    await trx
      .updateTable('delivery')
      .set({ version: null, seen_at: null })
      .where('headline', '=', headline)
      .where('site', '=', site.id)
      .execute();
    await recordAudit(trx, actor, {
      action: 'overlay.set',
      subject: `headline:${headline}`,
      site: site.id,
      ...(before && { before }),
      after: input,
    });
    await announceChange(trx, [`site:${site.id}`]);
  });
}

function refuseNoChoice(obligation: string, input: OverlayInput): void {
  const field = input.taken !== undefined ? 'taken' : 'hidden';
  const choice = input.taken !== undefined ? 'optional' : 'recommended';
  if (obligation === choice) return;
  throw new DomainError('conflict', `This headline is ${obligation}.`, [
    { field, message: `only ${choice} headlines can be ${field}` },
  ]);
}
