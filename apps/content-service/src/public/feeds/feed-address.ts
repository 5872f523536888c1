import type { ReservedSite } from '@warta/sites';
import type { Config } from '../../config.ts';
import { readLocale } from '../address-locale.ts';
import { type Addressed, siteUrl } from '../links.ts';

/** What a feed is written in, in the order in which pages name them. */
export const FEED_FORMS = ['atom', 'rss', 'json'] as const;
export type FeedForm = (typeof FEED_FORMS)[number];

const FILES: Record<FeedForm, string> = { atom: 'feed.xml', rss: 'rss.xml', json: 'feed.json' };
const TYPES: Record<FeedForm, string> = {
  atom: 'application/atom+xml',
  rss: 'application/rss+xml',
  json: 'application/feed+json',
};
const CATEGORY = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const NETWORK = 'network' satisfies ReservedSite;

/** A feed of one site: of its first language, of another one, of a category. */
export interface SiteFeedAddress {
  locale?: string;
  category?: string;
  form: FeedForm;
}

/** A feed beyond one site: the ministry's headlines, or everything that any site publishes. */
export interface WideFeedAddress {
  of: 'headlines' | 'network';
  locale: 'id' | 'en';
  form: FeedForm;
}

/** Reads the words of a site's path that name a feed, with their right form; undefined where they name none. */
export function readSiteFeed(words: readonly string[]): { right: string; feed: SiteFeedAddress } | undefined {
  const form = formOf(words.at(-1));
  if (!form) return undefined;
  const [language, list, category, ...more] = words.slice(0, -1);
  if (language === undefined) return { right: FILES[form], feed: { form } };
  const locale = readLocale(language);
  if (!locale || more.length > 0) return undefined;
  if (list === undefined) return { right: `${locale}/${FILES[form]}`, feed: { locale, form } };
  if (list !== 'category' || category === undefined || !CATEGORY.test(category)) return undefined;
  return { right: `${locale}/category/${category}/${FILES[form]}`, feed: { locale, category, form } };
}

/** Reads the words of a path of the ministry's host that name a feed beyond one site. */
export function readWideFeed(words: readonly string[]): { right: string; feed: WideFeedAddress } | undefined {
  const form = formOf(words.at(-1));
  if (!form) return undefined;
  const [locale, rest] =
    words[0] === 'en' ? (['en', words.slice(1, -1)] as const) : (['id', words.slice(0, -1)] as const);
  if (rest.length > 1 || (rest.length === 1 && rest[0] !== NETWORK)) return undefined;
  const feed: WideFeedAddress = { of: rest.length === 1 ? 'network' : 'headlines', locale, form };
  return { right: widePath(feed).slice(1), feed };
}

/** The absolute address of a feed of a site; that of its first language is the short one. */
export function siteFeedUrl(
  config: Config,
  site: Addressed & { locales: readonly string[] },
  { locale, category, form }: SiteFeedAddress & { locale: string },
): string {
  const inLanguage = category === undefined && locale === site.locales[0] ? '' : `/${locale}`;
  return `${siteUrl(config, site)}${inLanguage}${category ? `/category/${category}` : ''}/${FILES[form]}`;
}

export function wideFeedUrl(config: Config, feed: WideFeedAddress): string {
  return config.publicUrl + widePath(feed);
}

/** The media type of a form. */
export const feedType = (form: FeedForm): string => TYPES[form];

function widePath({ of, locale, form }: WideFeedAddress): string {
  return `${locale === 'en' ? '/en' : ''}${of === 'network' ? `/${NETWORK}` : ''}/${FILES[form]}`;
}

function formOf(file: string | undefined): FeedForm | undefined {
  return FEED_FORMS.find((form) => FILES[form] === file);
}
