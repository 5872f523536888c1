import type { Database } from '@warta/database';
import { bestText } from '@warta/languages';
import {
  type Expectation,
  type ExpectedText,
  findExpectedTexts,
  findTranslationSeals,
  findUnseen,
  noteProofs,
  recordSightings,
  type Sighting,
} from '@warta/sync';
import { findHeadlinesOnHomes } from '@warta/timeline';
import { Repeater } from '../repeater.ts';
import type { Check } from './judge-sight.ts';
import { lookAtAlerts } from './look-at-alerts.ts';
import { Watcher } from './watcher.ts';

const AT_ONCE = 500;
const RETRY_MS = 1000;

export interface ProbeOptions {
  database: Database;
  node: string;
  /** Where this node answers, over loopback. */
  origin: string;
  publicHost: string;
  /** Until this node has acted on the newest change there is. */
  ready: () => Promise<void>;
  onError: (error: unknown) => void;
}

/** The words that may be seen: the official ones by headline, and missions' translations by headline and site. */
interface Words {
  official: ReadonlyMap<string, ExpectedText[]>;
  own: ReadonlyMap<string, ExpectedText[]>;
}

/**
 * Goes and looks, through this node's own port and as a reader would, whether what must stand does stand,
 * and writes into the ledger what it saw. Woken after each change; what it saw wrong it looks at again.
 */
export class Probe {
  readonly #options: ProbeOptions;
  readonly #watcher = new Watcher();
  readonly #looking = new Repeater(() => this.#look());
  #stopped = false;
  #retry: NodeJS.Timeout | undefined;

  constructor(options: ProbeOptions) {
    this.#options = options;
  }

  wake(): void {
    this.#looking.ask();
  }

  /** Looks at these as a reader of this node would; nothing is written down. */
  async see(expectations: Expectation[]): Promise<Sighting[]> {
    const words = await this.#wordsOf(expectations);
    const seen: Sighting[] = [];
    for (let start = 0; start < expectations.length && !this.#stopped; start += AT_ONCE) {
      seen.push(...(await this.#lookAtSome(expectations.slice(start, start + AT_ONCE), words)));
    }
    return seen;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#retry);
    await this.#watcher.stop();
    await this.#looking.stop();
  }

  async #look(): Promise<void> {
    const looks = [lookAtAlerts(this.#options, this.#watcher), this.#lookAtHeadlines()];
    const wrong = await Promise.allSettled(looks);
    for (const look of wrong) {
      if (look.status === 'rejected' && !this.#stopped) this.#options.onError(look.reason);
    }
    if (wrong.some((look) => look.status === 'rejected' || look.value)) this.#lookAgainLater();
  }

  #lookAgainLater(): void {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.wake(), RETRY_MS);
    this.#retry.unref();
  }

  /** Looks at everything unseen; tells whether something was wrong. */
  async #lookAtHeadlines(): Promise<boolean> {
    const { database, node, ready } = this.#options;
    const unseen = await findUnseen(database.db, node);
    if (unseen.length === 0) return false;
    await ready();
    const words = await this.#wordsOf(unseen);
    let wrong = false;
    for (let start = 0; start < unseen.length && !this.#stopped; start += AT_ONCE) {
      const seen = await this.#lookAtSome(unseen.slice(start, start + AT_ONCE), words);
      await this.#record(seen, start + AT_ONCE >= unseen.length ? [...words.official.keys()] : []);
      wrong = seen.some((sight) => sight.error !== undefined) || wrong;
    }
    return wrong;
  }

  /**
   * A proof stands or falls with the last sight that it needs. Two nodes at once do not see each other's sights, so
   * whoever is later writes it down after all.
   */
  async #record(seen: Sighting[], headlines: string[]): Promise<void> {
    const { database, node } = this.#options;
    await database.db.transaction().execute(async (trx) => {
      await recordSightings(trx, node, seen);
      await noteProofs(trx, headlines);
    });
    await noteProofs(database.db, headlines);
  }

  async #lookAtSome(some: Expectation[], words: Words): Promise<Sighting[]> {
    const { database, origin } = this.#options;
    const sites = [...new Set(some.map((expectation) => expectation.site))];
    const homes = await findHeadlinesOnHomes(database.db, sites);
    const checks = some.map((expectation) => this.#checkOf(expectation, words, homes));
    return this.#watcher.look(origin, checks);
  }

  async #wordsOf(unseen: Expectation[]): Promise<Words> {
    const headlines = [...new Set(unseen.map((expectation) => expectation.headline))];
    const { db } = this.#options.database;
    const official = await Promise.all(
      headlines.map(async (id) => [id, await findExpectedTexts(db, id)] as const),
    );
    const translations = await findTranslationSeals(db, headlines);
    const own = Map.groupBy(translations, ({ headline, site }) => `${headline} ${site}`);
    return { official: new Map(official), own };
  }

  #checkOf(
    expectation: Expectation,
    { official, own }: Words,
    homes: ReadonlyMap<string, ReadonlySet<string>>,
  ): Check {
    const { siteHost, siteSlug, siteLocales, headline, site, number, version, expect } = expectation;
    const base = siteHost ? '' : `/${siteSlug}`;
    const texts = official.get(headline) ?? [];
    const text = bestText(texts, siteLocales[0] ?? 'id', siteLocales);
    return {
      expectation: { headline, site, number, version, expect },
      texts: [...texts, ...(own.get(`${headline} ${site}`) ?? [])],
      onHome: homes.get(site)?.has(headline) ?? false,
      host: siteHost ?? this.#options.publicHost,
      addressPath: `${base}/${text?.locale}/${encodeURI(text?.slug ?? '')}`,
      homePath: `${base}/`,
    };
  }
}
