import { translator } from '@warta/languages';
import type { Reach, Way } from '@warta/rendering';
import { type Contact, contactLink, contactText, emergencyOf, PURPOSES, type Site } from '@warta/sites';
import type { Frame } from '@warta/timeline';
import type { Config } from '../config.ts';
import { hoursInWords } from './hours-in-words.ts';
import { contactUrl, linksFrom } from './links.ts';
import { wordsFor } from './tongue.ts';

/** How many ways for each purpose stand at the foot of every page; the contact page has them all. */
const MOST = 2;

/** Whom to reach, for the foot of a page: who is in distress first. */
export function reachOf(config: Config, site: Site, locale: string, { contacts, hotline }: Frame): Reach {
  const t = translator(locale);
  const emergency = emergencyOf(contacts, hotline?.contacts ?? []);
  const others = PURPOSES.filter((purpose) => purpose !== 'emergency').flatMap((purpose) => {
    const ways = contacts.filter((contact) => contact.purpose === purpose).slice(0, MOST);
    const heading = t(`contact.purpose.${purpose}`);
    return ways.length > 0 ? [{ heading, ways: ways.map((contact) => wayOf(contact, site, locale)) }] : [];
  });
  const isOurs = emergency?.of === 'site';
  return {
    ...(emergency && {
      emergency: wayOf(emergency.contact, site, locale, isOurs ? undefined : hotline?.city),
    }),
    fromMinistry: emergency?.of === 'ministry',
    others,
    ...(others.some(({ ways }) => ways.some(({ hours }) => hours)) && {
      clock: t('contact.clock', { city: site.city }),
    }),
    page: { href: linksFrom(config, site)(contactUrl(config, site, locale)), label: t('contact.all') },
  };
}

/** When somebody answers: a mission that is closed keeps no hours of its own. */
export function hoursKept(
  { hours }: Contact,
  { status }: Pick<Site, 'status'>,
  city: string | undefined,
): Contact['hours'] {
  return city === undefined && status === 'closed' ? null : hours;
}

/** What must be known of a site to say how it is reached. */
type Reached = Pick<Site, 'locales' | 'status'>;

/**
 * One way to reach somebody, as a reader of the page uses it. `city` is where its hours count, where that is not the
 * site's own.
 */
export function wayOf(contact: Contact, site: Reached, locale: string, city?: string): Way {
  const { kind } = contact;
  const address = contact.kind === 'address' ? wordsFor(contact.address, locale, site.locales) : undefined;
  const label = wordsFor(contact.label, locale, site.locales);
  const href = contactLink(contact);
  const hours = hoursKept(contact, site, city);
  const words = hours && hoursInWords(hours, locale);
  return {
    kind,
    text: contactText(contact) ?? address?.text ?? '',
    ...(address?.tongue && { tongue: address.tongue }),
    ...(href && { href }),
    ...(label && { label: label.text }),
    ...(label?.tongue && { labelTongue: label.tongue }),
    ...(words && { hours: city && hours?.kind === 'weekly' ? inCity(words, city, locale) : words }),
  };
}

const inCity = (hours: string, city: string, locale: string) =>
  translator(locale)('contact.hours.there', { hours, city });
