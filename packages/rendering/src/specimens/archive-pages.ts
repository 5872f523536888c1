import type { ArchivePage, LinesPage, MonthsPage, Page } from '../page-models.ts';
import { homePage, pageBase } from './sample-pages.ts';
import type { SampleLang } from './sample-texts.ts';

/** Archives, with much and with little in them. */
export function archivePages(lang: SampleLang): Page[] {
  const { newer: _, older: __, ...archive } = archivePage(lang);
  const { newer: ___, ...lines } = linesPage(lang);
  return [
    linesPage(lang),
    { ...lines, entries: [], more: [], page: 1 },
    archivePage(lang),
    { ...archive, page: 1 },
    monthsPage(lang),
    { ...monthsPage(lang), years: [] },
  ];
}

function archivePage(lang: SampleLang): ArchivePage {
  const { pinned, headlines, posts } = homePage(lang);
  const base = pageBase(lang);
  return {
    ...base,
    kind: 'archive',
    about: base.t('archive.tag'),
    heading: 'peduli <WNI>',
    entries: [...pinned, ...headlines, ...posts],
    page: 2,
    newer: '?page=1',
    older: '?page=3',
  };
}

function monthsPage(lang: SampleLang): MonthsPage {
  const months = [{ href: `/tokyo/${lang}/archive/2026-11`, label: 'November 2026', count: '3' }];
  return { ...pageBase(lang), kind: 'months', years: [{ year: '2026', months }] };
}

function linesPage(lang: SampleLang): LinesPage {
  const base = pageBase(lang);
  const when = { iso: '2026-12-04T18:00:00+09:00', text: '4 Desember', cancelled: true, place: 'Balai <A>' };
  return {
    ...base,
    kind: 'lines',
    heading: base.t('events.heading'),
    entries: homePage(lang).posts.map((entry) => ({ ...entry, when })),
    empty: base.t('events.none'),
    more: [{ href: '/tokyo/events.ics', label: base.t('events.calendar') }],
    page: 2,
    newer: '?page=1',
  };
}
