import type { Words } from '@warta/database';
import type { Hours } from '@warta/sites';

/** What every node's pages and copies of alerts carry: each change of an alert announces it. */
export const ALERTS = 'alerts';

export const ALERT_KINDS = ['hazard', 'solemn'] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

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

export interface AlertText {
  locale: string;
  heading: string;
  /** Paragraphs of plain text. */
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

/** What an alert says of its weight, in CAP's words. */
export interface Weight {
  category: (typeof CATEGORIES)[number];
  severity: (typeof SEVERITIES)[number];
  urgency: (typeof URGENCIES)[number];
  certainty: (typeof CERTAINTIES)[number];
}

/** Countries by ISO 3166-1 (those a mission is accredited to count), missions by slug, or every site. */
export type Area = { everywhere: true } | { countries: string[] } | { sites: string[] };

/** What a version of an alert says. */
export interface AlertContent extends Weight {
  area: Area;
  texts: AlertText[];
  /** Hours from its release, or a moment with its offset. */
  expiry: { hours: number } | { at: string };
}

/** What is fixed at the release. */
export interface AlertNumbers {
  there: AlertNumber[];
  home: AlertNumber[];
}
