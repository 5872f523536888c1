import { languageName, type Translate } from '@warta/languages';

/** What forms and conflicts call their fields and what is in them. */
export interface Labels {
  labelOf: (field: string) => string;
  wordsOf: (field: string, value: string) => string;
  tongueOf: (locale: string) => string;
}

/** What rows of a list are called, by the list's name. */
const ROWS: Record<string, string> = {
  menu: 'settings.link-n',
  categories: 'settings.category-n',
  locales: 'settings.language-n',
  social: 'settings.account-n',
  servedBy: 'settings.served-by-n',
};

export function labelsIn(t: Translate, lang: string): Labels {
  const tongueOf = (locale: string) => languageName(locale, lang);

  function labelOf(field: string): string {
    const [list = '', second, ...rest] = field.split('.');
    if (list === 'statusNote') return tongueOf(second ?? 'id');
    const row = ROWS[list];
    if (!row || second === undefined) return t(`settings.field.${list}`);
    const [part, locale] = rest;
    const inRow = part === 'label' && locale ? tongueOf(locale) : part && t(`settings.field.${part}`);
    return [t(row, { n: Number(second) + 1 }), inRow].filter(Boolean).join(': ');
  }

  function wordsOf(field: string, value: string): string {
    const last = field.split('.').at(-1);
    if (value === '') return '–';
    if (field === 'status') return t(`status.${value}`);
    if (field === 'fourEyes') return t(`settings.review-${value === 'yes' ? 'on' : 'off'}`);
    if (last === 'of') return t(`settings.of-${value}`);
    return last === 'tag' ? tongueOf(value) : value;
  }

  return { labelOf, wordsOf, tongueOf };
}
