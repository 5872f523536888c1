import { translator } from '@warta/languages';
import type { Site } from '@warta/sites';
import { isMinistry } from './links.ts';

/** As much as search engines show under a link. */
const LONGEST = 160;

/** What a page is about where it does not say so itself: whose it is. */
export function siteDescription(
  site: Pick<Site, 'slug'>,
  { name, fullName }: { name: string; fullName?: string },
  locale: string,
): string {
  const t = translator(locale);
  if (isMinistry(site)) return t('portal.title');
  return `${fullName ?? name}. ${t('footer.partOf', { ministry: t('ministry.name') })}`;
}

/** The beginning of a text, cut between two words. */
export function beginningOf(text: string, locale: string): string {
  if (text.length <= LONGEST) return text;
  let begun = '';
  for (const { segment } of new Intl.Segmenter(locale, { granularity: 'word' }).segment(text)) {
    if (begun.length + segment.length >= LONGEST) break;
    begun += segment;
  }
  return `${begun.trimEnd()}…`;
}
