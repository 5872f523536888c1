/**
 * The theme contract: what every template is given. A theme may show less than this, never needs more.
 * All strings are plain text and are escaped by the template, except those typed `Html`.
 */

/** HTML that is safe to print as it is: sanitised Markdown or escaped text inside a seal. */
export type Html = string;

export interface Link {
  href: string;
  label: string;
}

/** One language this page can be had in. `exact` is false where the link leads to the blog's home instead. */
export interface LanguageLink extends Link {
  lang: string;
  dir: 'ltr' | 'rtl';
  current: boolean;
  exact: boolean;
}

export interface Picture {
  /** `srcset` values, widths ascending, in the order in which a browser should try the formats. */
  sources: { type: string; srcset: string }[];
  /** A JPEG every browser can show. */
  src: string;
  width: number;
  height: number;
  alt: string;
  /** The point that must stay in view when a theme crops the picture, as fractions of width and height. */
  focus?: { x: number; y: number };
}

/** Words, with their language where it is not that of the text around them. */
export interface PictureWords {
  text: string;
  tongue?: Tongue;
}

/** A picture inside a text. */
export interface BodyPicture extends Omit<Picture, 'alt' | 'focus'> {
  alt: PictureWords;
  caption?: PictureWords;
  credit?: string;
}

/** What a mission's header says when it does not work as usual. */
export interface SiteNotice {
  status: 'limited' | 'relocated' | 'closed';
  /** The site's own words, where it gave any. */
  note?: string;
  noteTongue?: Tongue;
  servedBy: Link[];
}

/** The language of words that are not in the page's own. */
export interface Tongue {
  lang: string;
  dir: 'ltr' | 'rtl';
}

export interface SiteHead {
  name: string;
  /** Absent where the name is in the page's language. */
  nameTongue?: Tongue;
  /** The full official name, where it differs from `name`. */
  fullName?: string;
  fullNameTongue?: Tongue;
  city?: string;
  home: string;
  isMinistry: boolean;
  notice?: SiteNotice;
}

export interface Stamp {
  /** ISO 8601 with offset, for `datetime`. */
  iso: string;
  /** Absolute and readable, in the page's language and the site's time zone. */
  text: string;
}

/** One line of a list: a local post or a headline of the ministry. */
export interface Entry {
  href: string;
  /** The title as sealed HTML; print it raw. */
  title: Html;
  summary: string;
  lang: string;
  dir: 'ltr' | 'rtl';
  /** The name of the text's language, in the page's language, where it is not the page's. */
  foreign?: string;
  published: Stamp;
  /** True where the text comes from the ministry (another site) and not from this one. */
  official: boolean;
  /** Who published it, where `official`. */
  origin?: string;
  originTongue?: Tongue;
  pinned: boolean;
  category?: string;
  cover?: Picture;
}

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
  feed?: Link;
  stylesheet: string;
  icon: string;
  site: SiteHead;
  languages: LanguageLink[];
  /** The ministry's portal and its directory of missions, in the page's language. */
  portal: Link;
  missions: Link;
  /** A string of the page's language; `{name}` in it is replaced by `args.name`. */
  t: (key: string, args?: Record<string, string | number>) => string;
}

/** `home.eta`: page one has pinned entries and headlines, later ones only posts. */
export interface HomePage extends PageBase {
  kind: 'home';
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

/** `post.eta`: a local post or a headline. */
export interface PostPage extends PageBase {
  kind: 'post';
  entry: Entry;
  /** Sealed and sanitised; print it raw. */
  body: Html;
  /** Present where the text was corrected after it first stood. */
  corrected?: { at: Stamp; note?: string };
  tags: string[];
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
  /** How many missions are shown. */
  count: number;
  regions: { id: string; name: string; countries: CountryMissions[] }[];
}

/** `notice.eta`: 404, 410, 421, 500 and 503, with words and a way back. */
export interface NoticePage extends PageBase {
  kind: 'notice';
  status: number;
  heading: string;
  message: string;
  back: Link;
}

export type Page = HomePage | HeadlinesPage | PostPage | PortalPage | MissionsPage | NoticePage;
export type PageKind = Page['kind'];
