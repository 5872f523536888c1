import { generateRssFeed } from 'feedsmith';
import { type Feed, type FeedItem, updatedAt } from './feed.ts';
import { PICTURE, wellFormed } from './well-formed.ts';

/** A feed as RSS 2.0: what was taken back is simply not in it. */
export function writeRss(feed: Feed): string {
  const { title, language, self, home, hub } = feed;
  const updated = updatedAt(feed);
  return wellFormed(
    generateRssFeed({
      title,
      link: home,
      description: title,
      language,
      ...(updated && { lastBuildDate: updated }),
      docs: 'https://www.rssboard.org/rss-specification',
      atom: {
        links: [
          { href: self, rel: 'self', type: 'application/rss+xml' },
          ...(hub ? [{ href: hub, rel: 'hub' }] : []),
        ],
      },
      items: feed.entries.map(itemOf),
    }),
  );
}

function itemOf(item: FeedItem) {
  const { id, title, url, language, summary, html, published, updated, author, picture } = item;
  return {
    title,
    link: url,
    description: summary,
    guid: { value: id, isPermaLink: false },
    pubDate: published,
    categories: [...(item.category ? [item.category.label] : []), ...item.tags].map((name) => ({ name })),
    ...(picture && { enclosures: [{ url: picture.url, length: picture.bytes, type: PICTURE }] }),
    content: { encoded: html },
    dc: { creators: [author], languages: [language] },
    atom: { updated },
  };
}
