import fc from 'fast-check';
import t from 'tap';
import { bestText, sameLanguage } from '../src/index.ts';

const TAGS = [
  'ar',
  'de',
  'en',
  'en-GB',
  'es',
  'fa',
  'fa-AF',
  'id',
  'ja',
  'pt',
  'pt-BR',
  'pt-PT',
  'zh-Hans',
  'zh-Hant',
];
const tag = fc.constantFrom(...TAGS);
const texts = fc.uniqueArray(tag).map((locales) => locales.map((locale) => ({ locale })));
const site = fc.uniqueArray(tag, { maxLength: 4 });

const choose = (locales: string[], wanted: string, siteLocales: string[] = []) =>
  bestText(
    locales.map((locale) => ({ locale })),
    wanted,
    siteLocales,
  )?.locale;

t.test('the steps, one after the other', async (t) => {
  t.equal(choose(['en', 'id', 'ja'], 'ja'), 'ja', 'the tag itself');
  t.equal(choose(['en', 'id', 'pt-PT'], 'pt-BR'), 'pt-PT', 'the same base language');
  t.equal(choose(['en', 'id', 'es'], 'ja', ['ja', 'es']), 'es', 'the site’s order');
  t.equal(choose(['fa', 'en'], 'ja', ['ja', 'fa-AF']), 'fa', 'the site’s order, by base language');
  t.equal(choose(['id', 'en'], 'ja', ['ja']), 'en', 'English');
  t.equal(choose(['id', 'ar'], 'ja', ['ja']), 'id', 'Indonesian');
  t.equal(choose(['sw', 'ar'], 'ja', ['ja']), 'ar', 'any, the first by tag');
  t.equal(choose([], 'ja', ['ja']), undefined, 'nothing');
});

t.test('a reader gets a script they read before one they may not', async (t) => {
  t.equal(choose(['zh-Hans', 'zh-Hant'], 'zh-TW'), 'zh-Hant');
  t.equal(choose(['zh-Hans', 'zh-Hant'], 'zh-SG'), 'zh-Hans');
  t.equal(choose(['zh-Hans'], 'zh-TW'), 'zh-Hans', 'which is still better than another language');
});

t.test('there is always a text where there is one, and it is one of them', async () => {
  fc.assert(
    fc.property(texts, tag, site, (all, wanted, order) => {
      const best = bestText(all, wanted, order);
      return all.length === 0 ? best === undefined : best !== undefined && all.includes(best);
    }),
  );
});

t.test('the order in which texts come from the database does not matter', async () => {
  fc.assert(
    fc.property(texts, tag, site, (all, wanted, order) => {
      const forwards = bestText(all, wanted, order);
      return bestText(all.toReversed(), wanted, order) === forwards;
    }),
  );
});

t.test('no text is passed over for one from a later step', async () => {
  fc.assert(
    fc.property(texts, tag, site, (all, wanted, order) => {
      const best = bestText(all, wanted, order);
      const steps = [wanted, ...order, 'en', 'id'].flatMap((step) => [
        (locale: string) => locale === step,
        (locale: string) => sameLanguage(locale, step),
      ]);
      const step = steps.find((takes) => all.some((text) => takes(text.locale)));
      return best === undefined || step === undefined || step(best.locale);
    }),
  );
});
