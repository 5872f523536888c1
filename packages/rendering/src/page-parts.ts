/** What the models of pages are made of: see `page-models.ts`. */

/** HTML that is safe to print as it is: sanitised Markdown or escaped text inside a seal. */
export type Html = string;

export interface Link {
  href: string;
  label: string;
}

/** A feed, with its media type. */
export interface FeedLink extends Link {
  type: string;
}

/** A way to a text, in its language. */
export interface TextLink extends Link, Tongue {}

/** The way from a post to others of its site: those next to it by time, and those that have something in common. */
export interface PostWays {
  newer?: TextLink;
  older?: TextLink;
  related: TextLink[];
}

/** How a page looks where it is passed on: the properties of Open Graph. */
export interface SharePart {
  type: 'article' | 'website';
  title: string;
  url: string;
  siteName: string;
  /** `id_ID`, as Open Graph writes it. */
  locale: string;
  alternates: string[];
  image?: { src: string; width: number; height: number; alt: string };
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
  /** Stands beside the name and says nothing more than it. */
  logo?: Picture;
  /** Whom to reach, the site's own links and its pages, in its order. */
  menu: MenuLink[];
  /** Accounts elsewhere, by the name of their network: of the mission, and of its head. */
  social: { mission: Link[]; head: Link[] };
  /** Its lists that have something in them, such as its archive. */
  lists?: Link[];
}

export interface MenuLink extends Link {
  current: boolean;
  /** True where it leads out of this service. */
  external?: boolean;
  /** Absent where the label is in the page's language. */
  tongue?: Tongue;
}

export interface Stamp {
  /** ISO 8601 with offset, for `datetime`. */
  iso: string;
  /** Absolute and readable, in the page's language and the site's time zone. */
  text: string;
}

/** When something is, from its start on. */
export interface When extends Stamp {
  /** Where it is, as it is called there. */
  place?: string;
  /** True where it does not take place after all. */
  cancelled?: boolean;
}

/** Until when something is open, in words. */
export interface Deadline extends Stamp {
  closed: boolean;
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
  /** Absent for a page, which has no date. */
  published?: Stamp;
  /** What kind of post it is, in words, where it is none of the usual; `kind` leads to the others of it. */
  badge?: string;
  kind?: string;
  when?: When;
  deadline?: Deadline;
  /** True where the text comes from the ministry (another site) and not from this one. */
  official: boolean;
  /** Who published it, where `official`. */
  origin?: string;
  originTongue?: Tongue;
  /** Whose translation it is, and that it is not the official text; absent where it is that. */
  translatedBy?: string;
  pinned: boolean;
  category?: Link;
  cover?: Picture;
}

/** What the kind of a post adds to its page; `partials/kinds/{kind}.eta` draws it. */
export type KindPart =
  | {
      kind: 'event';
      when: When;
      place?: { name: string; address?: string; link?: string };
      online?: string;
      /** The event for a calendar, as a file. */
      calendar: string;
    }
  | { kind: 'opportunity'; type: string; deadline: Deadline; link?: string }
  | { kind: 'gallery'; pictures: GalleryPicture[] }
  | {
      kind: 'video';
      /** Who plays it, by name, and its page there. */
      host: string;
      watch: string;
      /** Where the frame is; nothing is loaded from the host before. */
      play: string;
      poster?: Picture;
      /** What the frame loads; present on the page that plays it alone. */
      frame?: string;
    }
  | { kind: 'poster'; picture: Picture; full: string };

export interface GalleryPicture {
  picture: Picture;
  /** The address of the largest rendition. */
  full: string;
  caption?: string;
  captionTongue?: Tongue;
}

/** A line of what was found; `title` and `snippet` have `<mark>` around what was searched for. */
export interface SearchHit extends Entry {
  /** In a language of its own, since it may come from what a mission says beside the text. */
  snippet: Html;
  snippetTongue: Tongue;
}
