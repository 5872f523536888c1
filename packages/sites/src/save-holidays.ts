import type { Actor } from '@warta/audit';
import { EVERYTHING } from '@warta/changes';
import type { Db } from '@warta/database';
import { findContacts } from './find-contacts.ts';
import type { Holiday } from './holidays.ts';
import { CONTACTS } from './list-help.ts';
import { type SaveOptions, saveList } from './save-list.ts';
import { MINISTRY_SLUG, type Site } from './site.ts';

/**
 * Replaces the holidays of a site.
 * @throws {DomainError} `not-found`, `stale-version`.
 */
export async function saveHolidays(
  db: Db,
  actor: Actor,
  slug: string,
  holidays: Holiday[],
  options: SaveOptions,
): Promise<Site> {
  const list = {
    name: 'holidays' as const,
    items: holidays,
    find: async (trx: Db, site: string) => (await findContacts(trx, site)).holidays,
    // The ministry's holidays say when its hotline answers, on every site.
    tagsOf: ({ id }: Site) => (slug === MINISTRY_SLUG ? [EVERYTHING] : [`site:${id}`, CONTACTS]),
  };
  return saveList(db, actor, slug, list, options);
}
