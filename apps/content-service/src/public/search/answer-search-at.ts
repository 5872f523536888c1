import type { Answer } from '../../pages/answer.ts';
import type { Address } from '../address.ts';
import type { PublicContext } from '../context.ts';
import type { SiteFound } from '../finders.ts';
import { searchUrl } from '../links.ts';
import { answerSearch, answerSiteSearch, type SearchAsked } from './answer-search.ts';

type SearchAddress = Extract<Address, { page: 'search' | 'search-all' }>;

/** A search at its address; undefined in a language that the site does not have. */
export async function answerSearchAt(
  context: PublicContext,
  found: SiteFound,
  address: SearchAddress,
  asked: SearchAsked,
): Promise<Answer | undefined> {
  if (address.page === 'search-all') return answerSearch(context, found, address.locale, asked);
  const { site } = found;
  const [first = 'id'] = site.locales;
  const { locale = first } = address;
  if (!site.locales.includes(locale)) return undefined;
  if (address.locale !== first) return answerSiteSearch(context, found, locale, asked);
  const query = asked.query.size > 0 ? `?${asked.query}` : '';
  return { kind: 'redirect', status: 301, location: `${searchUrl(context.config, site, first)}${query}` };
}
