import type { AlertNumber, StandingAlert } from '@warta/alerts';
import {
  bestText,
  directionOf,
  endonym,
  formatDateTime,
  formatZoneless,
  isoInZone,
  translator,
} from '@warta/languages';
import {
  type AlertLook,
  type AlertShown,
  type AlertTextShown,
  alertMark,
  type NumberShown,
  type Stamp,
} from '@warta/rendering';
import { type Contact, contactLink, contactText, type EmergencySite, type Hours } from '@warta/sites';
import { JAKARTA } from '../jakarta.ts';
import { hoursInWords } from '../public/hours-in-words.ts';
import { wordsFor } from '../public/tongue.ts';
import type { AlertBoard } from './board.ts';

/** For which page an alert is shown: its language, and the languages and zone of its site. */
export interface Viewer {
  locale: string;
  locales: readonly string[];
  timezone: string;
}

/** What is drawn of an alert, at `href` in the same language. */
export function showAlert(board: AlertBoard, alert: StandingAlert, viewer: Viewer, href: string): AlertShown {
  const text = bestText(alert.texts, viewer.locale, viewer.locales);
  if (!text) throw new Error(`alert ${alert.number} has no text`);
  const numbers = (all: readonly AlertNumber[]) =>
    all.map((number) => showNumber(number, viewer, board.siteNamed({ slug: number.site })));
  return {
    mark: alertMark(alert),
    look: alert.kind === 'solemn' ? 'solemn' : (alert.severity.toLowerCase() as AlertLook),
    practice: alert.practice,
    text: showText(text),
    href,
    // Where the missions have no number, those who are there have the ministry's, as on every page of theirs.
    there: numbers(alert.numbersThere.length > 0 ? alert.numbersThere : alert.numbersHome),
    home: numbers(alert.numbersHome),
    updated: stamps(alert.updatedAt, viewer),
    expires: stamps(alert.expiresAt, viewer),
  };
}

export function showText({ locale, heading, body }: StandingAlert['texts'][number]): AlertTextShown {
  const paragraphs = body.split(/\n\s*\n/).flatMap((paragraph) => paragraph.trim() || []);
  return { heading, paragraphs, lang: locale, dir: directionOf(locale), language: endonym(locale) };
}

/** A number to call or write to; without a name of its own it has that of its mission, where one is given. */
export function showNumber(
  {
    kind,
    value,
    label,
    hours,
  }: Pick<AlertNumber, 'value' | 'label'> & {
    kind: NumberShown['kind'];
    hours?: Hours | null | undefined;
  },
  { locale, locales }: Viewer,
  whose?: EmergencySite,
): NumberShown {
  const contact = { kind, value } as Contact;
  const words = wordsFor(label, locale, locales) ?? (whose && wordsFor(whose.name, locale, whose.locales));
  return {
    kind,
    href: contactLink(contact) ?? '',
    text: contactText(contact) ?? value,
    ...(words && { label: words.text }),
    ...(words?.tongue && { labelTongue: words.tongue }),
    ...(hours && { hours: hoursInWords(hours, locale) }),
  };
}

/** A moment on the clocks of the mission and of Jakarta, or on the one they share. */
export function stamps(moment: string, { locale, timezone }: Viewer): Stamp[] {
  const date = new Date(moment);
  const jakarta: Stamp = {
    iso: isoInZone(date, JAKARTA),
    text: translator(locale)('alert.jakarta', { moment: formatZoneless(date, locale, JAKARTA) }),
  };
  const iso = isoInZone(date, timezone);
  return iso === jakarta.iso ? [jakarta] : [{ iso, text: formatDateTime(date, locale, timezone) }, jakarta];
}
