import fc from 'fast-check';
import t from 'tap';
import { type Change, EVERYTHING, PageStore, type Reading } from '../src/index.ts';

/**
 * A model of the whole protocol: one database that commits changes to four nouns, and two nodes that fill,
 * hear (late, in pieces, or twice) and answer. The value of a noun is the number of the change that wrote it.
 */
const TAGS = ['site:a', 'site:b', 'headline:1', EVERYTHING];
type Fill = { key: string; tags: string[]; readings: Reading[]; content: Record<string, number> };

class Model {
  n = 0;
  changes: Change[] = [];
  values: Record<string, number> = {};
  nodes = [new PageStore<Fill>(0), new PageStore<Fill>(0)];
  fills: { node: number; fill: Fill }[] = [];

  commit(tags: string[], soft = false) {
    this.n += 1;
    this.changes.push({ n: this.n, tags, soft });
    for (const tag of tags.includes(EVERYTHING) ? TAGS : tags) this.values[tag] = this.n;
  }
  /**
   * Reads each part at a generation of its own: `lags` say how far a replica, or something kept from before,
   * is behind. A part is read after its generation is, so it can be newer than it says.
   */
  beginFill(node: number, tags: string[], lags: number[]) {
    const readings = tags.map((tag, i) => ({ tags: [tag], readAt: Math.max(0, this.n - (lags[i] ?? 0)) }));
    const content = Object.fromEntries(
      readings.map(({ tags: [tag = ''], readAt }) => [tag, this.lastTo(tag, readAt)?.n ?? 0]),
    );
    this.fills.push({ node, fill: { key: tags.join(), tags, readings, content } });
  }
  lastTo(tag: string, n: number, counts: (change: Change) => boolean = () => true): Change | undefined {
    const touches = ({ tags }: Change) => tags.includes(tag) || tags.includes(EVERYTHING);
    return this.changes.findLast((change) => change.n <= n && touches(change) && counts(change));
  }
  endFill(pick: number) {
    const [ended] = this.fills.splice(pick % Math.max(1, this.fills.length), 1);
    if (!ended) return;
    const { node, fill } = ended;
    const store = this.nodes[node] as PageStore<Fill>;
    const answered = store.keep(fill.key, { page: fill, readings: fill.readings });
    if (answered) this.check(store, fill);
  }
  /** A notification arrives: the node reads up to `upTo` changes of those it has not heard. */
  hear(node: number, upTo: number) {
    const store = this.nodes[node] as PageStore<Fill>;
    store.hear(this.changes.filter((change) => change.n > store.heard).slice(0, upTo));
  }
  /** The same changes told twice do no harm. */
  hearAgain(node: number) {
    const store = this.nodes[node] as PageStore<Fill>;
    store.hear(this.changes.filter((change) => change.n <= store.heard));
  }
  readAll() {
    for (const store of this.nodes) {
      for (const tags of pages) {
        const page = store.get(tags.join());
        if (page) this.check(store, page);
        const outdated = store.getOutdated(tags.join());
        if (outdated) this.check(store, outdated, (change) => !change.soft);
      }
    }
  }
  /** What is answered is at least as new as everything this node has heard, or all of that which counts. */
  check(store: PageStore<Fill>, fill: Fill, counts: (change: Change) => boolean = () => true) {
    for (const tag of fill.tags) {
      const due = this.lastTo(tag, store.heard, counts);
      if (due && (fill.content[tag] ?? 0) < due.n) {
        throw new Error(`${tag}: read ${fill.content[tag]}, heard ${due.n}`);
      }
    }
  }
}

const pages = [['site:a'], ['site:b'], ['site:a', 'headline:1'], ['site:b', 'headline:1']];
const node = fc.nat({ max: 1 });
const step = fc.oneof(
  fc.record({
    do: fc.constant('commit' as const),
    tags: fc.subarray(TAGS, { minLength: 1, maxLength: 2 }),
    soft: fc.boolean(),
  }),
  fc.record({
    do: fc.constant('begin' as const),
    node,
    tags: fc.constantFrom(...pages),
    lags: fc.array(fc.nat({ max: 3 }), { maxLength: 2 }),
  }),
  fc.record({ do: fc.constant('end' as const), pick: fc.nat({ max: 9 }) }),
  fc.record({ do: fc.constant('hear' as const), node, upTo: fc.nat({ max: 3 }) }),
  fc.record({ do: fc.constant('again' as const), node }),
);

t.test('no node ever answers a page older than a change it has heard', async () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const model = new Model();
      for (const s of steps) {
        if (s.do === 'commit') model.commit(s.tags, s.soft);
        else if (s.do === 'begin') model.beginFill(s.node, s.tags, s.lags);
        else if (s.do === 'end') model.endFill(s.pick);
        else if (s.do === 'hear') model.hear(s.node, s.upTo);
        else model.hearAgain(s.node);
        model.readAll();
      }
    }),
    { numRuns: 3000 },
  );
});

t.test('a node that lost every notification is right again after one poll', async (t) => {
  const model = new Model();
  for (let i = 0; i < 50; i += 1) model.commit(['site:a']);
  model.beginFill(0, ['site:a'], []);
  model.commit(['site:a']);
  model.hear(0, 999);
  model.endFill(0);
  t.equal(model.nodes[0]?.get('site:a'), undefined, 'a fill that began before the last change is not kept');
  model.beginFill(0, ['site:a'], []);
  model.endFill(0);
  t.equal(model.nodes[0]?.get('site:a')?.content['site:a'], 51);
});

t.test('a fill that is older than what a node remembers is not kept', async (t) => {
  const store = new PageStore<string>(0);
  store.hear(Array.from({ length: 3000 }, (_, i) => ({ n: i + 1, tags: ['site:b'] })));
  t.notOk(store.keep('k', { page: 'old', readings: [{ tags: ['site:a'], readAt: 10 }] }));
  t.ok(store.keep('k', { page: 'new', readings: [{ tags: ['site:a'], readAt: 2990 }] }));
});

t.test(
  'after a soft change the page from before is there for whoever asks for it, until the new one is or a hard change comes',
  async (t) => {
    const store = new PageStore<string>(0);
    const read = (readAt: number) => [{ tags: ['site:a'], readAt }];
    store.keep('k', { page: 'first', readings: read(0) });
    store.hear([{ n: 1, tags: ['site:a'], soft: true }]);
    t.equal(store.get('k'), undefined);
    t.equal(store.getOutdated('k'), 'first');
    t.ok(store.keep('k', { page: 'second', readings: read(1) }));
    t.equal(store.get('k'), 'second');

    store.hear([{ n: 2, tags: ['site:a'], soft: true }]);
    store.hear([{ n: 3, tags: ['site:a'] }]);
    t.equal(store.getOutdated('k'), undefined);
  },
);

t.test('a change drops the pages with its tag and no others', async (t) => {
  const dropped: string[] = [];
  const store = new PageStore<string>(0, (key) => dropped.push(key));
  store.keep('a', { page: 'A', readings: [{ tags: ['site:a', 'headline:1'], readAt: 0 }] });
  store.keep('b', { page: 'B', readings: [{ tags: ['site:b'], readAt: 0 }] });
  t.equal(store.hear([{ n: 1, tags: ['headline:1', 'site:a'] }]), 1);
  t.same(dropped, ['a']);
  t.equal(store.get('b'), 'B');
  t.equal(store.hear([{ n: 2, tags: [EVERYTHING] }]), 1);
  t.equal(store.size, 0);
});
