import { translator } from '@warta/languages';
import type {
  ContactPage,
  HeadlinesPage,
  HomePage,
  NoticePage,
  Page,
  PortalPage,
  PostPage,
} from '../page-models.ts';
import { renderMarkdown } from '../render-markdown.ts';
import { seal } from '../seal.ts';
import { entryOf, onwards } from './sample-entries.ts';
import { contactParts, reachOf, sampleHelp } from './sample-reach.ts';
import { type SampleLang, sampleTexts } from './sample-texts.ts';
import { searchParts } from './search-parts.ts';

/** What every page has, for a mission's blog in one language. */
export function pageBase(lang: SampleLang) {
  const { site, language, stamp: _stamp } = sampleTexts[lang];
  const t = translator(lang);
  const dir = lang === 'ar' ? ('rtl' as const) : ('ltr' as const);
  return {
    lang,
    dir,
    title: site.name,
    canonical: `https://warta.example/${site.slug}/`,
    alternates: [
      { lang, href: `https://warta.example/${site.slug}/${lang}/` },
      { lang: 'x-default', href: `https://warta.example/${site.slug}/` },
    ],
    noindex: false,
    feeds: [
      {
        href: `/${site.slug}/feed.xml`,
        label: t('feed.title', { name: site.name }),
        type: 'application/atom+xml',
      },
    ],
    stylesheet: '/assets/nusantara/0123456789ab/b3121d.css',
    icon: '/assets/nusantara/0123456789ab/icon.svg',
    site: {
      name: site.name,
      fullName: site.fullName,
      home: `/${site.slug}/`,
      isMinistry: false,
      menu: [
        { href: `/${site.slug}/${lang}/about`, label: 'Tentang <kami>', current: true },
        {
          href: `/${site.slug}/ja/visa`,
          label: '査証',
          current: false,
          tongue: { lang: 'ja', dir: 'ltr' as const },
        },
        { href: 'https://elsewhere.example/', label: 'e-Visa', current: false, external: true },
      ],
      lists: [{ href: `/${site.slug}/${lang}/archive`, label: t('archive.heading') }],
      social: {
        mission: [{ href: 'https://www.instagram.com/x/', label: 'Instagram' }],
        head: [{ href: 'https://x.com/x', label: 'X' }],
      },
      logo: { sources: [], src: '/media/x/480.jpg', width: 480, height: 480, alt: 'Rosette' },
    },
    reach: reachOf(lang),
    languages: [
      { href: `/${site.slug}/`, label: 'Bahasa Indonesia', lang: 'id', dir: 'ltr' as const, exact: true },
      { href: `/${site.slug}/en/`, label: 'English', lang: 'en', dir: 'ltr' as const, exact: true },
      {
        href: `/${site.slug}/x/`,
        label: language.label,
        lang: language.lang,
        dir: language.dir,
        exact: false,
      },
    ].map((link) => ({ ...link, current: link.lang === lang })),
    portal: { href: '/', label: t('ministry.short') },
    missions: { href: '/missions', label: t('missions.label') },
    help: { href: '/help#JP', label: t('help.label') },
    search: { href: '/tokyo/search', label: t('search.label') },
    theme: {
      name: 'nusantara',
      settings: { homeLayout: 'news', showHero: true, footerWords: { text: 'Dikelola <bersama>' } },
    },
    t,
  };
}

/** A home as it usually is: something pinned, headlines, posts with and without pictures. */
export function homePage(lang: SampleLang): HomePage {
  const entries = sampleTexts[lang].entries.map((_, i) => entryOf(lang, i));
  const headlines = entries.filter((entry) => entry.official && !entry.pinned);
  return {
    ...pageBase(lang),
    kind: 'home',
    pinned: entries.filter((entry) => entry.pinned),
    headlines,
    allHeadlines: '/tokyo/headlines',
    posts: entries.filter((entry) => !entry.official),
    page: 1,
    older: '?page=2',
  };
}

export function headlinesPage(lang: SampleLang): HeadlinesPage {
  const { pinned, headlines } = homePage(lang);
  return {
    ...pageBase(lang),
    kind: 'headlines',
    headlines: [...pinned, ...headlines],
    page: 2,
    newer: '?page=1',
    older: '?page=3',
  };
}

export function postPage(lang: SampleLang, index = 0): PostPage {
  const entry = entryOf(lang, index);
  const { body, stamp, note } = sampleTexts[lang];
  const mark = entry.official ? ({ number: 42, version: 2, part: 'body' } as const) : undefined;
  return {
    ...pageBase(lang),
    kind: 'post',
    title: `${sampleTexts[lang].entries[index]?.title} – ${sampleTexts[lang].site.name}`,
    description: entry.summary,
    entry,
    body: seal(mark, renderMarkdown(body)),
    ...(entry.official ? { corrected: { at: { iso: '2026-11-12T10:05:00+09:00', text: stamp }, note } } : {}),
    ...onwards(lang, entry.official),
    translations: [
      { href: '/tokyo/en/a', label: 'English', lang: 'en', dir: 'ltr', current: false, exact: true },
    ],
  };
}

export function portalPage(lang: SampleLang): PortalPage {
  const base = pageBase(lang);
  const headlines = homePage(lang).pinned.concat(homePage(lang).headlines);
  const ids = [
    'asia-pacific',
    'southeast-asia',
    'middle-east',
    'africa',
    'europe',
    'north-america',
    'latin-america-caribbean',
    'multilateral',
  ];
  const counts = [29, 18, 14, 18, 32, 9, 11, 3];
  return {
    ...base,
    kind: 'portal',
    title: base.t('portal.title'),
    site: {
      name: base.t('ministry.short'),
      fullName: base.t('ministry.name'),
      home: '/',
      isMinistry: true,
      menu: [],
      social: { mission: [], head: [] },
    },
    headlines,
    allHeadlines: '/kemlu/',
    regions: ids.map((id, i) => ({
      href: `/missions?region=${id}`,
      label: base.t(`region.${id}`),
      count: counts[i] ?? 1,
    })),
    missionCount: 134,
    countryCount: 100,
    filterAction: '/missions',
  };
}

export function contactPage(lang: SampleLang): ContactPage {
  return { ...pageBase(lang), ...contactParts(lang) };
}

export function noticePage(lang: SampleLang): NoticePage {
  const base = pageBase(lang);
  return {
    ...base,
    noindex: true,
    kind: 'notice',
    status: 410,
    heading: base.t('notice.410.heading'),
    message: base.t('notice.410.message'),
    back: { href: '/tokyo/', label: base.t('notice.410.back') },
  };
}

/** Pages of every kind, as they usually are. */
export function allPages(lang: SampleLang): Page[] {
  return [
    homePage(lang),
    headlinesPage(lang),
    postPage(lang, 0),
    postPage(lang, 4),
    portalPage(lang),
    { ...pageBase(lang), ...sampleHelp },
    { ...pageBase(lang), ...searchParts(lang, headlinesPage(lang).headlines) },
    contactPage(lang),
    noticePage(lang),
  ];
}
