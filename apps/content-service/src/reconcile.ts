import type { Actor } from '@warta/audit';
import type { Database } from '@warta/database';
import {
  countHeadlines,
  type Drift,
  type Expectation,
  findDrift,
  findStandingViews,
  noteReconciliation,
  repairDrift,
  type Sighting,
  type Slice,
} from '@warta/sync';
import { every } from './due.ts';

const EVERY_MS = 10 * 60_000;
/** A start has other things to do. */
const FIRST_MS = 60_000;
/** By itself a node reads the newest headlines each time, and the others a few at a time. */
const NEWEST = 8;
const OTHERS = 4;
const CLOCK: Actor = { name: 'warta', source: 'clock' };

export interface ReconcileOptions {
  database: Database;
  node: () => string;
  /** Reads pages as a reader; a process without pages of its own has none, and compares the database alone. */
  see?: ((expectations: Expectation[]) => Promise<Sighting[]>) | undefined;
  /** Whether this process compares the database. */
  compares: boolean;
}

interface RunOptions {
  compares: boolean;
  repair: boolean;
  actor: Actor;
}

export interface ReconcileReport {
  found: Drift[];
  /** How many headlines were looked at on how many sites, each with its own page and the home. */
  looked: number;
  tookMs: number;
}

/** Goes and looks whether ledger, database and pages agree, and sets right what can be. One run at a time. */
export class Reconciler {
  readonly #options: ReconcileOptions;
  #running: Promise<unknown> = Promise.resolve();
  #others = 0;
  /** What the latest runs by the clock found, for the figures. */
  last: ReconcileReport = { found: [], looked: 0, tookMs: 0 };

  constructor(options: ReconcileOptions) {
    this.#options = options;
  }

  /** Compares the database where `compares`, and reads the pages of some headlines. */
  run(slices: Slice[], { compares, repair, actor }: RunOptions): Promise<ReconcileReport> {
    const run = this.#running.then(async (): Promise<ReconcileReport> => {
      const { database, node } = this.#options;
      const begun = performance.now();
      const found = compares ? await this.#compare() : [];
      let looked = 0;
      for (const slice of slices) {
        const read = await this.#read(slice, found);
        found.push(...read.found);
        looked += read.looked;
      }
      if (repair) await repairDrift(database.db, found);
      const report = { found, looked, tookMs: performance.now() - begun };
      if (repair) await noteReconciliation(database.db, actor, { node: node(), ...report });
      return report;
    });
    this.#running = run.catch(() => {});
    return run;
  }

  /** The same again and again, by the clock. */
  start(onError: (error: unknown) => void): { stop(): Promise<void> } {
    return every(EVERY_MS, onError, () => this.#runByItself(), FIRST_MS);
  }

  async #runByItself(): Promise<void> {
    const count = await countHeadlines(this.#options.database.db);
    this.#others = NEWEST + this.#others >= count ? 0 : this.#others;
    const slices = [
      { offset: 0, limit: NEWEST },
      { offset: NEWEST + this.#others, limit: OTHERS },
    ];
    this.#others += OTHERS;
    this.last = await this.run(slices, { compares: this.#options.compares, repair: true, actor: CLOCK });
  }

  /** What is found twice is wrong; what is found once has changed meanwhile. */
  async #compare(): Promise<Drift[]> {
    const { db } = this.#options.database;
    const first = await findDrift(db);
    if (first.length === 0) return [];
    const again = new Set((await findDrift(db)).map((each) => JSON.stringify(each)));
    return first.filter((each) => again.has(JSON.stringify(each)));
  }

  /** What the database itself has wrong is not told again of its pages. */
  async #read(slice: Slice, known: readonly Drift[]): Promise<{ found: Drift[]; looked: number }> {
    const { database, see } = this.#options;
    if (!see) return { found: [], looked: 0 };
    const isTold = ({ headline, siteSlug }: Expectation) =>
      known.some(
        (each) => each.headline === headline || (each.kind === 'audience' && each.site === siteSlug),
      );
    const views = await findStandingViews(database.db, slice);
    const wrong = (await see(views)).filter(({ error }) => error !== undefined);
    if (wrong.length === 0) return { found: [], looked: views.length };
    const places = new Set(wrong.map(placeOf));
    const fresh = await findStandingViews(database.db, slice);
    const again = fresh.filter((view) => places.has(placeOf(view)));
    const errors = new Map((await see(again)).map((sight) => [placeOf(sight), sight.error]));
    const found = again.flatMap((view) => {
      const error = errors.get(placeOf(view));
      return error && !isTold(view) ? [pageDrift(view, error)] : [];
    });
    return { found, looked: views.length + again.length };
  }
}

const placeOf = ({ headline, site }: { headline: string; site: string }) => `${headline} ${site}`;

function pageDrift({ headline, number, siteSlug }: Expectation, error: string): Drift {
  const repairable = !error.startsWith('could not be asked');
  const about = { headline, number, site: siteSlug, audience: null, repairable };
  return { kind: 'page', what: error, ...about };
}
