import { directionOf, endonym, sameLanguage, stringsLocale, translator } from '@warta/languages';
import { escapeHtml } from '@warta/rendering';
import { LRUCache } from 'lru-cache';
import type { LanguageVersion } from './answer.ts';
import type { Page } from './page.ts';
import { variantOf } from './page-variant.ts';
import { preferredLanguages } from './preferred-languages.ts';

const VARIANT_BYTES = 32 * 1024 * 1024;
/** A variant is coded after it was weighed; its codings add at most about this much. */
const CODED = 1.5;

/**
 * Tells readers of a page, as it is sent, that it is there in the language they like best. It leads nobody anywhere
 * by itself: the page stays one for all, and who likes its language gets it as it is kept.
 */
export class Suggestions {
  readonly #variants = new LRUCache<Page, Map<string, Page>>({
    maxSize: VARIANT_BYTES,
    sizeCalculation: (variants, page) => Math.ceil(page.bytes * CODED * Math.max(1, variants.size)),
  });

  /** The page for a reader with this `Accept-Language`: itself, or a variant of its own ETag with a line more. */
  over(page: Page, accepted: string | undefined): Page {
    if (accepted === undefined || !page.place || !page.versions) return page;
    const version = suggested(page.versions, page.place.locale, accepted);
    return version ? this.#variant(page, version) : page;
  }

  #variant(page: Page, version: LanguageVersion): Page {
    const known = this.#variants.get(page)?.get(version.lang);
    if (known) return known;
    const html = lineOf(version);
    const variant = variantOf(page, html);
    this.#variants.set(page, new Map([...(this.#variants.get(page) ?? []), [version.lang, variant]]));
    return variant;
  }
}

/** The version in the first language the reader accepts that the page is there in; none where that is its own. */
function suggested(
  versions: readonly LanguageVersion[],
  own: string,
  accepted: string,
): LanguageVersion | undefined {
  for (const language of preferredLanguages(accepted)) {
    if (sameLanguage(own, language)) return undefined;
    const version = versions.find(({ lang }) => sameLanguage(lang, language));
    if (version) return version;
  }
  return undefined;
}

function lineOf({ lang, href }: LanguageVersion): string {
  const words = escapeHtml(translator(lang)('language.suggested', { language: endonym(lang) }));
  const to = escapeHtml(href);
  const own = stringsLocale(lang);
  return `<p class="suggested wrap" lang="${own}" dir="${directionOf(own)}"><a href="${to}" hreflang="${lang}">${words}</a></p>`;
}
