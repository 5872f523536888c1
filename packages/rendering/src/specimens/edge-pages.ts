import type { Page } from '../page-models.ts';
import { KIND_LINES } from './kind-pages.ts';
import { missionsPage } from './missions-page.ts';
import { contactPage, headlinesPage, homePage, noticePage, portalPage, postPage } from './sample-pages.ts';
import type { SampleLang } from './sample-texts.ts';

const bare = {
  href: '/a',
  title: 'A',
  summary: '',
  lang: 'id',
  dir: 'ltr' as const,
  published: { iso: '2026-01-01T00:00:00Z', text: '1 Januari' },
  official: false,
  pinned: false,
};

/** Pages at the edges of what the contract allows. */
export function edgePages(lang: SampleLang): Page[] {
  const long = { ...bare, title: 'Perpanjangan '.repeat(40), summary: 'kata '.repeat(300) };
  const home = homePage(lang);
  const { description: _, ...post } = postPage(lang, 4);
  const closed = {
    status: 'closed' as const,
    note: 'Hubungi <kami>',
    servedBy: [{ href: '/b', label: 'KBRI B' }],
  };
  const said = { html: '<p>Kata kami.</p>', lang: 'ar', dir: 'rtl' as const };
  const nobody = { purpose: 'emergency', heading: 'Darurat', fromMinistry: false, ways: [] };
  const { map: _____, ...withoutMap } = missionsPage(lang);
  const { reach: ____, ...away } = noticePage(lang);
  const { allHeadlines: __, older: ___, ...last } = home;
  const magazine = { ...home, theme: { name: 'nusantara', settings: { homeLayout: 'magazine' } } };
  return [
    { ...last, pinned: [], headlines: [], posts: [] },
    { ...home, posts: KIND_LINES.map((line) => ({ ...bare, ...line })) },
    magazine,
    { ...magazine, pinned: [], headlines: [], posts: [bare, long, bare] },
    { ...magazine, pinned: [], posts: [], page: 2, newer: '?page=1' },
    { ...home, pinned: [], posts: [bare, long], site: { ...home.site, notice: closed } },
    { ...home, pinned: [bare, long, bare, bare, bare], headlines: [], posts: [], page: 2, newer: '?page=1' },
    {
      ...headlinesPage(lang),
      headlines: [],
      site: {
        name: 'X',
        home: '/x/',
        isMinistry: false,
        menu: [],
        social: { mission: [], head: [] },
        notice: { status: 'limited', servedBy: [] },
      },
    },
    { ...post, entry: bare, body: '', tags: [], translations: [] },
    { ...post, mission: { intro: said, contacts: [] } },
    { ...post, mission: { note: { ...said, earlier: 'Lama' }, contacts: [{ kind: 'phone', text: '+62' }] } },
    { ...post, translation: { mark: 'Terjemahan <X>' } },
    { ...post, translation: { mark: 'X', earlier: 'Lama', official: { href: '/o', label: 'Resmi' } } },
    { ...portalPage(lang), headlines: [bare], regions: [] },
    { ...portalPage(lang), headlines: [] },
    { ...withoutMap, regions: [], count: 0, languages: [] },
    { ...contactPage(lang), groups: [nobody], services: [], holidays: [] },
    { ...noticePage(lang), alternates: [], languages: [] },
    away,
    { ...noticePage(lang), reach: { fromMinistry: false, others: [], page: { href: '/c', label: 'C' } } },
  ];
}
