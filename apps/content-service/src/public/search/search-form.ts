import { momentAt, translator } from '@warta/languages';
import { CATEGORIES } from '@warta/posts';
import type { Site } from '@warta/sites';
import { LONGEST_QUERY, type SearchFilter } from '@warta/timeline';

/** The kinds of posts that a reader tells apart. */
export const SEARCH_KINDS = [
  'headline',
  'event',
  'notice',
  'opportunity',
  'gallery',
  'video',
  'poster',
] as const;

const FIELDS = ['q', 'site', 'language', 'kind', 'category', 'from', 'to'] as const;
type Field = (typeof FIELDS)[number];

/** What stands in the fields of the form, as it was typed. */
export type Typed = Record<Field, string>;

/** What limits a search, apart from the site. */
export type Filter = Omit<SearchFilter, 'site'>;

const LONGEST = 40;

/** More than is searched for, so that what was cut off still stands in the field. */
const LONGEST_TYPED = LONGEST_QUERY * 2;

/** Reads the fields of the form; others are passed over. */
export function readTyped(query: URLSearchParams): Typed {
  const value = (field: Field) => (query.get(field) ?? '').trim();
  const short = (field: Field) => value(field).slice(0, LONGEST);
  return {
    q: value('q').slice(0, LONGEST_TYPED),
    site: short('site'),
    language: short('language'),
    kind: short('kind'),
    category: short('category'),
    from: short('from'),
    to: short('to'),
  };
}

/** The form's fields as they stand in an address; page one has none of its own. */
export function searchQuery(typed: Partial<Typed>, page = 1): string {
  const query = new URLSearchParams();
  for (const field of FIELDS) if (typed[field]) query.set(field, typed[field]);
  if (page > 1) query.set('page', String(page));
  return query.size > 0 ? `?${query}` : '';
}

/** What the fields ask for, and in words what of it cannot be understood and is left out of account. */
export function filterOf(
  typed: Typed,
  { timezone, categories }: Site,
  locale: string,
): { filter: Filter; problems: string[] } {
  const t = translator(locale);
  const problems: string[] = [];
  const day = (field: 'from' | 'to') => {
    const moment = typed[field] && startOfDay(typed[field], timezone, field === 'to' ? 1 : 0);
    if (typed[field] && !moment)
      problems.push(t('search.notDate', { field: t(`search.${field}`), value: typed[field] }));
    return moment || undefined;
  };
  const among = <T extends string>(field: 'kind' | 'category', known: readonly T[]): T | undefined => {
    const found = known.find((one) => one === typed[field]);
    if (typed[field] && !found)
      problems.push(t('search.unknown', { field: t(`search.${field}`), value: typed[field] }));
    return found;
  };
  const isLanguage = /^[a-z]{2,3}$/.test(typed.language);
  if (typed.language && !isLanguage)
    problems.push(t('search.unknown', { field: t('search.language'), value: typed.language }));
  const filter = {
    language: isLanguage ? typed.language : undefined,
    kind: among('kind', SEARCH_KINDS),
    category: among('category', [...CATEGORIES, ...categories.map(({ key }) => key)]),
    from: day('from'),
    to: day('to'),
  };
  return { filter, problems };
}

/** The beginning of a day in a time zone, or of one as many days later. */
function startOfDay(date: string, timeZone: string, later: number): Date | undefined {
  if (!momentAt(`${date}T00:00`, timeZone)) return undefined;
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + later);
  return momentAt(`${day.toISOString().slice(0, 10)}T00:00`, timeZone);
}
