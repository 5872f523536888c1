import {
  bestText,
  directionOf,
  formatDate,
  isoInZone,
  languageName,
  sameLanguage,
  stringsLocale,
  translator,
} from '@warta/languages';
import { pictureSources } from '@warta/media';
import { type Entry, escapeHtml, type Stamp, seal } from '@warta/rendering';
import { inLanguage, type Site } from '@warta/sites';
import type { EntryText, TimelineEntry } from '@warta/timeline';
import { LRUCache } from 'lru-cache';
import type { Config } from '../config.ts';
import { kindLine } from './kind-lines.ts';
import { archiveUrl, linksFrom, postUrl } from './links.ts';
import { translationMark } from './mission-part.ts';
import { wordsFor } from './tongue.ts';

/** The site whose page it is, or that a line is of. */
type Place = Pick<Site, 'slug' | 'host' | 'locales' | 'timezone' | 'categories' | 'name'>;

/** A line of a list, in the best language for a page of this site; undefined for an entry without texts. */
export function toEntry(
  config: Config,
  site: Place,
  locale: string,
  entry: TimelineEntry,
): Entry | undefined {
  const text = bestText(entry.texts, locale, site.locales);
  return text && entryOf(config, site, locale, entry, text);
}

/** The lines of a list. */
export function toEntries(
  config: Config,
  site: Site,
  locale: string,
  entries: readonly TimelineEntry[],
): Entry[] {
  return entries.flatMap((entry) => toEntry(config, site, locale, entry) ?? []);
}

/** An entry with one of its texts. */
export function entryOf(
  config: Config,
  site: Place,
  locale: string,
  entry: TimelineEntry,
  text: EntryText,
): Entry {
  const official = entry.origin.slug !== site.slug;
  const origin = wordsFor(entry.origin.name, locale, site.locales);
  const link = linksFrom(config, site);
  const line = kindLine(site, locale, entry);
  return {
    href: link(postUrl(config, site, text)),
    title: sealedTitle(entry, text),
    summary: text.summary,
    lang: text.locale,
    dir: directionOf(text.locale),
    ...(!sameLanguage(text.locale, locale) && { foreign: languageName(text.locale, locale) }),
    ...(entry.kind !== 'page' && { published: stamp(entry.publishAt, locale, site.timezone) }),
    ...line,
    ...(line.badge && { kind: link(archiveUrl(config, site, locale, 'kind', entry.kind)) }),
    official,
    ...(text.mission && { translatedBy: translationMark(site, locale) }),
    ...(official && origin && { origin: origin.text }),
    ...(official && origin?.tongue && { originTongue: origin.tongue }),
    pinned: entry.pinned,
    ...(entry.category && {
      category: {
        href: link(archiveUrl(config, site, locale, 'category', entry.category)),
        label: categoryName(site, entry.category, locale),
      },
    }),
    ...(entry.cover && { cover: pictureSources(entry.cover, text.locale) }),
  };
}

const stamps = new LRUCache<string, Stamp>({ max: 5000 });

/** A moment for a page; the same ones stand on many pages, and asking `Intl` for an offset takes its time. */
export function stamp(date: Date, locale: string, timeZone: string): Stamp {
  const key = `${date.getTime()} ${locale} ${timeZone}`;
  const known = stamps.get(key);
  if (known) return known;
  const made = { iso: isoInZone(date, timeZone), text: formatDate(date, locale, timeZone) };
  stamps.set(key, made);
  return made;
}

/** What a piece of a headline's text is sealed with: an outdated translation is of the version it was made for. */
export function sealMark<Part extends 'title' | 'body'>(entry: TimelineEntry, text: EntryText, part: Part) {
  const version = text.mission?.outdated ? text.mission.madeFor : entry.version;
  const { number } = entry;
  return number !== null && version !== null ? { number, version, part } : undefined;
}

const sealedTitle = (entry: TimelineEntry, text: EntryText) =>
  seal(sealMark(entry, text, 'title'), escapeHtml(text.title));

/** The category in words, the network's or the site's own, or as it is where neither knows it. */
export function categoryName(
  site: Pick<Site, 'categories' | 'locales'>,
  category: string,
  locale: string,
): string {
  const own = site.categories.find(({ key }) => key === category);
  const words = own && inLanguage(own.label, locale, site.locales);
  return words ?? nameOf('category', category, locale);
}

/** A tag of the network by its name, in the page's language; a site's own ones are words of the text. */
export function tagLabel(tag: string, locale: string, textLocale: string): { label: string; lang: string } {
  const label = nameOf('tag', tag, locale);
  return { label, lang: label === tag ? textLocale : stringsLocale(locale) };
}

function nameOf(list: 'category' | 'tag', name: string, locale: string): string {
  const key = `${list}.${name}`;
  const words = translator(locale)(key);
  return words === key ? name : words;
}
