import type { Database } from '@warta/database';
import { DomainError } from '@warta/problems';
import { type Contact, contactsInput, findContacts, saveContacts } from '@warta/sites';
import type { FastifyRequest } from 'fastify';
import { actorOf } from '../../plugins/policy.ts';
import { checked } from '../frame/checked.ts';
import { siteOf } from '../session.ts';

/** How often it is tried again when something else of the site was saved in the same moment. */
const TRIES = 3;

/**
 * Saves what `change` makes of the contacts as they stand now; undefined leaves them as they are.
 * @throws {DomainError} `invalid` for a contact that is in the list already
 */
export async function changeContacts(
  { db }: Database,
  request: FastifyRequest,
  change: (contacts: readonly Contact[]) => Contact[] | undefined,
): Promise<void> {
  const { id, slug } = siteOf(request);
  for (let tries = 1; ; tries += 1) {
    const { version, contacts } = await findContacts(db, id);
    const changed = change(contacts);
    if (!changed) return;
    const list = checked(contactsInput, changed, () => 'value');
    try {
      await saveContacts(db, actorOf(request), [{ site: slug, version, contacts: list }]);
      return;
    } catch (error) {
      const isStale = error instanceof DomainError && error.code === 'stale-version';
      if (!isStale || tries === TRIES) throw error;
    }
  }
}
