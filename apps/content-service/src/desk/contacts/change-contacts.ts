import type { Database } from '@warta/database';
import { type Contact, contactsInput, findContacts, saveContacts } from '@warta/sites';
import type { FastifyRequest } from 'fastify';
import { actorOf } from '../../plugins/policy.ts';
import { checked } from '../frame/checked.ts';
import { type Change, untilFresh } from '../frame/kept-list.ts';
import { siteOf } from '../session.ts';

/**
 * Saves what `change` makes of the contacts as they stand now.
 * @throws {DomainError} `invalid` for a contact that is in the list already
 */
export async function changeContacts(
  { db }: Database,
  request: FastifyRequest,
  change: Change<Contact>,
): Promise<void> {
  const { id, slug } = siteOf(request);
  await untilFresh(async () => {
    const { version, contacts } = await findContacts(db, id);
    const changed = change(contacts);
    if (!changed) return;
    const list = checked(contactsInput, changed, () => 'value');
    await saveContacts(db, actorOf(request), [{ site: slug, version, contacts: list }]);
  });
}
