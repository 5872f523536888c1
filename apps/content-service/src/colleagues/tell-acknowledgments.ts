import { listPeople, may, type Person } from '@warta/accounts';
import type { Db, Trx } from '@warta/database';
import type { Mail } from '@warta/mail';
import { findSitesById, type Site, siteName } from '@warta/sites';
import { type OpenAcknowledgment, remindOfAcknowledgments } from '@warta/sync';
import type { Config } from '../config.ts';

/**
 * Writes to those of a mission who may acknowledge a headline that they are asked to, and to its head of site when
 * nobody has done so in time. What is overdue is noted also where no mail is sent: the ministry's desk shows it.
 */
export async function tellAcknowledgments(db: Db, config: Config, mail: Mail): Promise<void> {
  await remindOfAcknowledgments(db, async (trx, open) => {
    if (!mail.mailIsOn) return;
    const [site] = await findSitesById(trx, [open.site]);
    if (site) await tellOf(trx, config, mail, site, open);
  });
}

async function tellOf(
  trx: Trx,
  config: Config,
  mail: Mail,
  site: Site,
  { what, headline, title, due }: OpenAcknowledgment,
): Promise<void> {
  const link = `${config.deskUrl}/desk/sites/${site.slug}/headlines/${headline}`;
  const all = await listPeople(trx, site.id);
  for (const person of all.filter((each) => isMeant(each, site, what))) {
    const { email, name, language } = person;
    const to = { address: email, name, locale: language, timezone: site.timezone };
    const about = { what, title, site: siteName(site, language), link, due };
    await mail.sendMail(trx, to, { kind: 'acknowledgment', ...about });
  }
}

function isMeant(person: Person, site: Site, what: OpenAcknowledgment['what']): boolean {
  if (!person.acceptedAt || person.disabledAt) return false;
  const here = person.memberships.filter((membership) => membership.site === site.id);
  if (what === 'overdue') return here.some(({ role }) => role === 'head-of-site');
  return may({ memberships: here }, 'overlays:write', site);
}
