import type { LinkPurpose, Membership, Person } from '@warta/accounts';
import type { Db, Trx } from '@warta/database';
import type { Letter, Mail, Recipient, Sent } from '@warta/mail';
import { findSitesById, inLanguage, type Site } from '@warta/sites';
import { JAKARTA } from '../jakarta.ts';

/** Whom a letter goes to: in the language of the person's desk, with dates in the zone of the first of their sites. */
export async function recipientOf(
  db: Db,
  person: Pick<Person, 'email' | 'name' | 'language'> & { memberships: readonly Membership[] },
): Promise<Recipient> {
  const ids = person.memberships.flatMap(({ site }) => site ?? []);
  const [site] = ids.length > 0 ? await findSitesById(db, ids) : [];
  const timezone = site?.timezone ?? JAKARTA;
  return { address: person.email, name: person.name, locale: person.language, timezone };
}

/** A one-time link, and who made it for whom. */
interface NewLink {
  person: Person;
  purpose: LinkPurpose;
  link: string;
  until: Date;
  who: string;
  site: Site | null;
}

/** Has a one-time link sent to its person, if the transaction commits. */
export async function mailLink(mail: Mail, trx: Trx, made: NewLink): Promise<Sent> {
  return mail.sendMail(trx, await recipientOf(trx, made.person), letterOf(made));
}

function letterOf({ person, purpose, link, until, who, site }: NewLink): Letter {
  if (purpose !== 'invitation') return { kind: 'password-reset', link, until };
  const name = site && inLanguage(site.name, person.language, site.locales);
  return { kind: 'invitation', who, link, until, ...(name && { site: name }) };
}
