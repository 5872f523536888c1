import { directionOf } from '@warta/languages';
import { type Entry, escapeHtml, type SearchHit } from '@warta/rendering';
import { type Site, siteName } from '@warta/sites';
import type { Piece, SearchResult } from '@warta/timeline';
import type { PublicContext } from '../context.ts';
import { entryOf } from '../entries.ts';
import { isMinistry, linksFrom, postUrl } from '../links.ts';
import { wordsFor } from '../tongue.ts';

/** What was found, as lines of a page of this site. */
export function hitsOnSite(
  { config }: PublicContext,
  site: Site,
  locale: string,
  results: readonly SearchResult[],
): SearchHit[] {
  return results.map((result) => hit(result, entryOf(config, site, locale, result.entry, result.text)));
}

/** What was found on all sites, each at the address of the site it is of, as lines of a page of the ministry's. */
export async function hitsOnAll(
  { config, find }: PublicContext,
  ministry: Site,
  locale: string,
  results: readonly SearchResult[],
): Promise<SearchHit[]> {
  const slugs = [...new Set(results.map(({ entry, mission = entry.origin }) => mission.slug))];
  const found = await Promise.all(slugs.map((slug) => find.site({ slug })));
  const origins = new Map(found.flatMap(({ site }) => (site ? [[site.slug, site] as const] : [])));
  return results.map((result) => {
    const { entry, text, mission = entry.origin } = result;
    const origin = origins.get(mission.slug) ?? ministry;
    const name = wordsFor(origin.name, locale, origin.locales);
    return hit(result, {
      ...entryOf(config, origin, locale, entry, text),
      href: linksFrom(config, ministry)(postUrl(config, origin, text)),
      official: isMinistry(entry.origin),
      origin: name?.text ?? siteName(origin, locale),
      ...(name?.tongue && { originTongue: name.tongue }),
    });
  });
}

/** Without the seal that says where a headline stands: this is about it and is not it. */
function hit({ title, snippet, snippetLocale }: SearchResult, entry: Entry): SearchHit {
  return {
    ...entry,
    title: marked(title),
    snippet: marked(snippet),
    snippetTongue: { lang: snippetLocale, dir: directionOf(snippetLocale) },
  };
}

const marked = (pieces: readonly Piece[]) =>
  pieces
    .map((piece) => (piece.marked ? `<mark>${escapeHtml(piece.text)}</mark>` : escapeHtml(piece.text)))
    .join('');
