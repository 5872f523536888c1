import type { StandingAlert } from '@warta/alerts';
import { baseLanguage, canonicalLocale, stringsLocale } from '@warta/languages';
import { PORTAL_LOCALES, type PortalLocale } from '../public/address.ts';
import { alertPath, portalLocale } from '../public/links.ts';

/** What an address of alerts asks for: all of them, or one in a language. */
export type AlertAddress =
  | { page: 'list'; locale: PortalLocale }
  | { page: 'alert'; number: number; locale: string }
  | { page: 'redirect'; path: string };

const FORM = /^(?:\/(en))?\/alerts(?:\/([0-9a-v]{1,6})(?:\/([a-z0-9-]{2,35}))?)?\/?$/i;

/** Reads a path of the ministry's host; undefined where it is none of alerts. */
export function readAlertAddress(path: string): AlertAddress | undefined {
  const [, english, digits, language] = FORM.exec(path) ?? [];
  if (!FORM.test(path) || (english && language)) return undefined;
  const locale = language === undefined ? (english ? 'en' : 'id') : canonicalLocale(language);
  if (locale === undefined) return undefined;
  const number = digits === undefined ? undefined : Number.parseInt(digits, 32);
  if (number === 0) return undefined;
  const right = number === undefined ? listPath(english ? 'en' : 'id') : alertPath(number, locale);
  if (path !== right) return { page: 'redirect', path: right };
  return number === undefined
    ? { page: 'list', locale: english ? 'en' : 'id' }
    : { page: 'alert', number, locale };
}

export const listPath = (locale: PortalLocale) => (locale === 'id' ? '/alerts' : '/en/alerts');

/** The language in which an alert is read by whoever reads this one: its own page, or one of the portal's. */
export function alertLocale(alert: StandingAlert, locale: string): string {
  return alertLocales(alert).find((own) => own === locale) ?? ownWords(locale) ?? portalLocale(locale);
}

/** The languages in which an alert has a page of its own: the portal's, and those of its texts. */
export function alertLocales({ texts }: Pick<StandingAlert, 'texts'>): string[] {
  return [...new Set([...PORTAL_LOCALES, ...texts.map(({ locale }) => locale)])];
}

/** The language of the interface's words, where they are in a language that the alert may lack. */
function ownWords(locale: string): string | undefined {
  const strings = stringsLocale(locale);
  return baseLanguage(strings) === baseLanguage(locale) ? strings : undefined;
}
