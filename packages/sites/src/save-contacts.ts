import { isDeepStrictEqual } from 'node:util';
import { type Actor, recordAudit } from '@warta/audit';
import { announceChange, EVERYTHING } from '@warta/changes';
import type { Db, Trx } from '@warta/database';
import { invalid } from '@warta/problems';
import type { Contact, ContactLists } from './contact-input.ts';
import type { SiteContacts } from './find-contacts.ts';
import { CONTACTS } from './list-help.ts';
import { refuseStale } from './lock-site.ts';
import { MINISTRY_SLUG } from './site.ts';

/** More sites than this are announced as everything: a change has a handful of tags. */
const MOST_ANNOUNCED = 6;

type Stored = { id: string; slug: string; version: number; contacts: Contact[] };

/**
 * Replaces the contacts of the sites that are named, all or none. A site whose contacts are so already is left as
 * it is, with its version: saving the same twice is one save. Answers with every site that is named.
 * @throws {DomainError} `invalid` for a site that is not there or is named twice; `stale-version`.
 */
export async function saveContacts(
  db: Db,
  actor: Actor,
  lists: ContactLists,
  { also }: { also?: (trx: Trx, saved: SiteContacts[]) => Promise<void> } = {},
): Promise<SiteContacts[]> {
  return db.transaction().execute(async (trx) => {
    const sites = await lockSites(trx, lists);
    const changed: Stored[] = [];
    for (const { site, version, contacts } of lists) {
      const before = sites.get(site) as Stored;
      refuseStale(before, version);
      if (isDeepStrictEqual(before.contacts, contacts)) continue;
      await writeContacts(trx, actor, before, contacts);
      changed.push(before);
    }
    const versions = new Map(changed.map(({ slug, version }) => [slug, version + 1]));
    const saved = lists.map((list) => ({ ...list, version: versions.get(list.site) ?? list.version }));
    await also?.(trx, saved);
    if (changed.length > 0) await announceChange(trx, tagsOf(changed));
    return saved;
  });
}

/** In the order of slugs, so that two who save many at once wait for each other and never for both. */
async function lockSites(trx: Trx, lists: ContactLists): Promise<Map<string, Stored>> {
  const rows = await trx
    .selectFrom('site')
    .select((eb) => ['id', 'slug', 'version', eb.ref('contacts').$castTo<Contact[]>().as('contacts')])
    .where(
      'slug',
      'in',
      lists.map(({ site }) => site),
    )
    .orderBy('slug')
    .forUpdate()
    .execute();
  const sites = new Map(rows.map((row) => [row.slug, row]));
  const named = new Set<string>();
  const wrong = lists.flatMap(({ site }, index) => {
    const isRepeated = named.has(site);
    named.add(site);
    if (sites.has(site) && !isRepeated) return [];
    return [
      { field: `${index}.site`, message: isRepeated ? `${site} is named twice` : `there is no site ${site}` },
    ];
  });
  if (wrong.length > 0) throw invalid(...wrong);
  return sites;
}

async function writeContacts(trx: Trx, actor: Actor, before: Stored, contacts: Contact[]): Promise<void> {
  await trx
    .updateTable('site')
    .set({ contacts: JSON.stringify(contacts), version: before.version + 1 })
    .where('id', '=', before.id)
    .execute();
  await recordAudit(trx, actor, {
    ...{ action: 'site.contacts', subject: `site:${before.slug}`, site: before.id },
    before: { contacts: before.contacts },
    after: { contacts },
  });
}

/** The ministry's hotline may stand on every site's pages. */
function tagsOf(changed: readonly Stored[]): string[] {
  if (changed.length > MOST_ANNOUNCED || changed.some(({ slug }) => slug === MINISTRY_SLUG))
    return [EVERYTHING];
  return [CONTACTS, ...changed.map(({ id }) => `site:${id}`)];
}
