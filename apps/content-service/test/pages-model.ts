import { type Reading, whatToHear } from '@warta/changes';
import { KeptParts } from '../src/pages/kept-parts.ts';
import { PageCache } from '../src/pages/page-cache.ts';
import { HEADLINES, History, SITES, type Site } from './pages-history.ts';

/**
 * A model of what readers get: one database, of which every past state is known, and nodes with real page caches
 * before it. Whatever a reader is answered is held against what was proven, heard, and so by the clock.
 */
/** Of each site: its home, a list that no probe looks at, and the address of each headline. */
export const VIEWS = ['home', 'feed', ...HEADLINES] as const;
export type View = (typeof VIEWS)[number];

interface Entry {
  headline: number;
  version: number;
  isPinned: boolean;
}
interface Body {
  site: Site;
  /** When its making began. */
  begunAt: number;
  post: { version: number; dueAt: number; isShown: boolean };
  entries: Entry[];
}
interface Part {
  post: { version: number; dueAt: number; isShown: boolean };
  freshForMs: number | null;
}
interface Node {
  cache: PageCache;
  parts: KeptParts<Part>;
  isCut: boolean;
  /** Which version of each headline its probe has seen everywhere. */
  seen: Record<number, number>;
}

const SMALL = 3500;

/** Nodes before a history, and readers of them. */
export class World extends History {
  readonly nodes: Node[] = [0, 1].map(() => ({
    cache: new PageCache(0, SMALL),
    parts: new KeptParts<Part>(0, 1),
    isCut: false,
    seen: {},
  }));
  readonly proven: Record<number, number> = {};
  readonly wrong: string[] = [];
  answers = 0;
  /** Reads that are under way, each waiting for its turn to go on. */
  #waiting: (() => void)[] = [];

