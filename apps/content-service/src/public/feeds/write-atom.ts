import { generateAtomFeed } from 'feedsmith';
import { type Feed, type FeedItem, updatedAt } from './feed.ts';
import { PICTURE, wellFormed } from './well-formed.ts';

const TOMBSTONES = 'http://purl.org/atompub/tombstones/1.0';

/** A feed as Atom (RFC 4287), with a mark for each entry that was taken back (RFC 6721). */
export function writeAtom(feed: Feed): string {
  const { title, language, self, home, hub } = feed;
  const atom = generateAtomFeed({
    id: self,
    title: { value: title },
    updated: updatedAt(feed) ?? new Date(0),
    links: [
      { href: home, rel: 'alternate', type: 'text/html' },
      { href: self, rel: 'self', type: 'application/atom+xml' },
      ...(hub ? [{ href: hub, rel: 'hub' }] : []),
    ],
    authors: [{ name: feed.author }],
    entries: feed.entries.map(entryOf),
    xml: { lang: language },
  });
  const end = atom.lastIndexOf('</feed>');
  const marks = feed.gone.map(
    ({ id, at }) => `<at:deleted-entry xmlns:at="${TOMBSTONES}" ref="${id}" when="${at.toISOString()}"/>\n`,
  );
  return wellFormed(`${atom.slice(0, end)}${marks.join('')}${atom.slice(end)}`);
}

function entryOf(item: FeedItem) {
  const { id, title, url, language, summary, html, published, updated, author, picture } = item;
  return {
    id,
    title: { value: title },
    updated,
    published,
    authors: [{ name: author }],
    links: [
      { href: url, rel: 'alternate', type: 'text/html', hreflang: language },
      ...(item.canonical ? [{ href: item.canonical, rel: 'canonical' }] : []),
      ...(picture
        ? [{ href: picture.url, rel: 'enclosure', type: PICTURE, length: picture.bytes, title: picture.alt }]
        : []),
    ],
    categories: [...(item.category ? [item.category] : []), ...item.tags.map((tag) => ({ term: tag }))],
    summary: { value: summary },
    content: { value: html, type: 'html' },
    xml: { lang: language },
  };
}
