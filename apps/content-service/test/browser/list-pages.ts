import { ORIGIN, TOKEN } from './browser.ts';
import { page, type Sample } from './pages.ts';

/**
 * Lists by what posts have in common, by month and by day, and what is found by words; and sites that look otherwise
 * than the demo's.
 */
export async function listPages(): Promise<Sample[]> {
  await setLook('denhaag', { theme: 'base' });
  await setLook('singapore', { themeSettings: { homeLayout: 'magazine' } });
  const arabic = encodeURIComponent('اللغة');
  return [
    page('search', '/tokyo/search', 'id', 'Persempit pencarian'),
    page('search-found', '/tokyo/search?q=beasiswa', 'id', '1 hasil'),
    page('search-found-ar', `/cairo/ar/search?q=${arabic}`, 'ar', 'نتيجة'),
    page('search-nothing', '/tokyo/ja/search?q=zzzqq', 'ja', '検索'),
    page('search-all', '/en/search?q=film', 'en', 'Search'),
    page('category', '/tokyo/id/category/culture', 'id', 'Budaya'),
    page('category-ar', '/cairo/ar/category/education', 'ar', 'تعليم'),
    page('kind', '/wellington/en/kind/event', 'en', 'Events'),
    page('months-ar', '/cairo/ar/archive', 'ar', 'الأرشيف'),
    page('month', '/tokyo/ja/archive/2026-11', 'ja', '2026年11月'),
    page('events', '/wellington/en/events', 'en', 'Coming events'),
    page('events-past', '/tokyo/id/events/past', 'id', 'Acara yang telah lewat'),
    page('events-all', '/events', 'id', 'Acara mendatang semua perwakilan'),
    page('opportunities', '/wellington/en/opportunities', 'en', 'Open opportunities'),
    page('magazine', '/singapore/', 'id', 'KBRI Singapura'),
    page('base-home', '/denhaag/', 'id', 'KBRI Den Haag'),
    page('base-contact', '/denhaag/id/contact', 'id', 'Layanan'),
    page('base-search', '/denhaag/search?q=film', 'id', '1 hasil'),
    page('base-months', '/denhaag/id/archive', 'id', 'Arsip'),
    page('alerts', '/en/alerts', 'en', 'Alerts'),
  ];
}

/** Gives a site another look than the demo does. */
export async function setLook(site: string, look: object): Promise<void> {
  const path = `${ORIGIN}/api/v1/sites/${site}/settings`;
  const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' };
  const standing = await fetch(path, { headers });
  const version = standing.headers.get('etag') ?? '';
  const answer = await fetch(path, {
    method: 'PUT',
    headers: { ...headers, 'if-match': version },
    body: JSON.stringify({ ...((await standing.json()) as object), ...look }),
  });
  if (!answer.ok) throw new Error(`the look of ${site} could not be set: ${await answer.text()}`);
}
