/** How pages say whom to reach. */

import type { Link, Tongue } from './page-parts.ts';

/** One way to reach somebody. */
export interface Way {
  kind: 'phone' | 'whatsapp' | 'email' | 'address';
  /** The number, mailbox or postal address as people read it. */
  text: string;
  /** The language of a postal address, where that is not the page's. */
  tongue?: Tongue;
  /** What a phone opens; a postal address has none. */
  href?: string;
  /** What the site calls it. */
  label?: string;
  labelTongue?: Tongue;
  /** When somebody answers, in one line; absent where nothing is said of it. */
  hours?: string;
}

/** Whom to reach, at the foot of every page. */
export interface Reach {
  /** For citizens in distress; absent where none is known. */
  emergency?: Way;
  /** True where that is the ministry's, the site having none. */
  fromMinistry: boolean;
  others: { heading: string; ways: Way[] }[];
  /** By which clock the hours are, where there are any. */
  clock?: string;
  /** The page with all of it. */
  page: Link;
}

/** A way with all its hours; `now` is true until the page is made anew. */
export interface TimedWay extends Way {
  /** Days in a row and their times, what holds on holidays last. */
  week: { days: string; times: string }[];
  /** By which clock these are, where there are any. */
  clock?: string;
  open?: boolean;
  now?: string;
}

/** The ways for one purpose. Only that of citizens in distress may have none: then none is known. */
export interface WayGroup {
  purpose: string;
  heading: string;
  fromMinistry: boolean;
  ways: TimedWay[];
}

/** Something a mission does for people. */
export interface ServicePart {
  /** Where it stands on the page, the same in every language. */
  id: string;
  name: string;
  nameTongue?: Tongue;
  /** What to bring and how to ask; plain text, of which the lines are kept. */
  about?: string;
  aboutTongue?: Tongue;
  /** Where there is more about it. */
  more?: Link & { external?: boolean };
  /** The contacts on the same page that answer questions about it. */
  contact?: Link;
}

/** A holiday that is not over yet. */
export interface ComingHoliday {
  /** `2026-08-17` */
  iso: string;
  date: string;
  name: string;
  tongue?: Tongue;
}

/** A number or mailbox for citizens in distress; `now` is true until the page is made anew. */
export interface HelpWay extends Way {
  href: string;
  open?: boolean;
  now?: string;
}

/** A mission that serves a country; without ways, where no number of its own is known. */
export interface HelpMission {
  name: string;
  city: string;
  /** Its page of contacts. */
  href: string;
  status?: 'limited' | 'relocated' | 'closed';
  ways: HelpWay[];
  /** The same for the contacts of a phone. */
  card?: string;
}

export interface HelpCountry {
  /** ISO 3166-1 alpha-2; where a link to the country leads. */
  code: string;
  name: string;
  missions: HelpMission[];
}
