import { translator } from '@warta/languages';
import type { NoticePage, SearchPage } from '../page-models.ts';
import type { Entry } from '../page-parts.ts';

/** What every page has. */
type PageBase = Omit<NoticePage, 'kind' | 'status' | 'heading' | 'message' | 'back'>;

/** What a search page has of its own: everything at once, a slip put right and a date that is none. */
export function searchParts(lang: string, entries: readonly Entry[]): Omit<SearchPage, keyof PageBase> {
  const t = translator(lang);
  return {
    kind: 'search',
    action: '/tokyo/search',
    q: 'pasport <b>',
    dates: [
      { name: 'from', label: t('search.from'), value: '2026-02-30', type: 'text' },
      { name: 'to', label: t('search.to'), value: '2026-11-25', type: 'date' },
    ],
    choices: [
      {
        name: 'language',
        label: t('search.language'),
        all: t('search.language.all'),
        value: 'xx',
        options: [{ value: 'id', label: 'Indonesia' }],
      },
    ],
    isNarrowed: true,
    problems: [t('search.notDate', { field: t('search.from'), value: '2026-02-30' })],
    notes: [t('search.mended', { typed: 'pasport <b>', mended: 'paspor <b>' })],
    count: t('search.count', { count: 3 }),
    hits: entries.map((entry) => ({
      ...entry,
      snippet: 'A <mark>paspor</mark>',
      snippetTongue: { lang: entry.lang, dir: entry.dir },
    })),
    page: 2,
    previous: '/tokyo/search?q=paspor',
    next: '/tokyo/search?q=paspor&page=3',
    everywhere: '/search?q=paspor',
  };
}
