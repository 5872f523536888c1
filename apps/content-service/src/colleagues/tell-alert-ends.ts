import { listPeople, may, type Person } from '@warta/accounts';
import type { Alert } from '@warta/alerts';
import type { Trx } from '@warta/database';
import { bestText } from '@warta/languages';
import type { Letter, Mail } from '@warta/mail';
import { findSites, type Site } from '@warta/sites';
import type { Config } from '../config.ts';
import { recipientOf } from '../people/letters.ts';

/** Writes to the desk, and to who may draft for a mission where it stands, that an alert ends by itself soon. */
export async function tellAlertEnds(
  { config, mail }: { config: Config; mail: Mail },
  trx: Trx,
  { id, practice, standing, expiresAt, sites: slugs }: Alert,
): Promise<void> {
  if (!mail.mailIsOn || !standing || !expiresAt) return;
  const { sites } = await findSites(
    trx,
    slugs.map((slug) => ({ slug })),
  );
  for (const person of await listPeople(trx)) {
    const site = sites.find((one) => concerns(person, one));
    if (!person.acceptedAt || person.disabledAt || !(site || may(person, 'alerts:write'))) continue;
    const text = bestText(standing.content.texts, person.language, ['id', 'en']);
    const place = may(person, 'alerts:write') || !site ? '' : `/sites/${site.slug}`;
    const link = `${config.deskUrl}/desk${place}/alerts/${id}`;
    const letter: Letter = { kind: 'alert-ends', title: text?.heading ?? '…', practice, link, at: expiresAt };
    await mail.sendMail(trx, await recipientOf(trx, person), letter);
  }
}

const concerns = (person: Person, site: Site) => may(person, 'alerts:draft', site);
