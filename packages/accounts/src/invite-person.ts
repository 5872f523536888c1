import { type Actor, recordAudit } from '@warta/audit';
import { newId, type Trx } from '@warta/database';
import { invalid } from '@warta/problems';
import { findPersonByEmail } from './find-people.ts';
import { makeLink } from './one-time-links.ts';
import type { PersonInput } from './person-input.ts';
import type { Membership } from './policy.ts';
import { siteOfChange } from './site-of-change.ts';

export interface Invitation {
  person: string;
  secret: string;
  expiresAt: Date;
}

/**
 * Makes an account that opens with a link which works once, for seven days. Somebody invited before who has
 * not accepted gets a new link and what is given now.
 * @throws {DomainError} `invalid`, naming `email`, when the address has an account that is in use
 */
export async function invitePerson(trx: Trx, actor: Actor, input: PersonInput): Promise<Invitation> {
  const known = await findPersonByEmail(trx, input.email);
  if (known && (known.acceptedAt || known.disabledAt)) {
    throw invalid({ field: 'email', message: 'has an account already', why: 'person.taken' });
  }
  const person = known?.id ?? newId();
  if (!known) {
    const { email, name, language } = input;
    await trx.insertInto('person').values({ id: person, email, name, language }).execute();
  }
  await writeMemberships(trx, person, [...(known?.memberships ?? []), ...input.memberships]);
  await recordAudit(trx, actor, {
    action: 'person.invite',
    subject: `person:${person}`,
    ...siteOfChange([], input.memberships),
    after: input,
  });
  const link = await makeLink(trx, actor, person, 'invitation');
  return { person, ...link };
}

/** Puts these in the place of all that somebody had. */
export async function writeMemberships(
  trx: Trx,
  person: string,
  memberships: readonly Membership[],
): Promise<void> {
  await trx.deleteFrom('membership').where('person', '=', person).execute();
  if (memberships.length === 0) return;
  await trx
    .insertInto('membership')
    .values(memberships.map(({ role, site }) => ({ person, role, site })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
