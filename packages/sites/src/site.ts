import type { Words } from '@warta/database';
import type { MenuLink } from './menu.ts';
import type { OwnCategory } from './own-categories.ts';
import type { SocialAccount } from './social-accounts.ts';
import type { ThemeSettings } from './theme-settings.ts';

export const STATUSES = ['open', 'limited', 'relocated', 'closed'] as const;
export type SiteStatus = (typeof STATUSES)[number];

/** One blog: the ministry's own or a mission's. Locales are canonical BCP 47 tags, the first one its first language. */
export interface Site {
  id: string;
  slug: string;
  kind: string;
  name: Words;
  fullName: Words;
  city: string;
  /** ISO 3166-1 alpha-2, where the mission stands. */
  country: string;
  /** Further countries it serves. */
  accreditedTo: string[];
  region: string | null;
  timezone: string;
  locales: string[];
  latitude: number | null;
  longitude: number | null;
  /** A host of its own, where it answers without its slug. */
  host: string | null;
  theme: string;
  /** `#rrggbb` */
  accent: string;
  /** What it has set of its theme, by the theme's own names. */
  themeSettings: ThemeSettings;
  status: SiteStatus;
  statusNote: Words;
  /** Who serves instead, where it is not open. */
  servedBy: { slug: string; name: Words; host: string | null }[];
  /** Numbers of pictures. */
  logo: string | null;
  hero: string | null;
  menu: MenuLink[];
  social: SocialAccount[];
  /** What it sorts its posts by besides the categories of the network. */
  categories: OwnCategory[];
  /** Whether somebody else must read a text before it is published. */
  fourEyes: boolean;
  version: number;
}

export const MINISTRY = 'ministry';
/** The slug of the ministry's own site. */
export const MINISTRY_SLUG = 'kemlu';

/** The site's name in a language, else in its own first language, else in any. */
export function siteName(site: Pick<Site, 'name' | 'locales'>, locale: string): string {
  return inLanguage(site.name, locale, site.locales) ?? '';
}

/** Words in a language, else in the first of `others` they exist in, else in any. */
export function inLanguage(words: Words, locale: string, others: readonly string[] = []): string | undefined {
  return bestWords(words, locale, others)?.text;
}

/** The same, with the language they are in. */
export function bestWords(
  words: Words,
  locale: string,
  others: readonly string[] = [],
): { text: string; locale: string } | undefined {
  for (const tag of [locale, ...others, 'en', 'id', ...Object.keys(words)]) {
    if (words[tag]) return { text: words[tag], locale: tag };
  }
  return undefined;
}
