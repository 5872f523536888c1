/**
 * The theme contract: what every template is given. A theme may show less than this, never needs more.
 * All strings are plain text and are escaped by the template, except those typed `Html`.
 */

import type { ComingHoliday, HelpCountry, HelpWay, Reach, ServicePart, WayGroup } from './contact-parts.ts';
import type { MissionPart, TranslationNote } from './mission-parts.ts';
import type {
  Entry,
  FeedLink,
  Html,
  KindPart,
  LanguageLink,
  Link,
  Picture,
  PictureWords,
  PostWays,
  SearchHit,
  SharePart,
  SiteHead,
  Stamp,
} from './page-parts.ts';

/** A setting's value; undefined where words have not been given. */
export type SettingShown = string | number | boolean | PictureWords | undefined;

interface PageBase {
  /** Language and direction of the page's own words. */
  lang: string;
  dir: 'ltr' | 'rtl';
  /** For `<title>`, complete. */
  title: string;
  description?: string;
  canonical?: string;
  /** `hreflang` alternates, `x-default` among them. */
  alternates: { lang: string; href: string }[];
  /** True for pages a search engine should not keep (errors, filtered lists). */
  noindex: boolean;
  /** The feeds of what the page shows, one for each form, the one to show first. */
  feeds: FeedLink[];
  /** What the page is about, for search engines: JSON-LD, escaped; print it raw. */
  data?: Html;
  /** Absent for pages that nobody is to pass on. */
  share?: SharePart;
  stylesheet: string;
  icon: string;
  site: SiteHead;
  /** Absent where it could not be asked whom to reach. */
  reach?: Reach;
  languages: LanguageLink[];
  /** The ministry's portal and its directory of missions, in the page's language. */
  portal: Link;
  missions: Link;
  /** Whom to call, by country; from a mission's page at its own. */
  help: Link;
  /** Where readers search this site, or on the portal all of them. */
  search: Link;
  /** What the site has set of its theme, each with a value; words are in the best language for the page. */
  theme: { name: string; settings: Record<string, SettingShown> };
  /** A string of the page's language; `{name}` in it is replaced by `args.name`. */
  t: (key: string, args?: Record<string, string | number>) => string;
}

/** `home.eta`: page one has pinned entries and headlines, later ones only posts. */
export interface HomePage extends PageBase {
  kind: 'home';
  /** The site's large picture, on page one, with the language of its words. */
  hero?: { picture: Picture; lang: string };
  pinned: Entry[];
  headlines: Entry[];
  /** The way to all of the ministry's headlines on this site, where there are more than shown. */
  allHeadlines?: string;
  posts: Entry[];
  page: number;
  newer?: string;
  older?: string;
}

/** `headlines.eta`: everything the ministry sent to this site, paged. */
export interface HeadlinesPage extends PageBase {
  kind: 'headlines';
  headlines: Entry[];
  page: number;
  newer?: string;
  older?: string;
}

/** `archive.eta`: a site's posts and headlines that have something in common, paged. */
export interface ArchivePage extends PageBase {
  kind: 'archive';
  /** What that is: a category, a tag, a kind or a month, in the page's language. */
  about: string;
  /** Which one; a tag may be a word of any language. */
  heading: string;
  entries: Entry[];
  page: number;
  newer?: string;
  older?: string;
}

/** `months.eta`: the months in which a site had posts, newest first. */
export interface MonthsPage extends PageBase {
  kind: 'months';
  years: { year: string; months: (Link & { count: string })[] }[];
}

/** `lines.eta`: what is to come under a heading, or what was: events, opportunities. */
export interface LinesPage extends PageBase {
  kind: 'lines';
  heading: string;
  entries: Entry[];
  /** What is said where there are none. */
  empty: string;
  /** What else there is of it, such as its calendar. */
  more: Link[];
  page: number;
  newer?: string;
  older?: string;
}

