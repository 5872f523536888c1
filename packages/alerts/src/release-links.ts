import { createHash, randomBytes } from 'node:crypto';
import { type Actor, recordAudit } from '@warta/audit';
import { announceChange } from '@warta/changes';
import type { Db, Trx } from '@warta/database';
import { DomainError } from '@warta/problems';
import { sql } from 'kysely';
import { ALERTS } from './alert-content.ts';
import type { Also } from './change-template.ts';
import { lockAlert } from './lock-alert.ts';

const SECRET_BYTES = 32;
const HOURS = 24;

export interface ReleaseLink {
  secret: string;
  expiresAt: Date;
}

/**
 * Makes a link for the second person, and returns its secret this once. It leads to the version that waits now and
 * gives no right: who opens it signs in, and must be allowed to release.
 * @throws {DomainError} `not-found`; `stale-version`; `conflict` where nothing waits for its release.
 */
export async function makeReleaseLink(
  db: Db,
  actor: Actor,
  id: string,
  expected: number,
  also: Also<ReleaseLink> = async () => {},
): Promise<ReleaseLink> {
  return db.transaction().execute(async (trx) => {
    const { draft } = await lockAlert(trx, id, expected);
    if (draft === null) throw new DomainError('conflict', 'Nothing of this alert waits for its release.');
    const secret = randomBytes(SECRET_BYTES).toString('base64url');
    const { expires_at } = await trx
      .insertInto('alert_link')
      .values({
        ...{ hash: digest(secret), alert: id, version: draft, created_by: actor.name },
        expires_at: sql<Date>`now() + make_interval(hours => ${HOURS}::int)`,
      })
      .returning('expires_at')
      .executeTakeFirstOrThrow();
    await recordAudit(trx, actor, {
      action: 'alert.link',
      subject: `alert:${id}`,
      after: { version: draft },
    });
    const link = { secret, expiresAt: expires_at };
    await also(trx, link);
    await announceChange(trx, [ALERTS]);
    return link;
  });
}

/** What a link leads to; undefined for one that is unknown, used or too old. */
export async function findReleaseLink(
  db: Db,
  secret: string,
): Promise<{ alert: string; version: number; isCurrent: boolean } | undefined> {
  return db
    .selectFrom('alert_link as l')
    .innerJoin('alert as a', 'a.id', 'l.alert')
    .select(['l.alert', 'l.version'])
    .select(sql<boolean>`coalesce(a.draft = l.version, false)`.as('isCurrent'))
    .where('l.hash', '=', digest(secret))
    .where('l.used_at', 'is', null)
    .where('l.expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst();
}

/** @throws {DomainError} `conflict` for a link that is used, too old, or was made for another version. */
export async function spendReleaseLink(
  trx: Trx,
  secret: string,
  alert: string,
  version: number,
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('alert_link')
    .set({ used_at: sql<Date>`now()` })
    .where('hash', '=', digest(secret))
    .where('alert', '=', alert)
    .where('version', '=', version)
    .where('used_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst();
  if (numUpdatedRows === 1n) return;
  throw new DomainError('conflict', 'The link was used, is too old, or the alert has changed since.');
}

/** Links that nobody can use any more. */
export async function dropOldLinks(db: Db): Promise<void> {
  await db.deleteFrom('alert_link').where('expires_at', '<', sql<Date>`now() - interval '7 days'`).execute();
}

const digest = (secret: string) => createHash('sha256').update(secret).digest('hex');
