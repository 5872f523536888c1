import type { Words } from '@warta/database';
import type { Hours } from '@warta/sites';
import type { Area, Expiry } from './alert-input.ts';

/** What every node's pages and copies of alerts carry: each change of an alert announces it. */
export const ALERTS = 'alerts';

/** What readers see of an alert in one language. */
export interface AlertText {
  locale: string;
  heading: string;
  /** Paragraphs of plain text, what to do among them. */
  body: string;
}

/** A number to call or write to, as it stood among a site's contacts when the alert was released. */
export interface AlertNumber {
  site: string;
  label: Words;
  kind: 'phone' | 'whatsapp';
  value: string;
  hours?: Hours;
}

/** Taken from contacts at the release. */
export interface AlertNumbers {
  there: AlertNumber[];
  home: AlertNumber[];
}

/** The words of CAP 1.2 (OASIS), 3.2.2, in its order. */
export const CATEGORIES = [
  'Geo',
  'Met',
  'Safety',
  'Security',
  'Rescue',
  'Fire',
  'Health',
  'Env',
  'Transport',
  'Infra',
  'CBRNE',
  'Other',
] as const;
export const SEVERITIES = ['Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown'] as const;
export const URGENCIES = ['Immediate', 'Expected', 'Future', 'Past', 'Unknown'] as const;
export const CERTAINTIES = ['Observed', 'Likely', 'Possible', 'Unlikely', 'Unknown'] as const;

export type AlertKind = 'hazard' | 'solemn';

/** How much an alert weighs, in CAP's words. */
export interface Weight {
  severity: (typeof SEVERITIES)[number];
  urgency: (typeof URGENCIES)[number];
  certainty: (typeof CERTAINTIES)[number];
}

/** The words of an alert as they were written; what to do is apart from what has happened, as in CAP. */
export interface WrittenText extends AlertText {
  instruction: string;
}

/** What a version of an alert says: what was written, with what its template gave. */
export interface AlertContent extends Weight {
  area: Area;
  texts: WrittenText[];
  expiry: Expiry;
  category: (typeof CATEGORIES)[number];
  /** What kind of event it is, in words, by language. */
  event: Words;
}

/** A text as readers get it: what to do follows what has happened. */
export function wholeText({ locale, heading, body, instruction }: WrittenText): AlertText {
  return { locale, heading, body: [body, instruction].filter((part) => part !== '').join('\n\n') };
}