/** `post.eta`: a local post or a headline. */
export interface PostPage extends PageBase {
  kind: 'post';
  entry: Entry;
  /** Sealed and sanitised; print it raw. */
  body: Html;
  part?: KindPart;
  /** What the mission says beside a headline; its own words, to be told from the official text at a glance. */
  mission?: MissionPart;
  /** Present where the body is the mission's translation and not the official text. */
  translation?: TranslationNote;
  /** Present where the text was corrected after it first stood. */
  corrected?: { at: Stamp; note?: string };
  /** The mission whose words it began with, with its home. */
  credit?: { name: string; lang: string; href: string };
  /** Those of the network in the page's language, the site's own words in the text's. */
  tags: (Link & { lang: string })[];
  /** Where it can be passed on. */
  passOn: Link[];
  /** Absent where it comes from another site, or stands alone. */
  ways?: PostWays;
  /** The same post in its other languages. */
  translations: LanguageLink[];
}

export interface CountryMissions {
  country: string;
  missions: (Link & { fullName: string; city: string; status?: 'limited' | 'relocated' | 'closed' })[];
}

/** `portal.eta`: the ministry's front door. */
export interface PortalPage extends PageBase {
  kind: 'portal';
  headlines: Entry[];
  allHeadlines: string;
  /** Every region with the number of missions in it; links lead into the directory. */
  regions: (Link & { count: number })[];
  missionCount: number;
  countryCount: number;
  /** Where the portal's search field for missions sends its `q`. */
  filterAction: string;
}

/** `missions.eta`: the directory, filtered by a plain GET form with `q` and `region`. */
export interface MissionsPage extends PageBase {
  kind: 'missions';
  filter: { action: string; q: string; region: string; regions: { value: string; label: string }[] };
  /** Where they are, as a picture; the list says the same in words. Absent while the list is filtered. */
  map?: Omit<Picture, 'sources'>;
  /** How many missions are shown. */
  count: number;
  regions: { id: string; name: string; countries: CountryMissions[] }[];
}

/** `contact.eta`: whom to reach at a site and when, citizens in distress first. */
export interface ContactPage extends PageBase {
  kind: 'contact';
  intro: string;
  groups: WayGroup[];
  services: ServicePart[];
  holidays: ComingHoliday[];
}

/** `help.eta`: whom citizens in distress can reach, by country from A to Z. */
export interface HelpPage extends PageBase {
  kind: 'help';
  /** The ministry's own numbers, for where no other is known; may be empty. */
  hotline: HelpWay[];
  hotlineCard?: string;
  countries: HelpCountry[];
}

/** `search.eta`: a plain GET form and what was found, ten a page. */
export interface SearchPage extends PageBase {
  kind: 'search';
  action: string;
  /** As it was typed. */
  q: string;
  choices: {
    name: string;
    label: string;
    all: string;
    value: string;
    options: { value: string; label: string }[];
  }[];
  /** A date that is none is a text, so that it stands in its field as it was typed. */
  dates: { name: string; label: string; value: string; type: 'date' | 'text' }[];
  isNarrowed: boolean;
  /** What of the form cannot be understood, in words. */
  problems: string[];
  /** What was searched for, where that is not what was typed. */
  notes: string[];
  /** How many were found, in words. */
  count: string;
  hits: SearchHit[];
  page: number;
  previous?: string;
  next?: string;
  /** From a site's page: the same on all sites. */
  everywhere?: string;
}

/** `notice.eta`: 404, 410, 421, 500 and 503, with words and a way back. */
export interface NoticePage extends PageBase {
  kind: 'notice';
  status: number;
  heading: string;
  message: string;
  back: Link;
}

export type Page =
  | HomePage
  | HeadlinesPage
  | ArchivePage
  | MonthsPage
  | LinesPage
  | PostPage
  | PortalPage
  | MissionsPage
  | ContactPage
  | HelpPage
  | SearchPage
  | NoticePage;
export type PageKind = Page['kind'];
