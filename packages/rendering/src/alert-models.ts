/**
 * What is drawn when there is an alert, or when the database is away: the banner that is put into pages which
 * are ready, and plain pages that need nothing but what a node keeps in memory.
 */

import type { Html, Link, Stamp, Tongue } from './page-parts.ts';

/** How an alert looks: by its severity, or as a solemn notice, which is no hazard. */
export type AlertLook = 'extreme' | 'severe' | 'moderate' | 'minor' | 'unknown' | 'solemn';

/** A number to call or write to. */
export interface NumberShown {
  kind: 'phone' | 'whatsapp' | 'email';
  href: string;
  text: string;
  /** What it is called, or whose it is. */
  label?: string;
  labelTongue?: Tongue;
  hours?: string;
}

export interface AlertTextShown {
  heading: string;
  paragraphs: string[];
  lang: string;
  dir: 'ltr' | 'rtl';
  /** The language's own name for itself. */
  language: string;
}

/** One alert, in the best language for the page it stands on. */
export interface AlertShown {
  /** `number.version`, which whoever looks at the page as a reader can tell it by. */
  mark: string;
  look: AlertLook;
  practice: boolean;
  text: AlertTextShown;
  href: string;
  /** Whom those call who are there, and families at home. */
  there: NumberShown[];
  home: NumberShown[];
  /** The same moment where the mission is and in Jakarta; one where they are the same. */
  updated: Stamp[];
  expires: Stamp[];
}

type Translate = (key: string, args?: Record<string, string | number>) => string;

/** `partials/alerts.eta`: the most severe alerts of a site, put at the top of its pages when they are sent. */
export interface AlertBanner {
  kind: 'partials/alerts';
  alerts: (AlertShown & {
    /** The beginning of the text, where the page has room for it. */
    lead?: string;
    /** Of the numbers, those for the readers of this page, and for whom they are. */
    numbers: NumberShown[];
    for: 'there' | 'home';
  })[];
  /** The way to all of them, where there are more, with the marks of those. */
  all?: Link & { marks: string };
  t: Translate;
}

interface PlainBase {
  /** Language and direction of the page's own words. */
  lang: string;
  dir: 'ltr' | 'rtl';
  title: string;
  noindex: boolean;
  canonical?: string;
  stylesheet: string;
  icon: string;
  /** Whose page it is, with the way to its home. */
  home: Link & { tongue?: Tongue };
  languages: (Link & { lang: string; current: boolean })[];
  t: Translate;
}

/** `alert.eta`: an alert at its own address, with all its texts. */
export interface AlertPage extends PlainBase {
  kind: 'alert';
  alert: AlertShown;
  /** What it is to machines (JSON-LD); absent where it is no warning. */
  data?: Html;
  /** In its other languages. */
  others: AlertTextShown[];
  version: number;
  released: Stamp[];
  all: Link;
}

/** `alerts.eta`: every alert that stands. */
export interface AlertListPage extends PlainBase {
  kind: 'alerts';
  alerts: AlertShown[];
}

/** `emergency.eta`: what is left to say where a page cannot be made, or an alert is over. */
export interface EmergencyPage extends PlainBase {
  kind: 'emergency';
  heading: string;
  message: string;
  banner?: AlertBanner;
  /** Whom to reach in an emergency, by mission; undefined where it is not about that. */
  contacts?: { name: string; tongue?: Tongue; numbers: NumberShown[] }[];
  /** Whether the contacts are those of one mission or of all. */
  ofAll: boolean;
  /** The way to the contacts of all missions. */
  help?: Link;
  back?: Link;
}

export type PlainPage = AlertPage | AlertListPage | EmergencyPage;
