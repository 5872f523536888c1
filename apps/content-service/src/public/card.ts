import { translator } from '@warta/languages';
import { CONTACTS, contactText, type HelpSite, inLanguage, listHelp, PRACTICE, siteName } from '@warta/sites';
import { VCard } from 'vcard-creator';
import type { Answer } from '../pages/answer.ts';
import type { PortalLocale } from './address.ts';
import type { PublicContext } from './context.ts';
import type { SiteFound } from './finders.ts';
import { hoursInWords } from './hours-in-words.ts';
import { contactUrl, helpUrl } from './links.ts';

const CARD = 'text/vcard; charset=utf-8';

/**
 * Whom to reach at a site in distress, for the contacts of a phone (vCard 3.0, RFC 2426, which every phone reads);
 * undefined where no number is known.
 */
export async function answerCard(
  context: PublicContext,
  { site: ministry, readAt }: SiteFound,
  { locale, of }: { locale: PortalLocale; of: string },
): Promise<Answer | undefined> {
  const { sites, now } = await listHelp(context.database.db);
  const site = sites.find(({ slug }) => slug === of);
  if (!site || site.kind === PRACTICE || site.contacts.length === 0) return undefined;
  return {
    kind: 'page',
    body: draw(context, site, locale, now),
    type: CARD,
    readings: [{ tags: [`site:${ministry.id}`, 'directory', CONTACTS], readAt }],
    freshForMs: null,
  };
}

function draw({ config }: PublicContext, site: HelpSite, locale: PortalLocale, now: Date): string {
  const t = translator(locale);
  const name = inLanguage(site.fullName, locale, site.locales) ?? siteName(site, locale);
  const card = new VCard();
  card
    .addRevision(now)
    .addFullName(name)
    .addName({ familyName: name })
    .addCompany({ name })
    .addUid(`${config.publicUrl}/${site.slug}`);
  for (const contact of site.contacts) {
    if (contact.kind === 'phone') card.addPhoneNumber({ number: contact.value, type: ['work', 'pref'] });
    if (contact.kind === 'whatsapp') card.addPhoneNumber({ number: contact.value, type: ['cell'] });
    if (contact.kind === 'email') card.addEmail({ address: contact.value, type: ['internet', 'work'] });
  }
  card.addUrl({ url: contactUrl(config, site, locale) }).addUrl({ url: helpUrl(config, locale) });
  card.addNote(
    [t('contact.purpose.emergency'), ...site.contacts.flatMap((contact) => line(contact, locale))].join('\n'),
  );
  return card.toString();
}

/** What a number is called and when somebody answers: a card's numbers have no room for it. */
function line(contact: HelpSite['contacts'][number], locale: string): string[] {
  const label = inLanguage(contact.label, locale);
  const hours = contact.hours && hoursInWords(contact.hours, locale);
  if (!label && !hours) return [];
  return [[contactText(contact), label, hours].filter(Boolean).join(' · ')];
}
