import t from 'tap';
import { findFaults } from './find-faults.ts';

const AT = '2026-11-25T08:00:00Z';
const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:a</id><title>T</title><updated>${AT}</updated>
  <author><name>A</name></author><link rel="self" href="http://a.test/"/>
  <entry><id>urn:b</id><title type="html">B</title><updated>${AT}</updated><category term="c"/></entry>
  <at:deleted-entry xmlns:at="http://purl.org/atompub/tombstones/1.0" ref="urn:c" when="${AT}"/></feed>`;
const RSS = `<rss version="2.0"><channel><title>T</title><link>http://a.test/</link><description>D</description>
  <item><title>B</title><guid isPermaLink="false">urn:b</guid><pubDate>Wed, 25 Nov 2026 08:00:00 GMT</pubDate>
  <enclosure url="http://a.test/1.jpg" length="1" type="image/jpeg"/></item></channel></rss>`;
const JSON_FEED = `{"version":"https://jsonfeed.org/version/1.1","title":"T","feed_url":"http://a.test/",
  "items":[{"id":"urn:b","content_html":"x","date_published":"${AT}","authors":[{"name":"A"}]}]}`;
const SITEMAP = `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:x="http://www.w3.org/1999/xhtml">
  <url><loc>http://a.test/</loc><lastmod>${AT}</lastmod><x:link rel="alternate" hreflang="id" href="b"/></url></urlset>`;

/** What is changed in a document that is right, so that it is not. */
const WRONG = {
  atom: [
    ['<title>T</title>', ''],
    ['<title>T</title>', '<title>T</title><title>T</title>'],
    [`<updated>${AT}</updated><category`, '<updated>2026-11-25T08:00:00</updated><category'],
    ['<id>urn:b</id>', ''],
    ['term="c"', 'label="c"'],
    ['href="http://a.test/"', ''],
    ['type="html"', 'type="markdown"'],
    ['<author>', '<authors/><author>'],
    ['<name>A</name>', ''],
  ],
  rss: [
    ['version="2.0"', ''],
    ['<title>T</title>', ''],
    ['<title>T</title>', '<title>T</title><title>T</title>'],
    ['Wed, 25 Nov 2026 08:00:00 GMT', AT],
    ['length="1"', ''],
    ['http://a.test/1.jpg', '1.jpg'],
    ['<guid isPermaLink="false">urn:b</guid>', ''],
    ['isPermaLink="false"', 'isPermaLink="no"'],
    ['</item>', '</item><item><guid>urn:b</guid></item>'],
    ['<item>', '<summary>s</summary><item>'],
  ],
  json: [
    ['version/1.1', 'version/1'],
    ['"title":"T",', ''],
    ['"content_html":"x",', ''],
    [AT, '25 November 2026'],
    ['{"name":"A"}', '{}'],
    ['"http://a.test/"', '"/feed.json"'],
    ['"items"', '"item":[],"items"'],
    [']}]}', ']},{"id":"urn:b","content_text":""}]}'],
  ],
  sitemap: [
    ['<loc>http://a.test/</loc>', ''],
    ['<loc>http://a.test/</loc>', '<loc>/a</loc>'],
    [AT, '2026-11-25T08:00:00'],
    ['</lastmod>', '</lastmod><priority>2</priority>'],
    ['<url>', '<site/><url>'],
  ],
} satisfies Record<string, [string, string][]>;

t.test('the schemas let through what is right, and find what is not', (t) => {
  const right = { atom: ATOM, rss: RSS, json: JSON_FEED, sitemap: SITEMAP };
  for (const form of ['atom', 'rss', 'json', 'sitemap'] as const) {
    t.same(findFaults(form, right[form]), [], form);
    for (const [from, to] of WRONG[form]) {
      const wrong = right[form].replace(from, to);
      t.not(wrong, right[form]);
      t.not(findFaults(form, wrong).length, 0, `${form}: ${to || `without ${from}`}`);
    }
  }
  t.end();
});
