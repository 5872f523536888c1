import { type Actor, recordAudit } from '@warta/audit';
import type { Db, Trx } from '@warta/database';
import { DomainError, invalid } from '@warta/problems';
import type { Site } from '@warta/sites';
import { ensureAudience } from '@warta/sync';
import { sql } from 'kysely';
import type { Expiry } from './alert-input.ts';
import { type AlsoChanges, announceAlerts } from './announce-alerts.ts';
import { isInArea, ruleOf } from './area.ts';
import { type Alert, type AlertVersion, findAlert } from './find-alerts.ts';
import { findNumbers } from './find-numbers.ts';
import { type LockedAlert, lockAlert, refuseOver } from './lock-alert.ts';
import { openAlertDeliveries } from './open-deliveries.ts';
import { spendReleaseLink } from './release-links.ts';

/** Who releases, and by what right. */
export interface Releaser {
  actor: Actor;
  /** The site whose head releases: only what somebody else wrote, and only in its area. None: the ministry. */
  site?: Site | undefined;
  /** When the call came in: from here to the last site seen counts as the time it took. */
  receivedAt: Date;
  /** Why one person alone releases. */
  reason?: string | undefined;
  /** The secret of a release link, which is used up. */
  link?: string | undefined;
  also?: AlsoChanges | undefined;
}

/**
 * Puts what waits before readers, on every site of its area: an alert, an update, or the end of one. Its numbers are
 * taken from the contacts as they are now. Released by somebody who has not written it, it counts as confirmed;
 * by one alone (or where a program has part in it) it needs a reason, and somebody else to confirm it.
 * @throws {DomainError} `not-found`; `stale-version`; `conflict` where nothing waits or it is over; `forbidden` for a
 * head of site alone, or of a site outside of its area; `invalid` without a reason, or for a moment that is past.
 */
export async function releaseAlert(
  db: Db,
  id: string,
  expected: number,
  { actor, site, receivedAt, reason, link, also }: Releaser,
): Promise<Alert> {
  return db.transaction().execute(async (trx) => {
    const alert = await lockAlert(trx, id, expected);
    refuseOver(alert);
    const { draft, kind } = (await findAlert(trx, id)) ?? {};
    if (!draft || !kind) throw new DomainError('conflict', 'Nothing of this alert waits for its release.');
    const isAlone = !areTwo(actor.person, [draft.person]);
    refuseHead(alert, draft, site, isAlone);
    if (isAlone && !reason) {
      throw invalid({ field: 'reason', message: 'say why you release it without a second person' });
    }
    if (link) await spendReleaseLink(trx, link, id, draft.version);
    const expiresAt = await stand(trx, alert, draft);
    const numbers = await findNumbers(trx, id, kind, draft.content.area);
    const elapsed = Math.max(0, Date.now() - receivedAt.getTime());
    await trx
      .insertInto('alert_release')
      .values({
        ...{ alert: id, version: draft.version, reason: isAlone ? (reason ?? null) : null },
        ...{ numbers: JSON.stringify(numbers), expires_at: expiresAt },
        ...{ person: actor.person ?? null, released_by: actor.name },
        received_at: sql<Date>`clock_timestamp() - ${elapsed}::float8 * interval '1 millisecond'`,
      })
      .execute();
    await openAlertDeliveries(trx, id);
    return finish(trx, actor, id, { action: `alert.release-${draft.kind}`, site, also });
  });
}

/**
 * Says as the second person that what was released by one alone is right.
 * @throws {DomainError} `not-found`; `stale-version`; `conflict` where nothing is to be confirmed; `forbidden` for who
 * wrote or released it, for a program, or for the head of a site outside of its area.
 */
export async function confirmAlert(
  db: Db,
  id: string,
  expected: number,
  { actor, site, also }: Pick<Releaser, 'actor' | 'site' | 'also'>,
): Promise<Alert> {
  return db.transaction().execute(async (trx) => {
    const locked = await lockAlert(trx, id, expected);
    const { standing, confirmed } = (await findAlert(trx, id)) ?? {};
    if (!standing || confirmed)
      throw new DomainError('conflict', 'Nothing of this alert is to be confirmed.');
    refuseHead(locked, standing, site, false);
    const releaser = await trx
      .selectFrom('alert_release')
      .select('person')
      .where('alert', '=', id)
      .where('version', '=', standing.version)
      .executeTakeFirstOrThrow();
    if (!actor.person || actor.person === releaser.person || actor.person === standing.person) {
      throw new DomainError('forbidden', 'Somebody else than who wrote and released the alert confirms it.');
    }
    await trx
      .updateTable('alert_release')
      .set({
        ...{ confirmed_person: actor.person, confirmed_by: actor.name },
        confirmed_at: sql<Date>`now()`,
      })
      .where('alert', '=', id)
      .where('version', '=', standing.version)
      .execute();
    return finish(trx, actor, id, { action: 'alert.confirm', site, also });
  });
}

/** Whether somebody is a second person besides these: programs are no persons. */
function areTwo(person: string | undefined, others: readonly (string | null)[]): boolean {
  return person !== undefined && others.every((other) => other !== null && other !== person);
}

function refuseHead(
  { practice }: LockedAlert,
  { content }: AlertVersion,
  site: Site | undefined,
  isAlone: boolean,
): void {
  if (!site) return;
  if (!practice && !isInArea(content.area, site)) {
    throw new DomainError('forbidden', `The alert is not for ${site.slug}.`);
  }
  if (isAlone) {
    throw new DomainError('forbidden', 'A head of site releases what somebody else has written.');
  }
}

/** Lets a version stand, for all sites of its area by its rule, and says until when. */
async function stand(trx: Trx, alert: LockedAlert, draft: AlertVersion): Promise<Date> {
  const isEnd = draft.kind === 'cancel';
  const expiresAt = isEnd ? alert.expires_at : momentOf(draft.content.expiry, alert.now);
  if (!expiresAt) throw new Error(`alert ${alert.id} ends without having stood`);
  const { area } = draft.content;
  const byRule = !alert.practice && !area.everywhere;
  const audience = byRule ? (await ensureAudience(trx, ruleOf(area))).id : null;
  await trx
    .updateTable('alert')
    .set({
      ...{ standing: draft.version, draft: null, state: isEnd ? 'cancelled' : 'standing' },
      ...{ everywhere: area.everywhere === true, audience, expires_at: expiresAt },
      ...{ updated_at: sql<Date>`now()`, released_at: sql<Date>`coalesce(released_at, now())` },
    })
    .where('id', '=', alert.id)
    .execute();
  return expiresAt;
}

function momentOf({ hours, at }: Expiry, now: Date): Date {
  if (hours !== undefined) return new Date(now.getTime() + hours * 3_600_000);
  const moment = new Date(at ?? now);
  if (moment <= now) throw invalid({ field: 'expiry.at', message: 'lies in the past; write a later moment' });
  return moment;
}

async function finish(
  trx: Trx,
  actor: Actor,
  id: string,
  { action, site, also }: Pick<Releaser, 'site' | 'also'> & { action: string },
): Promise<Alert> {
  const alert = await findAlert(trx, id);
  if (!alert) throw new Error(`alert ${id} is gone`);
  if (alert.sites.length === 0) throw invalid({ field: 'area', message: 'no site is in it any more' });
  const { standing, state, version, confirmed, sites, number } = alert;
  await recordAudit(trx, actor, {
    action,
    subject: `alert:${id}`,
    ...(site && { site: site.id }),
    after: { number, version, state, confirmed, sites: sites.length, ...standing },
  });
  await announceAlerts(trx, await also?.(trx, alert));
  return alert;
}