  #node(index: number): Node {
    return this.nodes[index] as Node;
  }
  /** A node takes in at most so many of the changes it has not heard: as many as a late notification tells of. */
  hear(index: number, most = Number.POSITIVE_INFINITY): void {
    const { cache, parts, isCut } = this.#node(index);
    if (isCut) return;
    const upTo = Math.min(this.n, cache.heard + most);
    const kept = this.changes.filter(({ n }) => n > cache.heard && n <= upTo);
    const changes = whatToHear(cache.heard, upTo, kept);
    parts.hear(changes);
    cache.hear(changes);
  }
  turn(index: number): void {
    const node = this.#node(index);
    node.isCut = !node.isCut;
  }
  /** Lets one read that is under way go on. */
  goOn(pick: number): void {
    this.#waiting.splice(pick % Math.max(1, this.#waiting.length), 1)[0]?.();
  }
  async end(): Promise<void> {
    for (const index of this.nodes.keys()) {
      this.#node(index).isCut = false;
      this.hear(index);
    }
    while (this.#waiting.length > 0) {
      this.goOn(0);
      await settled();
    }
  }

  /** A reader asks; what he gets, at once or later, is judged. Undefined where there is nothing to see or to serve. */
  async read(index: number, site: Site, view: View, lag = 0): Promise<Body | undefined> {
    const { cache } = this.#node(index);
    const key = `${site} ${view}`;
    const kept = cache.get(key);
    if (kept) return this.#judge(index, site, view, kept.body('identity').toString(), true);
    const answer = await cache.fill(key, () => this.#make(index, site, view, lag)).catch(() => undefined);
    if (answer?.kind === 'page')
      return this.#judge(index, site, view, answer.page.body('identity').toString(), false);
    return undefined;
  }

  /**
   * Makes a page as the service does: of a part kept between pages and of what is read now, each possibly from a
   * replica that lags, and with time going by before it ends.
   */
  async #make(index: number, site: Site, view: View, lag: number) {
    const node = this.#node(index);
    const begunAt = this.now;
    const readAt = Math.max(0, this.n - lag);
    const own = node.parts.get(site) ?? (await this.#readPart(node, site, readAt));
    const entries = this.#entries(site, readAt).filter(
      ({ headline }) => typeof view === 'string' || view === headline,
    );
    const ends = entries.map(({ headline }) => this.headline(readAt, headline).pinnedUntil - this.now);
    const left = [...ends.filter((ms) => ms > 0), own.part.freshForMs ?? Number.POSITIVE_INFINITY];
    await this.#turnOf(node);
    if (entries.length === 0 && typeof view === 'number') {
      return { kind: 'notice' as const, status: 410 as const, body: '', place: { site, locale: 'id' } };
    }
    const body: Body = { site, begunAt, post: own.part.post, entries };
    const tags = typeof view === 'number' ? [`site:${site}`, `headline:${view}`] : ['audience:all'];
    const freshForMs = Math.min(...left);
    return {
      kind: 'page' as const,
      body: JSON.stringify(body),
      type: 'text/html',
      readings: [own.reading, { tags: [...tags, `site:${site}`], readAt }],
      freshForMs: Number.isFinite(freshForMs) ? freshForMs : null,
    };
  }
  async #readPart(node: Node, site: Site, readAt: number): Promise<{ part: Part; reading: Reading }> {
    const begun = this.now;
    const { version, dueAt } = this.at(readAt).posts[site];
    const isShown = dueAt <= this.now;
    const part = { post: { version, dueAt, isShown }, freshForMs: isShown ? null : dueAt - this.now };
    const reading = { tags: [`site:${site}`], readAt };
    await this.#turnOf(node);
    node.parts.keep(site, part, reading, begun);
    const gone = this.now - begun;
    return { part: { ...part, freshForMs: part.freshForMs && Math.max(0, part.freshForMs - gone) }, reading };
  }
  #entries(site: Site, n: number): Entry[] {
    return HEADLINES.flatMap((headline) => {
      const { version, isRecalled, hiddenOn, pinnedUntil } = this.headline(n, headline);
      if (version === 0 || isRecalled || hiddenOn.includes(site)) return [];
      return { headline, version, isPinned: pinnedUntil > this.now };
    });
  }
  async #turnOf({ isCut }: Node): Promise<void> {
    if (isCut) throw new Error('the database is away');
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** A node's probe: hears, looks at home and address of what it has not seen everywhere, and notes what it saw. */
  async probe(index: number, hearsFirst = true): Promise<void> {
    const node = this.#node(index);
    if (node.isCut) return;
    const due = HEADLINES.map((headline) => ({ headline, ...this.headline(this.n, headline) }));
    if (hearsFirst) this.hear(index);
    for (const { headline, version, isRecalled, hiddenOn } of due) {
      if (version === 0 || node.seen[headline] === version) continue;
      const looks = SITES.filter((site) => !hiddenOn.includes(site)).map(async (site) => {
        const pages = await Promise.all([this.read(index, site, 'home'), this.read(index, site, headline)]);
        const seen = pages.map((page) => page?.entries.find((entry) => entry.headline === headline)?.version);
        return seen.every((one) => one === (isRecalled ? undefined : version)) && pages[0] !== undefined;
      });
      if ((await Promise.all(looks)).every(Boolean)) node.seen[headline] = version;
      if (this.nodes.every(({ seen }) => seen[headline] === version)) this.proven[headline] = version;
    }
  }

  #judge(index: number, site: Site, view: View, text: string, isKept: boolean): Body {
    const body = JSON.parse(text) as Body;
    const { cache, isCut } = this.#node(index);
    this.answers += 1;
    const say = (what: string) => this.wrong.push(`node ${index}, ${site} ${view}, at ${this.now}: ${what}`);
    if (body.site !== site) say(`the page of ${body.site}`);
    if (body.post.version < this.at(cache.heard).posts[site].version) say('its own post is old');
    for (const { headline, version } of body.entries) {
      const heard = this.headline(cache.heard, headline);
      const proven = this.proven[headline] ?? 0;
      const newest = this.headline(this.n, headline);
      if (version < heard.version) say(`${version} of headline ${headline}, heard of ${heard.version}`);
      if (version < proven) say(`${version} of headline ${headline}, ${proven} was proven`);
      const since = this.states.slice(cache.heard).map(({ headlines }) => headlines[headline]);
      if (since.every((one) => one?.hiddenOn.includes(site))) say(`headline ${headline} is hidden here`);
      if (newest.isRecalled && proven === newest.version) say(`headline ${headline} was proven gone`);
    }
    // Without a database, a page whose time is over is better than none.
    if (!isCut) this.#judgeTimes(body, isKept ? this.now : body.begunAt, say);
    return body;
  }
  /** What goes by the clock is as it was at some moment from `since` on. */
  #judgeTimes({ post, entries }: Body, since: number, say: (what: string) => void): void {
    if (post.isShown ? post.dueAt > this.now : post.dueAt <= since) say(`its post is shown: ${post.isShown}`);
    for (const { headline, version, isPinned } of entries) {
      const { pinnedUntil } = this.written(headline, version);
      if (isPinned ? pinnedUntil <= since : pinnedUntil > this.now) say(`${headline} is pinned: ${isPinned}`);
    }
  }
}

/** Whatever can go on without anything else happening has done so. */
export const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
