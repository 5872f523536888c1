import { Readable } from 'node:stream';
import {
  ErrorLevel,
  SitemapIndexStream,
  type SitemapItemLoose,
  SitemapStream,
  streamToPromise,
} from 'sitemap';

export type SitemapEntry = Pick<SitemapItemLoose, 'url' | 'lastmod' | 'links' | 'news'>;

/** What every sitemap is sent as. */
export const XML = 'application/xml; charset=utf-8';

const level = ErrorLevel.SILENT;
const NO_PAGES =
  '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>';

/** A sitemap of these pages; one without pages is none to the library, but is one to whoever asked for it. */
export async function writeSitemap(entries: readonly SitemapEntry[], news = false): Promise<string> {
  if (entries.length === 0) return NO_PAGES;
  const xmlns = { news, xhtml: !news, image: false, video: false };
  const stream = Readable.from(entries).pipe(new SitemapStream({ level, xmlns }));
  return (await streamToPromise(stream)).toString();
}

/** An index of the sitemaps at these addresses. */
export async function writeSitemapIndex(urls: readonly string[]): Promise<string> {
  return (await streamToPromise(Readable.from(urls).pipe(new SitemapIndexStream({ level })))).toString();
}
