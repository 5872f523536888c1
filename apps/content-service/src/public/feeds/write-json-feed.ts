import { generateJsonFeed } from 'feedsmith';
import type { Feed, FeedItem } from './feed.ts';
import { PICTURE } from './well-formed.ts';

/** A feed as JSON Feed 1.1: what was taken back is simply not in it. */
export function writeJsonFeed({ title, language, self, home, author, hub, entries }: Feed): string {
  const feed = generateJsonFeed({
    title,
    home_page_url: home,
    feed_url: self,
    language,
    authors: [{ name: author }],
    ...(hub && { hubs: [{ type: 'WebSub', url: hub }] }),
    items: entries.map(itemOf),
  });
  // The library leaves out lists without entries, and this one must be there.
  return JSON.stringify({ items: [], ...(feed as object) });
}

function itemOf(item: FeedItem) {
  const { id, title, url, language, summary, html, published, updated, author, picture } = item;
  return {
    id,
    url,
    title,
    summary,
    content_html: html,
    date_published: published,
    date_modified: updated,
    authors: [{ name: author }],
    language,
    tags: [...(item.category ? [item.category.label] : []), ...item.tags],
    ...(picture && {
      image: picture.url,
      attachments: [
        { url: picture.url, mime_type: PICTURE, size_in_bytes: picture.bytes, title: picture.alt },
      ],
    }),
  };
}
