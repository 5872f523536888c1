import { type Actor, recordAudit } from '@warta/audit';
import { announceChange, EVERYTHING } from '@warta/changes';
import type { Db, Trx } from '@warta/database';
import { findContacts } from './find-contacts.ts';
import type { Holiday } from './holidays.ts';
import { CONTACTS } from './list-help.ts';
import { lockSite } from './lock-site.ts';
import { MINISTRY_SLUG, type Site } from './site.ts';

interface SaveOptions {
  version: number;
  /** Runs in the transaction. */
  also?: (trx: Trx, site: Site) => Promise<void>;
}

/**
 * Replaces the holidays of a site.
 * @throws {DomainError} `not-found`, `stale-version`.
 */
export async function saveHolidays(
  db: Db,
  actor: Actor,
  slug: string,
  holidays: Holiday[],
  { version, also }: SaveOptions,
): Promise<Site> {
  return db.transaction().execute(async (trx) => {
    const site = await lockSite(trx, slug, version);
    const { holidays: before } = await findContacts(trx, site.id);
    await trx
      .updateTable('site')
      .set({ holidays: JSON.stringify(holidays), version: version + 1 })
      .where('id', '=', site.id)
      .execute();
    await recordAudit(trx, actor, {
      action: 'site.holidays',
      subject: `site:${slug}`,
      site: site.id,
      before: { holidays: before },
      after: { holidays },
    });
    const saved = { ...site, version: version + 1 };
    await also?.(trx, saved);
    // The ministry's holidays say when its hotline answers, on every site.
    await announceChange(trx, slug === MINISTRY_SLUG ? [EVERYTHING] : [`site:${site.id}`, CONTACTS]);
    return saved;
  });
}
