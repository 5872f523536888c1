import { countryName } from '@warta/languages';
import XMLBuilder from 'fast-xml-builder';
import type { AlertNumber, WrittenText } from './alert-content.ts';
import type { OpenAlert, ReleasedVersion } from './open-alerts.ts';

/** What a message needs to know that alerts do not: who sends it, under which names and addresses. */
export interface CapSender {
  /** The host readers know; it names sender and messages. */
  host: string;
  /** The sender in words, by language. */
  name: (locale: string) => string;
  /** The page of the alert, and the name of a site, in a language. */
  web: (locale: string) => string;
  siteName: (slug: string, locale: string) => string;
}

const MESSAGES = { alert: 'Alert', update: 'Update', cancel: 'Cancel' };
/** ISO 3166-1 has no code for the world; UN M49 has, and the languages have a name for it. */
const WORLD = '001';
/** What XML 1.0 does not allow even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to take out
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const builder = new XMLBuilder({
  ignoreAttributes: false,
  format: true,
  tagValueProcessor: (_name, value) => String(value).toWellFormed().replace(NOT_XML, ''),
});

/** What readers have, or had last, of an alert as a CAP 1.2 message (OASIS). */
export function capMessage(alert: OpenAlert, sender: CapSender): string {
  const [standing, ...earlier] = alert.versions;
  if (!standing) throw new Error(`nothing was released of alert ${alert.number}`);
  const { texts } = standing.content;
  return builder.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    alert: {
      '@_xmlns': 'urn:oasis:names:tc:emergency:cap:1.2',
      identifier: capIdentifier(alert, standing, sender),
      sender: sender.host,
      sent: capMoment(standing.at),
      status: alert.practice ? 'Exercise' : 'Actual',
      msgType: MESSAGES[standing.kind],
      scope: 'Public',
      ...(earlier.length > 0 && { references: referencesTo(alert, earlier, sender) }),
      info: texts.map((text) => infoOf(standing, text, sender)),
    },
  });
}

/** The name of a message, which no other one has; without blanks and commas, as CAP wants it. */
function capIdentifier(
  { number }: Pick<OpenAlert, 'number'>,
  { version }: Pick<ReleasedVersion, 'version'>,
  { host }: Pick<CapSender, 'host'>,
): string {
  return `${host.replace(':', '-')}-alert-${number}-${version}`;
}

/** In UTC, which CAP writes as an offset and never as Z (3.3.2). */
function capMoment(at: string): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, '-00:00');
}

function referencesTo(alert: OpenAlert, earlier: readonly ReleasedVersion[], sender: CapSender): string {
  return earlier
    .map((version) => [sender.host, capIdentifier(alert, version, sender), capMoment(version.at)].join(','))
    .reverse()
    .join(' ');
}

function infoOf(
  { content, expiresAt, numbers: { there, home } }: ReleasedVersion,
  text: WrittenText,
  sender: CapSender,
) {
  const { locale, heading, body, instruction } = text;
  const { event, category, urgency, severity, certainty } = content;
  const numbers = [...there, ...home];
  return {
    ...{ language: locale, category, event: event[locale] ?? event.en ?? Object.values(event)[0] },
    ...{ urgency, severity, certainty },
    expires: capMoment(expiresAt),
    senderName: sender.name(locale),
    headline: heading,
    ...(body && { description: body }),
    ...(instruction && { instruction }),
    web: sender.web(locale),
    ...(numbers.length > 0 && { contact: contactOf(numbers, locale, sender) }),
    area: areaOf(content.area, locale, sender),
  };
}

function contactOf(numbers: readonly AlertNumber[], locale: string, sender: CapSender): string {
  return numbers.map(({ site, value }) => `${sender.siteName(site, locale)}: ${value}`).join('; ');
}

function areaOf({ countries, sites }: ReleasedVersion['content']['area'], locale: string, sender: CapSender) {
  if (countries) {
    return countries.map((country) => ({
      areaDesc: countryName(country, locale),
      geocode: { valueName: 'ISO 3166-1', value: country },
    }));
  }
  return sites
    ? sites.map((slug) => ({ areaDesc: sender.siteName(slug, locale) }))
    : { areaDesc: countryName(WORLD, locale) };
}
