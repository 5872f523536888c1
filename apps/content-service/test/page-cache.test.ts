import { readFile } from 'node:fs/promises';
import t from 'tap';
import type { Answer } from '../src/pages/answer.ts';
import { KeptParts } from '../src/pages/kept-parts.ts';
import { PageCache } from '../src/pages/page-cache.ts';

const at = (readAt: number) => ({ tags: ['site:a'], readAt });
const page = (body: string, more: Partial<Extract<Answer, { kind: 'page' }>> = {}): Answer => ({
  kind: 'page',
  body,
  type: 'text/html',
  readings: [at(0)],
  freshForMs: null,
  ...more,
});
const bodyOf = (cache: PageCache, key: string) => cache.get(key)?.body('identity').toString();

t.test('whoever asks while a page is being made gets the same one, made once', async (t) => {
  const cache = new PageCache(0, 1e6);
  let made = 0;
  const make = async () => {
    made += 1;
    return page('x');
  };
  await Promise.all([1, 2, 3].map(() => cache.fill('k', make)));
  t.equal(made, 1);
  t.equal(bodyOf(cache, 'k'), 'x');
});

t.test('a page that a change overtook while it was made is made again', async (t) => {
  const cache = new PageCache(0, 1e6);
  let made = 0;
  const answer = await cache.fill('k', async () => {
    made += 1;
    const read = page(`read ${made}`, { readings: [at(made - 1)] });
    if (made === 1) cache.hear([{ n: 1, tags: ['site:a'] }]);
    return read;
  });
  t.match(answer, { kind: 'page' });
  t.equal(bodyOf(cache, 'k'), 'read 2');
});

t.test('a page that can never catch up is not answered', async (t) => {
  const cache = new PageCache(0, 1e6);
  let n = 0;
  const make = async () => {
    n += 1;
    cache.hear([{ n, tags: ['site:a'] }]);
    return page('old', { readings: [at(n - 1)] });
  };
  await t.rejects(cache.fill('k', make), { name: 'UnavailableError' });
  t.equal(bodyOf(cache, 'k'), undefined);
});

t.test('a part that nothing has touched makes pages after any number of changes', async (t) => {
  const cache = new PageCache(0, 1e6);
  const parts = new KeptParts<{ freshForMs: null; words: string }>(0, 10);
  parts.keep('a', { freshForMs: null, words: 'read long ago' }, at(0), performance.now());
  const elsewhere = Array.from({ length: 3000 }, (_, index) => ({ n: index + 1, tags: ['site:b'] }));
  parts.hear(elsewhere);
  cache.hear(elsewhere);
  const answer = await cache.fill('k', async () => {
    const kept = parts.get('a');
    return page(kept?.part.words ?? 'gone', { readings: [kept?.reading ?? at(3000)] });
  });
  t.match(answer, { kind: 'page' });
  t.equal(bodyOf(cache, 'k'), 'read long ago');

  parts.hear([{ n: 3001, tags: ['site:a'] }]);
  t.equal(parts.get('a'), undefined, 'and goes with the first change that touches it');
});

t.test('a page ends when its time is over, and still stands in while it cannot be made anew', async (t) => {
  const cache = new PageCache(0, 1e6);
  await cache.fill('k', async () => page('x', { freshForMs: 0 }));
  t.equal(cache.get('k'), undefined);
  const away = await cache.fill('k', async () => {
    throw new Error('the database is away');
  });
  t.equal(away.kind === 'page' && away.page.body('identity').toString(), 'x');
  cache.hear([{ n: 1, tags: ['site:a'] }]);
  await t.rejects(
    cache.fill('k', async () => {
      throw new Error('the database is away');
    }),
    'but never once a change has touched it',
  );
});

t.test('notices are never kept', async (t) => {
  const cache = new PageCache(0, 1e6);
  await cache.fill('k', async () => ({
    kind: 'notice',
    status: 404,
    body: 'x',
    place: { site: '', locale: 'id' },
  }));
  t.equal(cache.size, 0);
});

t.test('the cache keeps to its bytes, letting go of what was read longest ago', async (t) => {
  const cache = new PageCache(0, 10_000);
  const big = 'x'.repeat(3000);
  for (const key of ['a', 'b']) await cache.fill(key, async () => page(big));
  cache.get('a');
  await cache.fill('c', async () => page(big));
  t.same(
    ['a', 'b', 'c'].map((key) => cache.get(key) !== undefined),
    [true, false, true],
  );
  t.equal(cache.size, 2);
});

