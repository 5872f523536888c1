import { baseLanguage, languageName, translator } from '@warta/languages';
import { CATEGORIES } from '@warta/posts';
import type { SearchPage } from '@warta/rendering';
import { PRACTICE, type Site, siteName } from '@warta/sites';
import type { ListedSite } from '../../pages/local-lists.ts';
import { categoryName } from '../entries.ts';
import { SEARCH_KINDS, type Typed } from './search-form.ts';

type Choice = SearchPage['choices'][number];

/** The lists to choose from, each with its first line for all; `sites` are those of the network where all are searched. */
export function searchChoices(
  site: Site,
  locale: string,
  typed: Typed,
  sites?: readonly ListedSite[],
): Choice[] {
  const t = translator(locale);
  const languages = new Set((sites ?? [site]).flatMap(({ locales }) => locales.map(baseLanguage)));
  const choice = (
    name: 'site' | 'language' | 'kind' | 'category',
    options: { value: string; label: string }[],
  ): Choice => ({
    name,
    label: t(`search.${name}`),
    all: t(`search.${name}.all`),
    value: typed[name],
    options,
  });
  const sorted = (options: { value: string; label: string }[]) => {
    const { compare } = new Intl.Collator(locale);
    return options.sort((a, b) => compare(a.label, b.label));
  };
  const kinds = SEARCH_KINDS.map((value) => ({ value, label: kindName(value, locale) }));
  const categories = [...CATEGORIES, ...(sites ? [] : site.categories.map(({ key }) => key))];
  return [
    ...(sites
      ? [
          choice(
            'site',
            sorted(
              sites
                .filter(({ kind }) => kind !== PRACTICE)
                .map((one) => ({ value: one.slug, label: siteName(one, locale) })),
            ),
          ),
        ]
      : []),
    choice(
      'language',
      sorted([...languages].map((value) => ({ value, label: languageName(value, locale) }))),
    ),
    choice('kind', kinds),
    choice(
      'category',
      sorted(categories.map((value) => ({ value, label: categoryName(site, value, locale) }))),
    ),
  ];
}

function kindName(kind: (typeof SEARCH_KINDS)[number], locale: string): string {
  const t = translator(locale);
  if (kind === 'headline') return t('headlines.heading');
  return kind === 'opportunity' ? t('search.kind.opportunity') : t(`post.kind.${kind}`);
}
