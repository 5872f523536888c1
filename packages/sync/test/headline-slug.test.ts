import fc from 'fast-check';
import t from 'tap';
import { headlineNumber, headlineSlug } from '../src/index.ts';

t.test('the number comes back from the slug, whatever the words', async () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 30 }), fc.string(), (number, title) => {
      return headlineNumber(headlineSlug({ title, slug: undefined }, number)) === number;
    }),
  );
});

t.test('words that end like a number of ours keep their own meaning', async (t) => {
  t.equal(headlineSlug({ title: 'Open House', slug: undefined }, 10), 'open-house-h0a');
  t.equal(headlineNumber('open-house'), undefined);
  t.equal(headlineNumber('the-news-hall'), undefined);
  t.equal(headlineSlug({ title: 'x', slug: 'old-h5' }, 7), 'old-h7', 'an old number is not kept');
  t.equal(headlineSlug({ title: '…', slug: undefined }, 1), 'headline-h1');
});