t.test('codings are made once', async (t) => {
  const cache = new PageCache(0, 1e6);
  await cache.fill('k', async () => page('x'.repeat(5000)));
  const kept = cache.get('k');
  if (!kept) throw new Error('no page');
  t.ok(kept.body('br').length < 100);
  t.equal(kept.body('br'), kept.body('br'));
  t.equal(kept.body('gzip'), kept.body('gzip'));
});

t.test(
  'once a page is coded it is kept coded alone, and still sent plain to whoever wants it so',
  async (t) => {
    const cache = new PageCache(0, 1e6);
    await cache.fill('k', async () => page('é'.repeat(5000)));
    const kept = cache.get('k');
    if (!kept) throw new Error('no page');
    const before = kept.bytes;
    kept.body('br');
    t.ok(kept.bytes < before - 9000);
    t.equal(kept.body('br').buffer.byteLength, kept.body('br').length, 'and holds on to no more than that');
    t.equal(kept.body('identity').toString(), 'é'.repeat(5000));
  },
);

t.test('a page coded for its first reader is coded better later, under the same ETag', async (t) => {
  const cache = new PageCache(0, 1e6);
  const words = await readFile(import.meta.filename, 'utf8');
  await cache.fill('k', async () => page(words));
  t.equal(cache.takeCoarse(), undefined, 'nobody has asked for it coded');
  const kept = cache.get('k');
  const first = kept?.body('br').length ?? 0;
  const coarse = cache.takeCoarse();
  t.equal(coarse, kept);
  await coarse?.recode();
  t.ok((kept?.body('br').length ?? first) < first);
  t.equal(kept?.body('identity').toString(), words);
  t.equal(cache.takeCoarse(), undefined, 'it is as good as can be');

  kept?.body('gzip');
  cache.hear([{ n: 1, tags: ['site:a'] }]);
  t.equal(cache.takeCoarse(), undefined, 'nor is one waited for that has gone');
});

t.test('a site that is read from end to end puts no other site out of the cache', async (t) => {
  const cache = new PageCache(0, 100_000);
  const of = (site: string) => page('x'.repeat(1000), { readings: [{ tags: [`site:${site}`], readAt: 0 }] });
  for (let n = 0; n < 20; n += 1) await cache.fill(`other ${n}`, async () => of(`other-${n}`));
  for (let n = 0; n < 500; n += 1) await cache.fill(`crawled ${n}`, async () => of('crawled'));
  const others = Array.from({ length: 20 }, (_, n) => cache.get(`other ${n}`)).filter(Boolean);
  t.equal(others.length, 20);
  t.ok(cache.get('crawled 499'), 'and keeps what it was read for last');
  t.equal(cache.get('crawled 0'), undefined);
});

t.test('the only site there is may use all the room', async (t) => {
  const cache = new PageCache(0, 100_000);
  for (let n = 0; n < 40; n += 1) await cache.fill(`page ${n}`, async () => page('x'.repeat(1000)));
  t.equal(cache.size, 40);
});

t.test(
  'after a soft change the first reader waits for the new page, and all others get the one from before',
  async (t) => {
    const cache = new PageCache(0, 1e6);
    await cache.fill('k', async () => page('first'));
    cache.hear([{ n: 1, tags: ['site:a'], soft: true }]);
    t.equal(bodyOf(cache, 'k'), undefined, 'nobody makes it yet');
    const { promise, resolve } = Promise.withResolvers<void>();
    const filling = cache.fill('k', async () => {
      await promise;
      return page('second', { readings: [at(1)] });
    });
    t.equal(bodyOf(cache, 'k'), 'first');
    resolve();
    await filling;
    t.equal(bodyOf(cache, 'k'), 'second');
  },
);

t.test(
  'after a correction nobody gets the page from before, also where a soft change came first',
  async (t) => {
    const cache = new PageCache(0, 1e6);
    await cache.fill('k', async () => page('wrong'));
    cache.hear([{ n: 1, tags: ['site:a'], soft: true }]);
    cache.hear([{ n: 2, tags: ['site:a'] }]);
    const filling = cache.fill('k', async () => {
      t.equal(bodyOf(cache, 'k'), undefined);
      return page('right', { readings: [at(2)] });
    });
    await filling;
    t.equal(bodyOf(cache, 'k'), 'right');
  },
);

t.test('a page whose time is over does not stand in while it is made anew', async (t) => {
  const cache = new PageCache(0, 1e6);
  await cache.fill('k', async () => page('pinned', { freshForMs: 0 }));
  await cache.fill('k', async () => {
    t.equal(bodyOf(cache, 'k'), undefined);
    return page('not pinned any more');
  });
});
