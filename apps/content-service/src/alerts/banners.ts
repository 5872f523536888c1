import { drawPlain, type Theme, withBanner } from '@warta/rendering';
import { LRUCache } from 'lru-cache';
import type { Config } from '../config.ts';
import type { Place } from '../pages/answer.ts';
import type { Page } from '../pages/page.ts';
import { variantOf } from '../pages/page-variant.ts';
import { bannerFor } from './banner.ts';
import type { AlertBoard } from './board.ts';
import { ministryOf } from './plain-context.ts';

const VARIANT_BYTES = 64 * 1024 * 1024;
/** A variant is coded after it was weighed; its codings add at most about this much. */
const CODED = 1.5;

/**
 * Puts the alerts that stand into pages as they are sent. The pages that are kept hold none, so a release makes no
 * page anew; where no alert stands, sending costs one look-up more.
 */
export class Banners {
  readonly #config: Config;
  readonly #themes: ReadonlyMap<string, Theme>;
  readonly #board: AlertBoard;
  #version = -1;
  readonly #drawn = new Map<string, string>();
  readonly #variants = new LRUCache<Page, Page>({
    maxSize: VARIANT_BYTES,
    sizeCalculation: (page) => Math.ceil(page.bytes * CODED),
  });

  constructor(config: Config, themes: ReadonlyMap<string, Theme>, board: AlertBoard) {
    this.#config = config;
    this.#themes = themes;
    this.#board = board;
  }

  /** The page as it is to be sent now: itself, or a variant of its own ETag with the alerts of its site. */
  over(page: Page): Page {
    if (!page.place || !this.#board.forSite(page.place.site)) return page;
    const html = this.#htmlFor(page.place);
    const known = this.#variants.get(page);
    if (known) return known;
    const variant = variantOf(page, html);
    this.#variants.set(page, variant);
    return variant;
  }

  /** The same for words that are not kept. */
  into(body: string, place: Place): string | Buffer {
    if (!this.#board.forSite(place.site)) return body;
    return withBanner(Buffer.from(body), this.#htmlFor(place)) ?? body;
  }

  #htmlFor(place: Place): string {
    this.#forgetOld();
    const key = `${place.site} ${place.locale}`;
    const known = this.#drawn.get(key);
    if (known !== undefined) return known;
    const banner = bannerFor(this.#config, this.#board, place);
    const html = banner ? drawPlain(this.#themeOf(place.site), banner) : '';
    this.#drawn.set(key, html);
    return html;
  }

  #forgetOld(): void {
    if (this.#version === this.#board.version) return;
    this.#version = this.#board.version;
    this.#drawn.clear();
    this.#variants.clear();
  }

  #themeOf(site: string): Theme {
    const { theme } = this.#board.site(site) ?? ministryOf({ board: this.#board });
    return (this.#themes.get(theme) ?? this.#themes.get('base')) as Theme;
  }
}
