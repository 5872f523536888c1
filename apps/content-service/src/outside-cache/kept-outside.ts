import { ALERTS } from '@warta/alerts';
import type { FastifyInstance } from 'fastify';
import type { AlertBoard } from '../alerts/board.ts';
import type { Page } from '../pages/page.ts';
import { keysOfPage } from './keys.ts';
import { KINDS } from './kinds.ts';
import type { OutsideCache } from './settings.ts';

/** What a purge that never arrived would leave standing, it leaves for so long. */
const LONGEST_MS = 5 * 60_000;
/** While no node answers, readers get what the cache still has. */
const STALE_IF_ERROR_S = 24 * 60 * 60;
const NOT_AT_ALL = 'max-age=0, no-store';

/** Says of each page whether the cache outside may keep it, for how long, and by what it is found when it changes. */
export class KeptOutside {
  readonly #kind;
  readonly #board: AlertBoard;
  readonly #mayBeKept: () => boolean;
  readonly #keys = new WeakMap<Page, string>();

  /** `mayBeKept` tells whether this node hears of changes, and the cache does: else what is kept might stay old. */
  constructor({ kind }: OutsideCache, board: AlertBoard, mayBeKept: () => boolean) {
    this.#kind = KINDS[kind];
    this.#board = board;
    this.#mayBeKept = mayBeKept;
  }

  /** What a page is sent with, so that it is kept or is not: names and values in turn. */
  headOf(page: Page): string[] {
    const { control, keys } = this.#kind;
    // What is said in the reader's language is left out, so the language makes no difference.
    const vary = ['vary', 'Accept-Encoding'];
    const seconds = this.#secondsFor(page);
    if (seconds < 1) return [...vary, control, NOT_AT_ALL, 'cache-control', 'private, no-cache'];
    const age = `max-age=${seconds}, stale-if-error=${STALE_IF_ERROR_S}`;
    return [...vary, control, age, keys, this.#keysFor(page)];
  }

  #secondsFor(page: Page): number {
    if (!page.readings || page.isOutdated || !this.#mayBeKept()) return 0;
    const changesInMs = page.freshUntil - performance.now();
    const alertEndsInMs = page.place ? this.#board.endsInMs : Number.POSITIVE_INFINITY;
    return Math.floor(Math.min(LONGEST_MS, changesInMs, alertEndsInMs) / 1000);
  }

  #keysFor(page: Page): string {
    const known = this.#keys.get(page);
    if (known !== undefined) return known;
    const tags = (page.readings ?? []).flatMap((reading) => reading.tags);
    const keys = keysOfPage(page.place ? [...tags, ALERTS] : tags).join(this.#kind.separator);
    this.#keys.set(page, keys);
    return keys;
  }
}

/**
 * Has nothing kept outside but what was said to be: caches have rules of their own for what comes without a word, and
 * some keep what browsers are told not to. What is the same for everybody for good, such as stylesheets, goes as it is.
 */
export function keepNothingElse(app: FastifyInstance, { kind }: OutsideCache): void {
  const { control } = KINDS[kind];
  app.addHook('onSend', (_request, reply, _payload, done) => {
    const caching = String(reply.getHeader('cache-control') ?? '');
    if (!reply.hasHeader(control) && !caching.includes('public')) {
      reply.header(control, NOT_AT_ALL);
      if (!caching.includes('private')) {
        reply.header('cache-control', caching ? `private, ${caching}` : 'private');
      }
    }
    done();
  });
}
